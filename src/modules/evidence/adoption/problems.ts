import { counted, defineProblem } from '#kernel'

const STATES: Readonly<Record<string, string>> = { draft: 'en revisión', adopting: 'adoptándose', adopted: 'adoptada', cancelled: 'descartada', undone: 'deshecha' }
export const adoptionMoved = defineProblem<{ name: string; state: string }>({
  id: 'evidence/adoption-moved', kind: 'conflict', title: 'La carpeta ya no está en ese punto',
  detail: ({ name, state }) => `La carpeta «${name}» está ${STATES[state] ?? state}.`,
  remedy: 'Abra su página para ver en qué quedó y siga desde ahí.',
})
export const nothingToAdopt = defineProblem<{ name: string }>({
  id: 'evidence/nothing-to-adopt', kind: 'input', title: 'No hay nada que adoptar',
  detail: ({ name }) => `Ningún archivo de «${name}» se puede adoptar: están repetidos, vacíos o son demasiado grandes.`,
  remedy: 'Revise la lista de la vista previa y elija otra carpeta.',
})
export const adoptionLeaned = defineProblem<{ dependants: number }>({
  id: 'evidence/adoption-leaned', kind: 'conflict', title: 'Hay datos que se apoyan en esos archivos',
  detail: ({ dependants }) => `No se puede deshacer: ${counted(dependants, 'dato cita como fuente', 'datos citan como fuente')} un archivo de esta carpeta.`,
  remedy: 'Deshaga primero lo que se apoya en ellos, que se nombra abajo, y vuelva a intentarlo.',
})
export const undoTermOver = defineProblem<{ what: string; days: number; until: string }>({
  id: 'evidence/undo-term-over', kind: 'conflict', title: 'El plazo para deshacer terminó',
  detail: ({ what, days, until }) => `«${what}» se podía deshacer durante ${counted(days, 'día', 'días')}, hasta el ${until}.`,
  remedy: 'Corrija lo que haga falta con un registro nuevo: la historia conserva los dos.',
})

import { defineProblem, formatNumber } from '#kernel'

export const listTooLong = defineProblem<{ file: string; rows: number; most: number }>({
  id: 'projects/lista-demasiado-larga', kind: 'size',
  title: 'La lista es demasiado larga', detail: ({ file, rows, most }) => `«${file}» trae ${formatNumber(rows)} filas y se cargan hasta ${formatNumber(most)} de una vez.`,
  remedy: 'Deje en el archivo sólo las filas de su comuna, o cárguelo por partes.',
})
export const listNotLoadable = defineProblem<{ count: number }>({
  id: 'projects/lista-con-pendientes', kind: 'rule',
  title: 'La lista aún no se puede cargar', detail: ({ count }) => (count === 0 ? 'Nada cambia en la cartera: no hay qué cargar.' : `Quedan ${count} decisiones por tomar.`),
  remedy: 'Vuelva a la revisión: cada decisión pendiente está al principio de los problemas.',
})
export const portfolioMoved = defineProblem({
  id: 'projects/cartera-cambio', kind: 'conflict',
  title: 'La cartera cambió desde la vista previa', detail: () => 'Otra persona cambió proyectos mientras usted revisaba. No se cargó nada.',
  remedy: 'Mire de nuevo qué cambiará y cargue: lo que usted decidió sigue guardado.',
})
export const importNotInState = defineProblem<{ state: string; needs: string }>({
  id: 'projects/carga-en-otro-estado', kind: 'conflict',
  title: 'La carga ya no está en ese paso', detail: ({ state, needs }) => `La carga está ${state} y debería estar ${needs}.`,
  remedy: 'Abra el recibo de la carga para ver cómo quedó.',
})
export const projectsLeanedOn = defineProblem<{ count: number; names: string }>({
  id: 'projects/hechos-se-apoyan', kind: 'conflict',
  title: 'Hay hechos posteriores sobre esos proyectos', detail: ({ count, names }) => `${count === 1 ? 'Un proyecto' : `${count} proyectos`} de la carga ${count === 1 ? 'tiene' : 'tienen'} cambios, avances, contratos o enlaces posteriores: ${names}.`,
  remedy: 'Deshaga o traslade primero lo que se apoya en ellos; después la carga se puede deshacer.',
})

import { defineProblem } from '#kernel'

export const periodNotAsked = defineProblem<{ period: string }>({
  id: 'estadistica/registro-periodo', kind: 'rule',
  title: 'El registro no pide ese período',
  detail: ({ period }) => `«${period}» no es un período terminado del registro.`,
  remedy: 'Elija un mes o trimestre ya terminado, desde que el registro comienza.',
})
export const revisionNeedsReason = defineProblem({
  id: 'estadistica/registro-correccion', kind: 'rule',
  title: 'Falta el motivo de la corrección',
  detail: () => 'Ese período ya tiene un dato distinto.',
  remedy: 'Escriba por qué cambia; el dato anterior queda en la historia.',
})

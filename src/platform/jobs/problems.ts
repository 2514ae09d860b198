import { defineProblem, type Problem } from '#kernel'

export const officeEnded = defineProblem({
  id: 'trabajo/sin-cargo', kind: 'permission',
  title: 'Quien pidió el trabajo ya no tiene el cargo',
  detail: () => 'La cuenta no está activa o no tiene un cargo vigente.',
  remedy: 'Pídalo de nuevo con una cuenta que tenga el cargo.',
})
/** The run ended outside its own will; never shown: the job goes on elsewhere or later. */
export const runLost = defineProblem({
  id: 'trabajo/lo-sigue-otro', kind: 'conflict',
  title: 'Otro proceso tomó este trabajo',
  detail: () => 'El trabajo sigue en otro proceso o cuando el programa vuelva a partir.',
  remedy: 'No hay que hacer nada; vea su avance en la misma página.',
})
export const jobInterrupted = defineProblem<{ attempts: number }>({
  id: 'trabajo/interrumpido', kind: 'defect',
  title: 'El trabajo se interrumpió',
  detail: ({ attempts }) => `Se intentó ${attempts} veces y el programa se detuvo cada vez.`,
  remedy: 'Avise a Informática antes de pedirlo de nuevo: puede faltar memoria o disco.',
})
/** A problem as the queue keeps it and the API answers it (RFC 9457). */
export const keptProblem = ({ id, status, title, detail, remedy, facts, errors }: Problem) => ({ type: `/ayuda/problemas/${id}`, status, title, detail, remedy, facts, errors })

import { defineProblem } from '#kernel'

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

import { defineProblem } from '#kernel'

export const notYourAssignment = defineProblem({
  id: 'calendario/encargo-ajeno', kind: 'permission',
  title: 'El encargo lo anotó otra persona',
  detail: () => 'Su texto lo suprime quien lo anotó o quien administra el calendario.',
  remedy: 'Pídaselo a quien lo anotó o a la dirección de la SECPLA.',
})

export const notYourDuty = defineProblem<{ unit: string }>({
  id: 'calendario/deber-de-otra-unidad', kind: 'permission', title: 'Ese deber es de otra unidad', detail: ({ unit }) => `Responde ${unit}.`,
  remedy: 'Pídalo a esa unidad, o a la dirección que administra el calendario que lo reasigne.',
})
export const provedElsewhere = defineProblem<{ module: string }>({
  id: 'calendario/cumple-por-su-acto', kind: 'rule', title: 'Ese deber se cumple por su propio acto', detail: ({ module }) => `El cumplimiento lo registra «${module}» cuando ocurre; no se declara a mano.`,
  remedy: 'Abra el deber y siga el enlace de su prueba: allí se registra la entrega o se anula.',
})
export const actInFuture = defineProblem({ id: 'calendario/acto-futuro', kind: 'rule', title: 'El acto aún no ocurre', detail: () => 'La fecha escrita es posterior a hoy.', remedy: 'Declárelo cuando haya ocurrido.' })
export const alreadyFulfilled = defineProblem<{ title: string }>({
  id: 'calendario/ya-cumplido', kind: 'conflict', title: 'Ese deber ya está cumplido', detail: ({ title }) => `Lo cumple «${title}».`, remedy: 'Si hubo un error, anule primero el cumplimiento anterior.',
})
export const stepUnknown = defineProblem({ id: 'calendario/paso-desconocido', kind: 'absent', title: 'Ese paso no existe', detail: () => 'La norma vigente no lo considera.', remedy: 'Recargue la página del deber.' })
export const ruleIncomplete = defineProblem<{ what: string }>({ id: 'calendario/regla-incompleta', kind: 'input', title: 'Falta la fecha del deber', detail: ({ what }) => what, remedy: 'Complete el campo indicado y vuelva a guardar.' })
export const wrongAnswer = defineProblem<{ state: string }>({
  id: 'calendario/encargo-no-admite', kind: 'conflict', title: 'El encargo no admite esa respuesta', detail: ({ state }) => `Está ${state}.`, remedy: 'Recargue la lista: puede que otra persona ya lo haya respondido.',
})
export const assigneeMissing = defineProblem({ id: 'calendario/encargo-sin-destino', kind: 'input', title: 'Diga a quién se encarga', detail: () => 'El encargo no tiene persona ni unidad, o esa persona ya no está vigente.', remedy: 'Elija una persona o una unidad de la lista.' })
export const datesCrossed = defineProblem({ id: 'calendario/fechas-cruzadas', kind: 'input', title: 'Las fechas están cruzadas', detail: () => 'El último día es anterior al primero.', remedy: 'Revise ambas fechas.' })

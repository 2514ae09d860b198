import { defineProblem } from '#kernel'

export const bipWrong = defineProblem<{ text: string }>({
  id: 'projects/codigo-bip', kind: 'input',
  title: 'El código BIP no tiene la forma debida',
  detail: ({ text }) => `«${text}» no son ocho dígitos, un guion y un dígito.`,
  remedy: 'Cópielo de la ficha del Banco Integrado de Proyectos, como 40031207-0, o déjelo vacío si aún no tiene.',
})
export const stageNotNext = defineProblem<{ from: string; to: string; allowed: string }>({
  id: 'projects/etapa-no-sigue', kind: 'rule',
  title: 'Esa etapa no sigue a la actual',
  detail: ({ from, to, allowed }) => `De «${from}» no se pasa a «${to}». Desde ahí puede pasar a: ${allowed}.`,
  remedy: 'Registre antes las etapas que faltan, con su fecha y su documento.',
})
export const stageBackInTime = defineProblem<{ on: string; last: string }>({
  id: 'projects/etapa-fuera-de-orden', kind: 'rule',
  title: 'El cambio de etapa es anterior al último',
  detail: ({ on, last }) => `Se escribió el ${on} y el último cambio es del ${last}.`,
  remedy: 'Corrija la fecha; los cambios de etapa se registran en orden.',
})
export const dayInFuture = defineProblem<{ on: string }>({
  id: 'projects/fecha-futura', kind: 'rule',
  title: 'La fecha aún no llega',
  detail: ({ on }) => `Se escribió el ${on}.`,
  remedy: 'Registre los hechos con la fecha en que ocurrieron.',
})
export const progressDecreases = defineProblem<{ share: string; other: string; on: string }>({
  id: 'projects/avance-retrocede', kind: 'rule',
  title: 'El avance físico retrocede',
  detail: ({ share, other, on }) => `Se informa ${share} y el ${on} ya se informó ${other}.`,
  remedy: 'Revise el porcentaje acumulado. Si la obra retrocedió de verdad, explique la causa.',
})
export const progressWithoutEvidence = defineProblem<{ complete: boolean }>({
  id: 'projects/avance-sin-respaldo', kind: 'rule',
  title: 'Falta el respaldo del avance',
  detail: ({ complete }) => (complete ? 'Una obra al 100 % exige el documento que lo acredita, como el acta de recepción.' : 'El informe no nombra ni adjunta un respaldo.'),
  remedy: 'Adjunte el informe de inspección o el acta, o nombre el documento en que consta.',
})
export const curveDecreases = defineProblem<{ month: string }>({
  id: 'projects/curva-decreciente', kind: 'rule',
  title: 'La programación retrocede',
  detail: ({ month }) => `El avance programado de ${month} es menor que el del mes anterior, o el mes se repite.`,
  remedy: 'Escriba el avance acumulado de cada mes, en orden.',
})
export const fundingNotWhole = defineProblem<{ sources: string; cost: string }>({
  id: 'projects/fuentes-no-suman', kind: 'rule',
  title: 'Las fuentes no suman el costo total',
  detail: ({ sources, cost }) => `Las fuentes suman ${sources} y el costo total es ${cost}.`,
  remedy: 'Corrija los montos, o cambie antes el costo total con su motivo.',
})
export const projectOfOtherUnit = defineProblem<{ name: string }>({
  id: 'projects/proyecto-de-otra-unidad', kind: 'permission',
  title: 'El proyecto es de otra unidad',
  detail: ({ name }) => `El avance de «${name}» lo informa su unidad técnica.`,
  remedy: 'Entregue el informe a la unidad técnica o a la SECPLA.',
})
export const progressAlreadyApproved = defineProblem({
  id: 'projects/avance-ya-aprobado', kind: 'conflict',
  title: 'El informe de avance ya está aprobado',
  detail: () => 'Otra persona lo aprobó antes.',
  remedy: 'No hace falta nada más; recargue la página.',
})

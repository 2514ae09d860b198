import { counted, formatPercent } from '#kernel'
import { defineFigure, digestOf, notFound, type Page, type ReadContext, type Trail, type TrailRecord } from '#platform/actions'
import { z } from 'zod'
import { indicatorHref, objectiveHref } from '../hrefs.ts'
import { type AssessedIndicator, planSnapshot, type PlanSnapshot } from './plan-snapshot.ts'
import { compliance } from './score.ts'

const allowed = (actor: { permissions: ReadonlySet<string> }): boolean => actor.permissions.has('plan.read')
const planParameters = z.object({ plan: z.uuid().optional() })
const lightWords = { good: 'en meta', warning: 'en riesgo', bad: 'atrasado', none: 'sin dato' } as const
const lawOf = (context: ReadContext) => [{ id: 'plan/traffic-light', ...context.law.at('plan/traffic-light', context.asOf.effectiveOn) }]
const digest = ({ indicators }: PlanSnapshot): string => digestOf(indicators.map(({ state, assessment }) => `${state.id} ${assessment.measurement?.id ?? ''} ${assessment.ratio ?? ''}`))
const provisional = (indicators: readonly AssessedIndicator[]): boolean => indicators.some(({ assessment: { measurement } }) => measurement !== null && !measurement.approved)

const paged = (records: readonly TrailRecord[], { page, size }: Page, note: string): Trail =>
  ({ records: records.slice((page - 1) * size, page * size), total: records.length, sum: records.reduce((sum, { amount }) => sum + amount, 0), sumUnit: 'count', note })

/** One line for each objective: 1 when it counts, 0 when it does not. */
const objectiveTrail = (snapshot: PlanSnapshot, counts: (light: string) => boolean): TrailRecord[] =>
  snapshot.objectives.map((node) => {
    const score = snapshot.scores.get(node.id)
    const light = score?.light ?? 'none'
    const said = score?.score == null ? 'sin mediciones vigentes' : `${formatPercent(score.score, 0)} de lo esperado, con ${score.measured} de ${counted(score.total, 'indicador', 'indicadores')}`
    return { id: node.id, documentTitle: `${node.code} ${node.name}`, text: `${lightWords[light]}: ${said}`, amount: counts(light) ? 1 : 0, amountUnit: 'count', href: objectiveHref(node.id) }
  })

export const objectivesOnTrack = defineFigure({
  id: 'plan/objectives-on-track', title: 'Objetivos en meta', unit: 'ratio',
  method: 'Objetivos en meta sobre objetivos con al menos un indicador medido en los últimos doce meses. Un objetivo está en meta según el promedio del avance de sus indicadores sobre lo esperado a la fecha.',
  parameters: planParameters, law: ['plan/traffic-light'], allowed,
  compute: async ({ plan }, context) => {
    const snapshot = await planSnapshot(context, plan)
    const { share, good, withData, total } = compliance([...snapshot.scores.values()])
    return {
      value: share, ...(share === null ? { absence: 'no-data' as const } : {}), status: provisional(snapshot.indicators) ? 'provisional' : 'firm', count: withData, digest: digest(snapshot), law: lawOf(context),
      formula: [{ label: 'Objetivos en meta', text: String(good) }, { label: 'Objetivos con dato', text: `${withData} de ${total}` }],
    }
  },
  trail: async ({ plan }, context, page) => paged(objectiveTrail(await planSnapshot(context, plan), (light) => light === 'good'), page, 'Cada objetivo suma 1 si está en meta.'),
})
export const objectivesCount = defineFigure({
  id: 'plan/objectives-count', title: ({ light }) => (light ? `Objetivos ${lightWords[light]}` : 'Objetivos del plan'), unit: 'count',
  method: 'Cuenta de objetivos vigentes del plan, todos o los que están en el estado pedido.',
  parameters: planParameters.extend({ light: z.enum(['good', 'warning', 'bad', 'none']).optional() }), law: ['plan/traffic-light'], allowed,
  compute: async ({ plan, light }, context) => {
    const snapshot = await planSnapshot(context, plan)
    const chosen = [...snapshot.scores.values()].filter((score) => !light || score.light === light)
    return { value: chosen.length, status: provisional(snapshot.indicators) ? 'provisional' : 'firm', count: chosen.length, digest: digest(snapshot), law: lawOf(context) }
  },
  trail: async ({ plan, light }, context, page) => paged(objectiveTrail(await planSnapshot(context, plan), (one) => !light || one === light).filter(({ amount }) => amount > 0), page, 'Cada objetivo suma 1.'),
})
export const objectiveScore = defineFigure({
  id: 'plan/objective-score', title: ({ label }) => (label ? `Cumplimiento del objetivo ${label}` : 'Cumplimiento del objetivo'), unit: 'ratio',
  method: 'Promedio del avance sobre lo esperado a la fecha de los indicadores del objetivo que tienen dato, cada uno con un máximo de 100 %. Los que no tienen dato se informan aparte y no cuentan como cero.',
  parameters: planParameters.extend({ objective: z.uuid(), label: z.string().max(200).optional() }), law: ['plan/traffic-light'], allowed,
  compute: async ({ objective, plan }, context) => {
    const snapshot = await planSnapshot(context, plan)
    const score = snapshot.scores.get(objective)
    if (!score) throw notFound({ what: 'el objetivo' })
    const own = snapshot.indicators.filter(({ state }) => state.nodeId === objective)
    return {
      value: score.score, ...(score.score === null ? { absence: 'no-data' as const } : {}), status: provisional(own) ? 'provisional' : 'firm', count: score.measured, law: lawOf(context),
      digest: digest({ ...snapshot, indicators: own }),
      formula: own.map(({ state, assessment }) => ({ label: `${state.code} ${state.name}`, text: assessment.ratio === null ? 'sin dato' : `${formatPercent(Math.min(1, assessment.ratio), 0)} de lo esperado`, recipe: { id: 'plan/indicator-progress', parameters: { indicator: state.id, label: `${state.code} ${state.name}` } } })),
    }
  },
  trail: async ({ objective, plan }, context, { page, size }) => {
    const { indicators } = await planSnapshot(context, plan)
    const records = indicators.filter(({ state }) => state.nodeId === objective).flatMap(({ state, assessment: { measurement } }) => (measurement ? [{
      id: measurement.id, documentTitle: measurement.document || measurement.source, documentDate: measurement.on, text: `${state.code} ${state.name}`, amount: measurement.value ?? 0, amountUnit: state.unit, href: indicatorHref(state.id),
      ...(measurement.fileHash ? { fileHash: measurement.fileHash } : {}),
    }] : []))
    return { records: records.slice((page - 1) * size, page * size), total: records.length, sum: records.length, sumUnit: 'count', note: 'Cada medición está en su propia unidad: no se suman; el cálculo está en la fórmula.' }
  },
})
export const indicatorsMeasured = defineFigure({
  id: 'plan/indicators-measured', title: 'Indicadores con medición vigente', unit: 'ratio',
  method: 'Indicadores con un valor medido en los últimos doce meses sobre el total de indicadores vigentes del plan.',
  parameters: planParameters, allowed,
  compute: async ({ plan }, context) => {
    const snapshot = await planSnapshot(context, plan)
    const total = snapshot.indicators.length
    const measured = snapshot.indicators.filter(({ assessment }) => assessment.progress !== null).length
    return {
      value: total === 0 ? null : measured / total, ...(total === 0 ? { absence: 'no-data' as const } : {}), status: provisional(snapshot.indicators) ? 'provisional' : 'firm', count: measured, digest: digest(snapshot),
      formula: [{ label: 'Con medición vigente', text: String(measured) }, { label: 'Indicadores', text: String(total) }],
    }
  },
  trail: async ({ plan }, context, page) => {
    const { indicators } = await planSnapshot(context, plan)
    return paged(indicators.map(({ state, assessment }) => ({
      id: state.id, documentTitle: `${state.code} ${state.name}`, ...(assessment.measurement ? { documentDate: assessment.measurement.on, text: assessment.measurement.document || assessment.measurement.source } : { text: 'sin mediciones' }),
      amount: assessment.progress === null ? 0 : 1, amountUnit: 'count', href: indicatorHref(state.id),
    })), page, 'Cada indicador suma 1 si tiene medición vigente.')
  },
})

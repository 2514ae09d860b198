import { randomUUID } from 'node:crypto'
import { can, defineProblem, formatDay, sortKey } from '#kernel'
import { defineWorksheet, type ReadContext, type SheetColumn } from '#platform/actions'
import { reverseFact } from '#evidence'
import { unitChoices } from '#registry'
import { z } from 'zod'
import { accruals, directions, type Light } from './contract.ts'
import { changeIndicator, setTarget } from './indicators/change-indicators.ts'
import type { IndicatorState } from './indicators/indicator.ts'
import { recordMeasurement } from './measurements/measure.ts'
import { changeNode } from './nodes/change-nodes.ts'
import { kindTitle, type NodeRow } from './nodes/node.ts'
import { type AssessedIndicator, planSnapshot } from './progress/plan-snapshot.ts'

/** As the page of the plan filters what it shows. */
const Filters = z.object({ plan: z.union([z.literal(''), z.uuid()]).default(''), text: z.string().max(100).default(''), light: z.enum(['', 'good', 'warning', 'bad', 'none']).default('') })
type Filters = z.output<typeof Filters>
const lightWords: Readonly<Record<Light, string>> = { good: 'en meta', warning: 'en riesgo', bad: 'atrasados', none: 'sin dato' }
const directionTitle = { up: 'Sube', down: 'Baja', keep: 'Se mantiene' } as const
const accrualTitle = { level: 'Estado a una fecha', yearly: 'Parte de cero cada año' } as const
const YEARS = 16

export const measurementBack = defineProblem<{ last: string }>({
  id: 'plan/medicion-hacia-atras', kind: 'input',
  title: 'La medición es anterior a la última',
  detail: ({ last }) => `La última es del ${last}; una planilla corrige ésa o agrega una posterior.`,
  remedy: 'Escriba una fecha igual o posterior, o registre la medición antigua en la ficha del indicador.',
})
const words = async ({ plan, text, light }: Filters, context: ReadContext): Promise<readonly string[]> => [(await planSnapshot(context, plan || undefined)).plan?.name ?? '', text && `que dicen «${text}»`, light && lightWords[light]].filter(Boolean)
const wide = (filters: Filters): Filters => ({ ...filters, text: '', light: '' })
const passes = ({ text, light }: Filters) => (says: string, is: Light): boolean => sortKey(says).includes(sortKey(text)) && (!light || light === is)
const indicatorsOf = async (filters: Filters, context: ReadContext): Promise<readonly AssessedIndicator[]> => {
  const fits = passes(filters)
  return (await planSnapshot(context, filters.plan || undefined)).indicators.filter(({ state, assessment }) => fits(`${state.code} ${state.name}`, assessment.light))
}
const labelOf = ({ code, name }: { code: string; name: string }): string => `${code} ${name}`
const base = { filters: Filters, list: '/plan', wide, words } as const
const named: readonly SheetColumn[] = [{ key: 'code', title: 'Código', kind: 'text', width: 10 }, { key: 'name', title: 'Indicador', kind: 'text', width: 44 }]

const nodes = defineWorksheet<typeof Filters, NodeRow>({
  ...base, name: 'plan.nodes', title: 'Ejes, objetivos y programas del plan', about: 'Código, nombre, descripción y unidad responsable de cada elemento.', allowed: can('plan.edit'),
  columns: async (_filters, context) => [
    { key: 'kind', title: 'Elemento', kind: 'text', width: 12 }, { key: 'code', title: 'Código', kind: 'text', open: true, width: 12 }, { key: 'name', title: 'Nombre', kind: 'text', open: true, width: 50 },
    { key: 'description', title: 'Descripción', kind: 'long-text', open: true }, { key: 'unitId', title: 'Unidad responsable', kind: 'choice', open: true, choices: await unitChoices(context), width: 40 },
  ],
  rows: async (filters, context) => {
    const { nodes: all, scores } = await planSnapshot(context, filters.plan || undefined)
    const fits = passes(filters)
    return all.filter((node) => fits(`${labelOf(node)} ${node.description}`, scores.get(node.id)?.light ?? 'none')).map((node) => ({ id: node.id, label: labelOf(node), values: { kind: kindTitle[node.kind], code: node.code, name: node.name, description: node.description, unitId: node.unit_id }, record: node }))
  },
  change: ({ record: { id, version, code, name, description, unit_id: unitId } }, next) => [{ action: changeNode, input: { id, version, code, name, description, unitId, ...next }, columns: ['code', 'name', 'description', 'unitId'] }],
})
const indicators = defineWorksheet<typeof Filters, IndicatorState>({
  ...base, name: 'plan.indicators', title: 'Fichas de indicadores', about: 'Nombre, unidad de medida, fórmula, sentido y responsable de cada indicador.', allowed: can('plan.edit'),
  columns: async (_filters, context) => [
    { key: 'code', title: 'Código', kind: 'text', open: true, width: 10 }, { key: 'name', title: 'Indicador', kind: 'text', open: true, width: 44 }, { key: 'unit', title: 'Unidad de medida', kind: 'text', open: true, width: 18 },
    { key: 'formula', title: 'Fórmula o criterio', kind: 'long-text', open: true }, { key: 'direction', title: 'Sentido', kind: 'choice', open: true, width: 14, choices: directions.map((value) => ({ value, title: directionTitle[value] })) },
    { key: 'accrual', title: 'Cómo se acumula', kind: 'choice', open: true, choices: accruals.map((value) => ({ value, title: accrualTitle[value] })) }, { key: 'unitId', title: 'Unidad responsable', kind: 'choice', open: true, choices: await unitChoices(context), width: 40 },
  ],
  rows: async (filters, context) => (await indicatorsOf(filters, context)).map(({ state }) => ({ id: state.id, label: labelOf(state), values: { code: state.code, name: state.name, unit: state.unit, formula: state.formula, direction: state.direction, accrual: state.accrual, unitId: state.unitId }, record: state })),
  change: ({ record: { id, version, code, name, unit, formula, direction, accrual, unitId } }, next) => [{ action: changeIndicator, input: { id, version, code, name, unit, formula, direction, accrual, unitId, ...next }, columns: ['code', 'name', 'unit', 'formula', 'direction', 'accrual', 'unitId'] }],
})
const yearOfKey = (key: string): number => Number(key.slice(1))
const undoTarget = reverseFact({ name: 'plan.undo-target', title: 'Deshacer la meta de un año', allowed: can('plan.edit'), adds: 'plan.set-target' })
const targets = defineWorksheet<typeof Filters, IndicatorState>({
  ...base, name: 'plan.targets', title: 'Metas por año', about: 'Todas las metas del plan, un año por columna: se pegan de una vez.', allowed: can('plan.edit'),
  columns: async (filters, context) => {
    const { plan, indicators: all } = await planSnapshot(context, filters.plan || undefined)
    const [first, last] = plan ? [Number(plan.starts_on.slice(0, 4)), Number(plan.ends_on.slice(0, 4))] : [0, -1]
    const years = new Set([...Array.from({ length: Math.min(YEARS, last - first + 1) }, (_, index) => first + index), ...all.flatMap(({ state }) => state.targets.map(({ year }) => year))])
    return [...named, { key: 'unit', title: 'Unidad de medida', kind: 'text', width: 18 }, ...[...years].sort().map((year): SheetColumn => ({ key: `y${year}`, title: `Meta ${year}`, kind: 'number', open: true }))]
  },
  rows: async (filters, context) => (await indicatorsOf(filters, context)).map(({ state }) => ({ id: state.id, label: labelOf(state), values: { code: state.code, name: state.name, unit: state.unit, ...Object.fromEntries(state.targets.map(({ year, value }) => [`y${year}`, value])) }, record: state })),
  change: ({ record: { id } }, next, { reason }) => Object.entries(next).map(([key, value]) => ({ action: setTarget, input: { indicatorId: id, year: yearOfKey(key), value, reason }, columns: [key], fields: { [key]: 'value' } })),
  undo: ({ record: { id } }, done, { reason }) => done.map(({ column, from, entryId }) => (from === null && entryId ? { action: undoTarget, input: { entryId, reason }, columns: [column] } : { action: setTarget, input: { indicatorId: id, year: yearOfKey(column), value: from, reason }, columns: [column] })),
})
const MEASURED = ['value', 'measuredOn', 'source', 'document', 'note'] as const
const mayMeasure = (actor: { permissions: ReadonlySet<string> }): boolean => actor.permissions.has('plan.edit') || actor.permissions.has('plan.measure')
const undoMeasurement = reverseFact({ name: 'plan.undo-measurement', title: 'Deshacer una medición', allowed: mayMeasure, adds: 'plan.record-measurement' })
/** The last measurement of each: another value of the same day corrects it, a later day adds one. */
const measurements = defineWorksheet<typeof Filters, IndicatorState>({
  ...base, name: 'plan.measurements', title: 'Mediciones de indicadores', about: 'El último dato de cada indicador: con la misma fecha se corrige, con una posterior se agrega otra medición.', allowed: mayMeasure,
  columns: async () => [
    ...named, { key: 'unit', title: 'Unidad de medida', kind: 'text', width: 18 }, { key: 'value', title: 'Valor medido', kind: 'number', open: true }, { key: 'measuredOn', title: 'Fecha de la medición', kind: 'day', open: true, help: 'Cámbiela si es una medición nueva.' },
    { key: 'source', title: 'Fuente', kind: 'text', open: true, width: 34 }, { key: 'document', title: 'Documento', kind: 'text', open: true }, { key: 'note', title: 'Nota', kind: 'long-text', open: true },
  ],
  rows: async (filters, context) => (await indicatorsOf(filters, context)).map(({ state }) => {
    const last = state.measurements.at(-1)
    const mine = context.actor.permissions.has('plan.edit') || state.unitId === null || state.unitId === context.actor.unitId
    return { id: state.id, label: labelOf(state), values: { code: state.code, name: state.name, unit: state.unit, value: last?.value ?? null, measuredOn: last?.on ?? null, source: last?.source ?? '', document: last?.document ?? '', note: last?.note ?? '' }, record: state, ...(mine ? {} : { closed: 'Lo mide su unidad responsable.' }) }
  }),
  change: ({ record: { id, measurements: all }, values }, next) => {
    const last = all.at(-1)
    const given = { ...Object.fromEntries(MEASURED.map((key) => [key, values[key] ?? (key === 'value' || key === 'measuredOn' ? null : '')])), ...next }
    if (last && typeof given['measuredOn'] === 'string' && given['measuredOn'] < last.on) return [{ refused: measurementBack({ last: formatDay(last.on) }), columns: [...MEASURED] }]
    return [{ action: recordMeasurement, input: { id: randomUUID(), indicatorId: id, ...given }, columns: [...MEASURED] }]
  },
  undo: (_row, done, { reason }) => [...new Set(done.map(({ entryId }) => entryId))].flatMap((entryId) => (entryId ? [{ action: undoMeasurement, input: { entryId, reason }, columns: done.filter((one) => one.entryId === entryId).map(({ column }) => column) }] : [])),
})
/** Lists of the plan that are edited in Excel. */
export const planWorksheets = [nodes, indicators, targets, measurements] as const

import type { Day } from '#kernel'
import { insertMany, type Tx } from '#platform/database'
import { bulkEvidence, kinds, relations, stableId } from '#evidence'
import { nodeStore } from './nodes/node.store.ts'
import { indicatorHref, objectiveHref, planHref } from './hrefs.ts'

/** What a commune brings of its plan, in bulk. Codes are stable keys; values in the unit of each indicator. */
export type PlanLoad = {
  readonly name: string; readonly from: Day; readonly to: Day; readonly agreement: string; readonly note: string
  readonly axes: readonly { readonly code: string; readonly name: string }[]
  readonly objectives: readonly { readonly code: string; readonly axis: string; readonly name: string; readonly description: string }[]
  readonly programmes?: readonly { readonly code: string; readonly name: string; readonly objectiveCode: string; readonly purpose: string; readonly unit: string }[]
  readonly indicators: readonly {
    readonly code: string; readonly objective: string; readonly name: string; readonly unit: string; readonly formula: string; readonly direction: 'up' | 'down' | 'keep'; readonly yearly?: boolean; readonly responsible?: string
    readonly baseline: { readonly value: number; readonly year: number; readonly source: string }
    readonly targets: readonly { readonly year: number; readonly value: number }[]
    readonly measurements: readonly { readonly value: number; readonly on: Day; readonly recordedAt: string; readonly source: string; readonly document: string; readonly approved: boolean; readonly note?: string }[]
  }[]
}
/** Who signs the rows and under which entries. The entries are posted by the caller, in the order of their instants. */
export type PlanLoadPorts = {
  readonly entryId: string; readonly on: Day
  /** The entry of a measurement or its approval; `about` is the indicator it concerns. */
  readonly entryFor: (what: 'measurement' | 'approval', recordedAt: string, about: { readonly id: string; readonly name: string; readonly on: Day }) => string
  readonly recordedBy: string; readonly approvedBy: string
  readonly unitId: (code: string) => string | undefined
}
export type PlanIds = { readonly plan: string; readonly objectives: ReadonlyMap<string, string>; readonly programmes: ReadonlyMap<string, string>; readonly indicators: ReadonlyMap<string, string> }

/** Writes a plan with its tree, indicators and measurements, in a few statements. Returns the ids by code. */
export const loadPlanFacts = async (tx: Tx, facts: PlanLoad, ports: PlanLoadPorts): Promise<PlanIds> => {
  const { commune } = tx
  const id = (kind: string, code: string) => stableId(commune, kind, code)
  const fill = <T,>(rows: readonly unknown[], value: T): T[] => rows.map(() => value)
  const communes = (rows: readonly unknown[]) => ({ name: 'commune', type: 'text', values: fill(rows, commune) })
  const entries = (rows: readonly unknown[]) => ({ name: 'entry_id', type: 'uuid', values: fill(rows, ports.entryId) })
  const plan = id('plan', facts.name)
  await nodeStore(tx).addPlan({ id: plan, name: facts.name, startsOn: facts.from, endsOn: facts.to, agreement: facts.agreement, note: facts.note, entryId: ports.entryId })
  const nodes = [
    ...facts.axes.map((axis, place) => ({ id: id('axis', axis.code), parent: null as string | null, kind: 'axis', code: axis.code, name: axis.name, text: '', place, unit: undefined as string | undefined })),
    ...facts.objectives.map((one, place) => ({ id: id('objective', one.code), parent: id('axis', one.axis), kind: 'objective', code: one.code, name: one.name, text: one.description, place, unit: undefined })),
    ...(facts.programmes ?? []).map((one, place) => ({ id: id('programme', one.code), parent: id('objective', one.objectiveCode), kind: 'programme', code: one.code, name: one.name, text: one.purpose, place, unit: ports.unitId(one.unit) })),
  ]
  await insertMany(tx, 'plan.nodes', [
    communes(nodes), { name: 'id', type: 'uuid', values: nodes.map((node) => node.id) }, { name: 'plan_id', type: 'uuid', values: fill(nodes, plan) }, { name: 'parent_id', type: 'uuid', values: nodes.map(({ parent }) => parent) },
    { name: 'kind', type: 'text', values: nodes.map(({ kind }) => kind) }, { name: 'code', type: 'text', values: nodes.map(({ code }) => code) }, { name: 'name', type: 'text', values: nodes.map(({ name }) => name) },
    { name: 'description', type: 'text', values: nodes.map(({ text }) => text) }, { name: 'place', type: 'int', values: nodes.map(({ place }) => place) }, { name: 'unit_id', type: 'uuid', values: nodes.map(({ unit }) => unit ?? null) }, entries(nodes),
  ])
  const { indicators } = facts
  const own = (code: string) => id('indicator', code)
  await insertMany(tx, 'plan.indicators', [
    communes(indicators), { name: 'id', type: 'uuid', values: indicators.map(({ code }) => own(code)) }, { name: 'node_id', type: 'uuid', values: indicators.map(({ objective }) => id('objective', objective)) },
    { name: 'code', type: 'text', values: indicators.map(({ code }) => code) }, { name: 'name', type: 'text', values: indicators.map(({ name }) => name) }, { name: 'unit', type: 'text', values: indicators.map(({ unit }) => unit) },
    { name: 'formula', type: 'text', values: indicators.map(({ formula }) => formula) }, { name: 'direction', type: 'text', values: indicators.map(({ direction }) => direction) }, { name: 'accrual', type: 'text', values: indicators.map(({ yearly }) => (yearly ? 'yearly' : 'level')) },
    { name: 'unit_id', type: 'uuid', values: indicators.map(({ responsible }) => (responsible ? (ports.unitId(responsible) ?? null) : null)) }, entries(indicators),
  ])
  await insertMany(tx, 'plan.baselines', [
    communes(indicators), { name: 'indicator_id', type: 'uuid', values: indicators.map(({ code }) => own(code)) }, entries(indicators),
    { name: 'value', type: 'float8', values: indicators.map(({ baseline }) => baseline.value) }, { name: 'year', type: 'smallint', values: indicators.map(({ baseline }) => baseline.year) }, { name: 'source', type: 'text', values: indicators.map(({ baseline }) => baseline.source) },
  ])
  const targets = indicators.flatMap(({ code, targets: goals }) => goals.map((goal) => ({ ...goal, indicator: own(code) })))
  await insertMany(tx, 'plan.targets', [
    communes(targets), { name: 'indicator_id', type: 'uuid', values: targets.map(({ indicator }) => indicator) }, { name: 'year', type: 'smallint', values: targets.map(({ year }) => year) }, entries(targets), { name: 'value', type: 'float8', values: targets.map(({ value }) => value) },
  ])
  const measurements = indicators.flatMap(({ code, name, measurements: facts_ }) => facts_.map((one) => ({ ...one, id: id('measurement', `${code} ${one.on}`), indicator: own(code), about: { id: own(code), name, on: one.on } })))
  await insertMany(tx, 'plan.measurements', [
    communes(measurements), { name: 'id', type: 'uuid', values: measurements.map((one) => one.id) }, { name: 'indicator_id', type: 'uuid', values: measurements.map(({ indicator }) => indicator) },
    { name: 'value', type: 'float8', values: measurements.map(({ value }) => value) }, { name: 'measured_on', type: 'date', values: measurements.map(({ on }) => on) }, { name: 'source', type: 'text', values: measurements.map(({ source }) => source) },
    { name: 'document', type: 'text', values: measurements.map(({ document }) => document) }, { name: 'note', type: 'text', values: measurements.map(({ note }) => note ?? '') }, { name: 'recorded_by', type: 'uuid', values: fill(measurements, ports.recordedBy) },
    { name: 'entry_id', type: 'uuid', values: measurements.map(({ recordedAt, about }) => ports.entryFor('measurement', recordedAt, about)) },
  ])
  const approved = measurements.filter((one) => one.approved)
  await insertMany(tx, 'plan.approvals', [
    communes(approved), { name: 'measurement_id', type: 'uuid', values: approved.map((one) => one.id) }, { name: 'approved_by', type: 'uuid', values: fill(approved, ports.approvedBy) },
    { name: 'entry_id', type: 'uuid', values: approved.map(({ recordedAt, about }) => ports.entryFor('approval', recordedAt, about)) },
  ])
  const evidence = bulkEvidence(tx)
  const objectiveRef = (code: string) => ({ kind: kinds.objective, id: id('objective', code) })
  await evidence.link(ports.entryId, [
    ...(facts.programmes ?? []).map((one) => ({ from: objectiveRef(one.objectiveCode), relation: relations.includes, to: { kind: kinds.planProgramme, id: id('programme', one.code) } })),
    ...indicators.map((one) => ({ from: objectiveRef(one.objective), relation: relations.measuredBy, to: { kind: kinds.indicator, id: own(one.code) } })),
  ])
  await evidence.index([
    ...facts.objectives.map((one) => ({ ...objectiveRef(one.code), title: `${one.code} ${one.name}`, subtitle: 'Objetivo del plan', href: objectiveHref(id('objective', one.code)), visibility: 'council' as const })),
    ...(facts.programmes ?? []).map((one) => ({ kind: kinds.planProgramme, id: id('programme', one.code), title: `${one.code} ${one.name}`, subtitle: 'Programa del plan', href: planHref, visibility: 'council' as const })),
    ...indicators.map((one) => ({ kind: kinds.indicator, id: own(one.code), title: `${one.code} ${one.name}`, subtitle: `Indicador del plan, en ${one.unit}`, href: indicatorHref(own(one.code)), visibility: 'council' as const })),
  ])
  await evidence.keep([
    { kind: 'plan', id: plan, entryId: ports.entryId, effectiveOn: ports.on, data: { name: facts.name, startsOn: facts.from, endsOn: facts.to, agreement: facts.agreement } },
    ...facts.objectives.map((one) => ({ ...objectiveRef(one.code), entryId: ports.entryId, effectiveOn: ports.on, data: { code: one.code, name: one.name, description: one.description } })),
    ...indicators.map((one) => ({ kind: kinds.indicator, id: own(one.code), entryId: ports.entryId, effectiveOn: ports.on, data: { code: one.code, name: one.name, unit: one.unit, formula: one.formula, direction: one.direction } })),
  ])
  const byCode = (kind: string, codes: readonly { readonly code: string }[]) => new Map(codes.map(({ code }) => [code, id(kind, code)]))
  return { plan, objectives: byCode('objective', facts.objectives), programmes: byCode('programme', facts.programmes ?? []), indicators: byCode('indicator', indicators) }
}

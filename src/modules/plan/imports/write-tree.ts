import { randomUUID } from 'node:crypto'
import { yearOf } from '#kernel'
import type { ActionContext } from '#platform/actions'
import { insertMany } from '#platform/database'
import { bulkEvidence, kinds, relations } from '#evidence'
import { indicatorHref, objectiveHref, planHref } from '../hrefs.ts'
import { nodeStore } from '../nodes/node.store.ts'
import type { PlanPreview, TreeItem } from './plan-import-contract.ts'

const NOT_TOLD = 'No viene en el documento'
const recordKind = { axis: 'plan-axis', objective: kinds.objective, programme: kinds.planProgramme, indicator: kinds.indicator } as const

/** Writes a plan as a draft with its whole tree, in a few statements under the entry of the action. */
export const writeTree = async (context: ActionContext, planId: string, preview: PlanPreview, fileName: string): Promise<void> => {
  const { tx, entryId, today } = context
  const ids = new Map(preview.tree.map(({ id }) => [id, randomUUID()] as const))
  const idOf = (id: string | null): string | null => (id === null ? null : (ids.get(id) ?? null))
  const nodes = preview.tree.filter(({ kind }) => kind !== 'indicator')
  const indicators = preview.tree.flatMap((item) => (item.indicator ? [{ item, told: item.indicator, id: ids.get(item.id) ?? '' }] : []))
  const text = (name: string, values: readonly (string | null)[]) => ({ name, type: 'text', values })
  const uuid = (name: string, values: readonly (string | null)[]) => ({ name, type: 'uuid', values })
  const of = (rows: readonly unknown[]) => [text('commune', rows.map(() => tx.commune)), uuid('entry_id', rows.map(() => entryId))]
  const places = new Map<string, number>()
  const placeOf = ({ parent }: TreeItem): number => { const key = parent ?? ''; const place = places.get(key) ?? 0; places.set(key, place + 1); return place }
  await nodeStore(tx).addPlan({ id: planId, name: preview.name, startsOn: preview.startsOn, endsOn: preview.endsOn, agreement: '', note: `Cargado desde «${fileName}»`, entryId, draft: true })
  await insertMany(tx, 'plan.nodes', [
    ...of(nodes), uuid('id', nodes.map(({ id }) => idOf(id))), uuid('plan_id', nodes.map(() => planId)), uuid('parent_id', nodes.map(({ parent }) => idOf(parent))), text('kind', nodes.map(({ kind }) => kind)), text('code', nodes.map(({ code }) => code)), text('name', nodes.map(({ name }) => name)),
    text('description', nodes.map(({ description }) => description.slice(0, 2000))), { name: 'place', type: 'int', values: nodes.map(placeOf) }, uuid('unit_id', nodes.map(({ unitId }) => unitId || null)),
  ])
  if (indicators.length > 0) {
    await insertMany(tx, 'plan.indicators', [
      ...of(indicators), uuid('id', indicators.map(({ id }) => id)), uuid('node_id', indicators.map(({ item }) => idOf(item.parent))), text('code', indicators.map(({ item }) => item.code)), text('name', indicators.map(({ item }) => item.name)), text('unit', indicators.map(({ told }) => told.measure.slice(0, 60))),
      text('formula', indicators.map(({ told }) => (told.formula || NOT_TOLD).slice(0, 500))), text('direction', indicators.map(({ told }) => told.direction)), text('accrual', indicators.map(() => 'level')), uuid('unit_id', indicators.map(({ item }) => item.unitId || null)), text('frequency', indicators.map(({ told }) => told.frequency.slice(0, 120))), text('verification', indicators.map(({ told }) => told.verification.slice(0, 500))),
    ])
    await insertMany(tx, 'plan.baselines', [
      ...of(indicators), uuid('indicator_id', indicators.map(({ id }) => id)), { name: 'value', type: 'float8', values: indicators.map(({ told }) => told.base) }, text('absence', indicators.map(({ told }) => (told.base === null ? 'no-data' : null))),
      { name: 'year', type: 'smallint', values: indicators.map(({ told }) => told.baseYear ?? yearOf(preview.startsOn) - 1) }, text('source', indicators.map(({ told, item }) => (told.verification || `${fileName}, ${item.place}`).slice(0, 300))),
    ])
  }
  const targets = indicators.flatMap(({ id, told }) => told.targets.map((target) => ({ ...target, id })))
  if (targets.length > 0) await insertMany(tx, 'plan.targets', [...of(targets), uuid('indicator_id', targets.map(({ id }) => id)), { name: 'year', type: 'smallint', values: targets.map(({ year }) => year) }, { name: 'value', type: 'float8', values: targets.map(({ value }) => value) }, text('reason', targets.map(() => 'Meta inicial'))])
  const evidence = bulkEvidence(tx)
  const ref = (item: TreeItem) => ({ kind: recordKind[item.kind], id: idOf(item.id) ?? '' })
  const byId = new Map(preview.tree.map((item) => [item.id, item]))
  const [linked, beside] = [preview.tree.filter(({ kind }) => kind === 'programme' || kind === 'indicator'), preview.tree.filter((item) => item.beside && byId.has(item.beside))]
  await evidence.link(entryId, [
    ...linked.flatMap((item) => { const parent = item.parent ? byId.get(item.parent) : undefined; return parent ? [{ from: ref(parent), relation: item.kind === 'indicator' ? relations.measuredBy : relations.includes, to: ref(item) }] : [] }),
    ...beside.flatMap((item) => { const programme = byId.get(item.beside ?? ''); return programme ? [{ from: ref(programme), relation: relations.measuredBy, to: ref(item) }] : [] }),
  ])
  await evidence.index(preview.tree.map((item) => ({ ...ref(item), title: `${item.code} ${item.name}`, subtitle: `${preview.name}, borrador`, href: item.kind === 'objective' ? objectiveHref(idOf(item.id) ?? '') : item.kind === 'indicator' ? indicatorHref(idOf(item.id) ?? '') : `${planHref}?plan=${planId}`, visibility: 'internal' as const })))
  await evidence.keep([
    { kind: 'plan', id: planId, entryId, effectiveOn: today, data: { name: preview.name, startsOn: preview.startsOn, endsOn: preview.endsOn, draft: true } },
    ...preview.tree.map((item) => ({ ...ref(item), entryId, effectiveOn: today, data: { code: item.code, name: item.name, description: item.description, parent: idOf(item.parent), unit: item.unitId || null, ...(item.indicator ? { measure: item.indicator.measure, formula: item.indicator.formula, frequency: item.indicator.frequency, verification: item.indicator.verification } : {}) } })),
  ])
}

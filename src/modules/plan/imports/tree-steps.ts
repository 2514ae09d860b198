import { randomUUID } from 'node:crypto'
import { type Day, yearOf } from '#kernel'
import { insertMany, type Tx } from '#platform/database'
import { bulkEvidence, kinds, relations } from '#evidence'
import { indicatorHref, objectiveHref, planHref } from '../hrefs.ts'
import { nodeStore } from '../nodes/node.store.ts'
import type { PlanPreview, ToldIndicator, TreeItem, TreeKind } from './plan-import-contract.ts'

/** Rows of one statement: none passes the time the embedded engine allows, however large the plan. */
export const STEP = 250
const NOT_TOLD = 'No viene en el documento'
const recordKind = { axis: 'plan-axis', objective: kinds.objective, programme: kinds.planProgramme, indicator: kinds.indicator } as const

/** One short statement of a load. */
export type TreeStep = { readonly rows: number; readonly run: (tx: Tx) => Promise<unknown> }
export type TreeTarget = { readonly planId: string; readonly entryId: string; readonly fileName: string; readonly today: Day }
type Told = { readonly item: TreeItem; readonly told: ToldIndicator; readonly id: string }

const text = (name: string, values: readonly (string | null)[]) => ({ name, type: 'text', values })
const uuid = (name: string, values: readonly (string | null)[]) => ({ name, type: 'uuid', values })
const inSteps = <Row>(rows: readonly Row[], write: (tx: Tx, part: readonly Row[]) => Promise<unknown>): TreeStep[] =>
  Array.from({ length: Math.ceil(rows.length / STEP) }, (_, index) => { const part = rows.slice(index * STEP, (index + 1) * STEP); return { rows: part.length, run: (tx) => write(tx, part) } })

/**
 * A plan and its whole tree as short statements. `staged` may be written before the entry is: nobody sees them until it is posted, and they can
 * be erased. `posted` is what readers find by itself (search lines) or can never be erased (versions), and goes with the entry.
 */
export const treeSteps = (preview: PlanPreview, { planId, entryId, fileName, today }: TreeTarget): { readonly staged: readonly TreeStep[]; readonly posted: readonly TreeStep[] } => {
  const ids = new Map(preview.tree.map(({ id }) => [id, randomUUID()] as const))
  const idOf = (id: string | null): string | null => (id === null ? null : (ids.get(id) ?? null))
  const of = (tx: Tx, rows: readonly unknown[]) => [text('commune', rows.map(() => tx.commune)), uuid('entry_id', rows.map(() => entryId))]
  const places = new Map<string | null, number>()
  const placed = preview.tree.map((item) => { const place = places.get(item.parent) ?? 0; places.set(item.parent, place + 1); return { item, place } })
  // Whoever holds others goes first: a parent is there when its own arrive.
  const nodesOf = (kind: TreeKind) => inSteps(placed.filter(({ item }) => item.kind === kind), (tx, rows) => insertMany(tx, 'plan.nodes', [
    ...of(tx, rows), uuid('id', rows.map(({ item }) => idOf(item.id))), uuid('plan_id', rows.map(() => planId)), uuid('parent_id', rows.map(({ item }) => idOf(item.parent))), text('kind', rows.map(() => kind)), text('code', rows.map(({ item }) => item.code)), text('name', rows.map(({ item }) => item.name)),
    text('description', rows.map(({ item }) => item.description.slice(0, 2000))), { name: 'place', type: 'int', values: rows.map(({ place }) => place) }, uuid('unit_id', rows.map(({ item }) => item.unitId || null)),
  ]))
  const indicators = preview.tree.flatMap((item): Told[] => (item.indicator ? [{ item, told: item.indicator, id: ids.get(item.id) ?? '' }] : []))
  const targets = indicators.flatMap(({ id, told }) => told.targets.map((target) => ({ ...target, id })))
  const byId = new Map(preview.tree.map((item) => [item.id, item]))
  const ref = (item: TreeItem) => ({ kind: recordKind[item.kind], id: idOf(item.id) ?? '' })
  const edges = preview.tree.flatMap((item) => {
    const [parent, beside] = [byId.get(item.parent ?? ''), byId.get(item.beside ?? '')]
    const hung = parent && (item.kind === 'programme' || item.kind === 'indicator') ? [{ from: ref(parent), relation: item.kind === 'indicator' ? relations.measuredBy : relations.includes, to: ref(item) }] : []
    return beside ? [...hung, { from: ref(beside), relation: relations.measuredBy, to: ref(item) }] : hung
  })
  const hrefOf = (item: TreeItem): string => (item.kind === 'objective' ? objectiveHref(idOf(item.id) ?? '') : item.kind === 'indicator' ? indicatorHref(idOf(item.id) ?? '') : `${planHref}?plan=${planId}`)
  const plan = { name: preview.name, startsOn: preview.startsOn, endsOn: preview.endsOn }
  return {
    staged: [
      { rows: 1, run: (tx) => nodeStore(tx).addPlan({ id: planId, ...plan, agreement: '', note: `Cargado desde «${fileName}»`, entryId, draft: true }) },
      ...nodesOf('axis'), ...nodesOf('objective'), ...nodesOf('programme'),
      ...inSteps(indicators, (tx, rows) => insertMany(tx, 'plan.indicators', [
        ...of(tx, rows), uuid('id', rows.map(({ id }) => id)), uuid('node_id', rows.map(({ item }) => idOf(item.parent))), text('code', rows.map(({ item }) => item.code)), text('name', rows.map(({ item }) => item.name)), text('unit', rows.map(({ told }) => told.measure.slice(0, 60))),
        text('formula', rows.map(({ told }) => (told.formula || NOT_TOLD).slice(0, 500))), text('direction', rows.map(({ told }) => told.direction)), text('accrual', rows.map(() => 'level')), uuid('unit_id', rows.map(({ item }) => item.unitId || null)), text('frequency', rows.map(({ told }) => told.frequency.slice(0, 120))), text('verification', rows.map(({ told }) => told.verification.slice(0, 500))),
      ])),
      ...inSteps(indicators, (tx, rows) => insertMany(tx, 'plan.baselines', [
        ...of(tx, rows), uuid('indicator_id', rows.map(({ id }) => id)), { name: 'value', type: 'float8', values: rows.map(({ told }) => told.base) }, text('absence', rows.map(({ told }) => (told.base === null ? 'no-data' : null))),
        { name: 'year', type: 'smallint', values: rows.map(({ told }) => told.baseYear ?? yearOf(preview.startsOn) - 1) }, text('source', rows.map(({ told, item }) => (told.verification || `${fileName}, ${item.place}`).slice(0, 300))),
      ])),
      ...inSteps(targets, (tx, rows) => insertMany(tx, 'plan.targets', [...of(tx, rows), uuid('indicator_id', rows.map(({ id }) => id)), { name: 'year', type: 'smallint', values: rows.map(({ year }) => year) }, { name: 'value', type: 'float8', values: rows.map(({ value }) => value) }, text('reason', rows.map(() => 'Meta inicial'))])),
      ...inSteps(edges, (tx, rows) => bulkEvidence(tx).link(entryId, rows)),
    ],
    posted: [
      { rows: 1, run: (tx) => bulkEvidence(tx).keep([{ kind: 'plan', id: planId, entryId, effectiveOn: today, data: { ...plan, draft: true } }]) },
      ...inSteps(preview.tree, (tx, rows) => bulkEvidence(tx).index(rows.map((item) => ({ ...ref(item), title: `${item.code} ${item.name}`, subtitle: `${preview.name}, borrador`, href: hrefOf(item), visibility: 'internal' as const })))),
      ...inSteps(preview.tree, (tx, rows) => bulkEvidence(tx).keep(rows.map((item) => ({ ...ref(item), entryId, effectiveOn: today, data: { code: item.code, name: item.name, description: item.description, parent: idOf(item.parent), unit: item.unitId || null, ...(item.indicator ? { measure: item.indicator.measure, formula: item.indicator.formula, frequency: item.indicator.frequency, verification: item.indicator.verification } : {}) } })))),
    ],
  }
}

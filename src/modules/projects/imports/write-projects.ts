import { type Day, sortKey } from '#kernel'
import type { ActionContext } from '#platform/actions'
import { insertMany, type Tx } from '#platform/database'
import { bulkEvidence, kinds } from '#evidence'
import { stageTitle } from '../contract.ts'
import { projectHref } from '../hrefs.ts'
import { currentStage, type ProjectState } from '../portfolio/project.ts'
import { projectStore } from '../portfolio/project.store.ts'
import { settleProject } from '../portfolio/read-project.ts'
import { dayAfter } from './compare.ts'
import type { ListItem } from './import-contract.ts'
import type { LoadedProject } from './import.store.ts'

/** Rows in one statement: none passes the time the embedded engine allows. */
const CHUNK = 200
const REASON = 'Según la lista cargada'

type Fresh = { readonly id: string; readonly item: ListItem }
/** What the rows of a list are written under. */
export type ListTarget = { readonly entryId: string; readonly today: Day; readonly accountId: string; readonly fileName: string }
/** A few short statements of a load. */
export type ListStep = { readonly rows: number; readonly run: (tx: Tx) => Promise<unknown> }

const factsOf = (fresh: readonly Fresh[], today: Day) => fresh.map(({ id, item }) => ({ id, told: item.told, on: item.told.since ?? today }))
const addFacts = async (tx: Tx, fresh: readonly Fresh[], { entryId, today, accountId, fileName }: ListTarget): Promise<void> => {
  const all = <T,>(value: T): T[] => fresh.map(() => value)
  const text = (name: string, values: readonly (string | null)[]) => ({ name, type: 'text', values })
  const told = fresh.map(({ item }) => item.told)
  await insertMany(tx, 'projects.projects', [
    text('commune', all(tx.commune)), { name: 'id', type: 'uuid', values: fresh.map(({ id }) => id) }, text('code', told.map(({ code }) => code)), text('bip', told.map(({ bip }) => bip ?? null)), text('name', told.map(({ name }) => name)), text('sort_key', told.map(({ name }) => sortKey(name))),
    text('place', told.map(({ place }) => place ?? '')), { name: 'longitude', type: 'float8', values: told.map(({ longitude }) => longitude ?? null) }, { name: 'latitude', type: 'float8', values: told.map(({ latitude }) => latitude ?? null) }, { name: 'unit_id', type: 'uuid', values: told.map(({ unitId }) => unitId ?? null) },
    { name: 'beneficiaries_women', type: 'int', values: told.map(({ women }) => women ?? null) }, { name: 'beneficiaries_men', type: 'int', values: told.map(({ men }) => men ?? null) }, { name: 'entry_id', type: 'uuid', values: all(entryId) },
  ])
  const facts = factsOf(fresh, today)
  const owned = <Row extends { id: string; on: Day }>(rows: readonly Row[], day: string) => [text('commune', rows.map(() => tx.commune)), { name: 'project_id', type: 'uuid', values: rows.map(({ id }) => id) }, { name: 'entry_id', type: 'uuid', values: rows.map(() => entryId) }, { name: day, type: 'date', values: rows.map(({ on }) => on) }]
  const costs = facts.flatMap(({ told: { cost }, ...row }) => (cost === undefined ? [] : [{ ...row, cost }]))
  if (costs.length > 0) await insertMany(tx, 'projects.costs', [...owned(costs, 'effective_on'), { name: 'amount', type: 'bigint', values: costs.map(({ cost }) => cost) }, text('reason', costs.map(() => REASON))])
  await insertMany(tx, 'projects.stage_changes', [...owned(facts, 'changed_on'), text('stage', facts.map((row) => row.told.stage ?? 'idea')), text('reason', facts.map(() => REASON)), text('document', facts.map(() => fileName.slice(0, 300))), { name: 'recorded_by', type: 'uuid', values: facts.map(() => accountId) }])
  const sources = facts.flatMap(({ told: { sources: list = [] }, ...row }) => list.map((one) => ({ ...row, ...one })))
  if (sources.length > 0) await insertMany(tx, 'projects.fundings', [...owned(sources, 'effective_on'), text('source', sources.map(({ source }) => source)), { name: 'amount', type: 'bigint', values: sources.map(({ amount }) => amount) }])
}
const tellFacts = async (tx: Tx, fresh: readonly Fresh[], { entryId, today }: ListTarget): Promise<void> => {
  const facts = factsOf(fresh, today)
  const evidence = bulkEvidence(tx)
  await evidence.index(facts.map(({ id, told: one }) => ({ kind: kinds.project, id, title: one.name, subtitle: [one.bip ? `BIP ${one.bip}` : '', stageTitle[one.stage ?? 'idea'], one.place ?? ''].filter(Boolean).join(' · '), href: projectHref(id), visibility: 'council' as const })))
  await evidence.keep(facts.map(({ id, told: one, on }) => ({ kind: kinds.project, id, entryId, effectiveOn: on, data: { code: one.code, bip: one.bip ?? null, name: one.name, place: one.place ?? '', stage: one.stage ?? 'idea', totalCost: one.cost ?? null } })))
}
/**
 * The new projects of a list as short statements. `staged` may be written before the entry is (nobody sees them until it is posted, and they can be
 * erased); `posted` is what the search finds by itself and what can never be erased, and goes with the entry.
 */
export const projectSteps = (fresh: readonly Fresh[], target: ListTarget): { readonly staged: readonly ListStep[]; readonly posted: readonly ListStep[]; readonly loaded: readonly LoadedProject[] } => {
  const parts = Array.from({ length: Math.ceil(fresh.length / CHUNK) }, (_, index) => fresh.slice(index * CHUNK, (index + 1) * CHUNK))
  return {
    staged: parts.map((part) => ({ rows: part.length, run: (tx) => addFacts(tx, part, target) })), posted: parts.map((part) => ({ rows: part.length, run: (tx) => tellFacts(tx, part, target) })),
    loaded: fresh.map(({ id, item }) => ({ id, name: item.told.name, what: 'new', version: 1, changes: [] })),
  }
}

/** Changes a project of the portfolio into what the list says, but for what the person keeps. Returns the way back. */
export const changeFromList = async (context: ActionContext, state: ProjectState, item: ListItem, fileName: string): Promise<LoadedProject> => {
  const store = projectStore(context.tx)
  const { told } = item
  const taken = new Set(item.changes.filter(({ kept }) => !kept).map(({ field }) => field))
  const pick = <T,>(field: Parameters<typeof taken.has>[0], mine: T | undefined, theirs: T): T => (taken.has(field) && mine !== undefined ? mine : theirs)
  const before = { code: state.code, bip: state.bip, name: state.name, place: state.place, longitude: state.longitude, latitude: state.latitude, unitId: state.unitId, formulatorId: state.formulatorId, inspectorId: state.inspectorId, genderMarker: state.genderMarker, genderNote: state.genderNote, beneficiariesWomen: state.women, beneficiariesMen: state.men }
  const on = dayAfter(state, told, context.today)
  await store.change({
    ...before, id: state.id, version: state.version, bip: pick('bip', told.bip, state.bip), name: pick('name', told.name, state.name), place: pick('place', told.place, state.place), unitId: pick('unit', told.unitId, state.unitId),
    longitude: pick('position', told.longitude, state.longitude), latitude: pick('position', told.latitude, state.latitude), beneficiariesWomen: pick('people', told.women, state.women), beneficiariesMen: pick('people', told.men, state.men),
  })
  if (taken.has('cost') && told.cost !== undefined) await store.setCost({ projectId: state.id, amount: told.cost, on, reason: `${REASON}: ${fileName}`.slice(0, 300), entryId: context.entryId })
  if (taken.has('stage') && told.stage) await store.changeStage({ projectId: state.id, stage: told.stage, on, reason: REASON, document: fileName.slice(0, 300), recordedBy: context.actor.accountId, entryId: context.entryId })
  if (taken.has('sources')) for (const { source, amount } of told.sources ?? []) await store.addFunding({ projectId: state.id, source, amount, on, entryId: context.entryId })
  const row = await settleProject(context, state.id, taken.has('stage') && told.stage ? told.stage : currentStage(state).stage, taken.has('cost') && told.cost !== undefined ? told.cost : (state.cost?.amount ?? 0))
  return { id: state.id, name: row.name, what: 'changed', version: row.version, changes: item.changes, before }
}

import { randomUUID } from 'node:crypto'
import { can, counted } from '#kernel'
import { type ActionContext, defineAction, type EntryDraft, notFound, versionMoved } from '#platform/actions'
import { sql } from '#platform/database'
import { bulkEvidence, demandUndoTerm, kinds, ledgerStore } from '#evidence'
import { nodeStore } from '../nodes/node.store.ts'
import { AdoptPlanInput, importStateTitle, LOAD_PLAN_JOB, LoadPlanImportInput, UndoPlanImportInput } from './plan-import-contract.ts'
import { planImportState, planLeanedOn, planNotDraft } from './plan-import-problems.ts'
import { planImportStore } from './plan-import.store.ts'
import { preparePlan, settlePlanImport } from './post-plan-import.ts'
import { demandReading } from './start-plan-import.ts'
import { treeSteps } from './tree-steps.ts'

/** From here on a plan is loaded by a job, in short steps between which others work, with its progress and a way to stop it. */
export const LARGE_PLAN = 300

/** Loads a reviewed document as a new plan in draft, whole or not at all. The plan in force is not touched. */
export const loadPlanImport = defineAction({
  name: 'plan.load-import', title: 'Cargar un plan', help: 'Crea un plan en borrador; el que rige no cambia. Uno grande se carga en un trabajo que se puede detener.', input: LoadPlanImportInput, allowed: can('plan.import'),
  prepare: ({ id }, context) => preparePlan(id, context),
  run: async ({ id, planId }, context, prepared): Promise<{ result: { id: string; planId: string; job?: string }; entry: EntryDraft | null }> => {
    const { preview, fileName } = prepared
    if (preview.loadable && preview.tree.length > LARGE_PLAN) {
      await demandReading(context, id)
      // A second order while one is loading follows the first.
      const job = (await planImportStore(context.tx).loading(id)) ?? (await context.enqueue({ kind: LOAD_PLAN_JOB, title: `Cargar el plan de «${fileName}»`, input: { id, planId, entryId: randomUUID() } })).id
      return { result: { id, planId, job }, entry: null }
    }
    const { staged, posted } = treeSteps(preview, { planId, entryId: context.entryId, fileName, today: context.today })
    return settlePlanImport(context, { id, planId }, prepared, preview.loadable ? [...staged, ...posted] : [])
  },
})

/** What was done on a plan after its load, in words; undefined when nothing was. */
const laterWork = async ({ tx }: ActionContext, planId: string, entryId: string): Promise<string | undefined> => {
  const row = await tx.one<{ ruled: boolean; nodes: number; indicators: number; measures: number; edges: number }>(sql`
    with own as (select n.id, n.version, n.entry_id from plan.nodes n where n.commune = ${tx.commune} and n.plan_id = ${planId}), mine as (select i.id, i.version, i.entry_id from plan.indicators i join own on own.id = i.node_id where i.commune = ${tx.commune})
    select (select version > 1 or not draft from plan.plans where commune = ${tx.commune} and id = ${planId}) as ruled, (select count(*) from own where version > 1 or entry_id <> ${entryId}::uuid)::int as nodes, (select count(*) from mine where version > 1 or entry_id <> ${entryId}::uuid)::int as indicators,
      ((select count(*) from plan.measurements m join mine on mine.id = m.indicator_id where m.commune = ${tx.commune}) + (select count(*) from plan.targets t join mine on mine.id = t.indicator_id where t.commune = ${tx.commune} and t.entry_id <> ${entryId}::uuid))::int as measures,
      (select count(*) from evidence.edges e where e.commune = ${tx.commune} and e.ended_by is null and e.entry_id <> ${entryId}::uuid and (e.from_id in (select id::text from own union all select id::text from mine) or e.to_id in (select id::text from own union all select id::text from mine)))::int as edges`)
  if (!row) return undefined
  if (row.ruled) return 'el plan se puso en vigencia'
  if (row.nodes + row.indicators > 0) return `se ${row.nodes + row.indicators === 1 ? 'corrigió o agregó un elemento' : `corrigieron o agregaron ${row.nodes + row.indicators} elementos`}`
  if (row.measures > 0) return `se registraron ${counted(row.measures, 'medición o meta', 'mediciones o metas')}`
  return row.edges > 0 ? `se hicieron ${counted(row.edges, 'enlace', 'enlaces')} con proyectos o presupuesto` : undefined
}
/** Takes back a load: the draft it made is no more. Refused when there is work on it. */
export const undoPlanImport = defineAction({
  name: 'plan.undo-import', title: 'Deshacer la carga de un plan', help: 'El borrador deja de estar; con «conocido al» se sigue viendo.', input: UndoPlanImportInput, allowed: can('plan.import'),
  run: async ({ id, version, reason }, context) => {
    const { tx } = context
    const row = await planImportStore(tx).hold(id)
    if (!row) throw notFound({ what: 'la carga' })
    if (row.version !== version) throw versionMoved({ what: 'La carga', yours: version, current: row.version }, { facts: { current: { state: row.state } } })
    const entry = row.state === 'loaded' && row.entry_id ? await ledgerStore(tx).byId(row.entry_id) : undefined
    if (!entry || !row.plan_id) throw planImportState({ state: importStateTitle[row.state], needs: importStateTitle.loaded })
    demandUndoTerm(context.law, entry, context.today)
    const later = await laterWork(context, row.plan_id, entry.id)
    if (later) throw planLeanedOn({ what: later })
    const nodes = await tx.all<{ id: string; kind: 'axis' | 'objective' | 'programme' }>(sql`select id, kind from plan.nodes where commune = ${tx.commune} and plan_id = ${row.plan_id}`)
    const indicators = await tx.all<{ id: string }>(sql`select i.id from plan.indicators i join plan.nodes n on n.commune = i.commune and n.id = i.node_id where i.commune = ${tx.commune} and n.plan_id = ${row.plan_id}`)
    const evidence = bulkEvidence(tx)
    for (const [kind, record] of [['axis', 'plan-axis'], ['objective', kinds.objective], ['programme', kinds.planProgramme]] as const) await evidence.forget(record, nodes.filter((node) => node.kind === kind).map((node) => node.id))
    await evidence.forget(kinds.indicator, indicators.map((one) => one.id))
    await evidence.unlinkAll(entry.id, context.entryId)
    await planImportStore(tx).undo({ id, planId: row.plan_id, entryId: context.entryId })
    return { result: { id }, entry: { name: 'plan-import-undone', undoes: entry.seq, summary: `Se deshizo «${entry.summary}»: ${reason}`, record: { kind: 'plan-import', id }, facts: { undone: entry.id, plan: row.plan_id } } }
  },
})
/** Puts a draft in force, with the agreement of the Concejo that approved it. */
export const adoptPlan = defineAction({
  name: 'plan.adopt-plan', title: 'Poner en vigencia un plan en borrador', input: AdoptPlanInput, allowed: can('plan.edit'),
  run: async ({ id, version, agreement, on }, context) => {
    const { tx } = context
    const plan = await nodeStore(tx).plan(id)
    if (!plan) throw notFound({ what: 'el plan' })
    if (!plan.draft) throw planNotDraft({ name: plan.name })
    if ((await tx.run(sql`update plan.plans set draft = false, agreement = ${agreement}, version = version + 1 where commune = ${tx.commune} and id = ${id} and version = ${version} and undone_entry is null`)) === 0) throw versionMoved({ what: `«${plan.name}»`, yours: version, current: plan.version }, { facts: { current: plan } })
    await context.keep({ kind: 'plan', id, version: version + 1, data: { name: plan.name, startsOn: plan.starts_on, endsOn: plan.ends_on, agreement, draft: false } })
    // What was work in progress of the office may now be read by the Concejo.
    await tx.run(sql`update evidence.search_lines l set visibility = 'council', subtitle = ${plan.name} where l.commune = ${tx.commune} and (l.record_id in (select n.id::text from plan.nodes n where n.commune = ${tx.commune} and n.plan_id = ${id}) or l.record_id in (select i.id::text from plan.indicators i join plan.nodes n on n.commune = i.commune and n.id = i.node_id where n.commune = ${tx.commune} and n.plan_id = ${id}))`)
    return { result: { id }, entry: { name: 'plan-adopted', summary: `«${plan.name}» queda en vigencia: ${agreement}`, effectiveOn: on, record: { kind: 'plan', id } } }
  },
})

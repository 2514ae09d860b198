import { can, enumerate } from '#kernel'
import { type ActionContext, defineAction, notFound, versionMoved } from '#platform/actions'
import { sql } from '#platform/database'
import { bulkEvidence, demandUndoTerm, kinds, ledgerStore } from '#evidence'
import { currentStage } from '../portfolio/project.ts'
import { projectStore, type ProjectFields } from '../portfolio/project.store.ts'
import { settleProject } from '../portfolio/read-project.ts'
import { importStateTitle, UndoProjectImportInput } from './import-contract.ts'
import { importStore, type LoadedProject } from './import.store.ts'
import { importNotInState, projectsLeanedOn } from './import-problems.ts'

/** Names of loaded projects on which something later leans: another version, any fact of another entry, a contract, an edge. */
const leaning = async ({ tx }: ActionContext, entryId: string, seq: number, loaded: readonly LoadedProject[]): Promise<string[]> => {
  const ids = loaded.map(({ id }) => id)
  const touched = await tx.all<{ id: string }>(sql`
    select distinct f.project_id::text as id from (
      select commune, project_id, entry_id from projects.stage_changes union all select commune, project_id, entry_id from projects.costs union all select commune, project_id, entry_id from projects.fundings
      union all select commune, project_id, entry_id from projects.planned_points union all select commune, project_id, entry_id from projects.progress_reports union all select commune, project_id, entry_id from projects.contracts) f
    join evidence.posted e on e.commune = f.commune and e.entry_id = f.entry_id
    where f.commune = ${tx.commune} and f.project_id = any (${ids}::uuid[]) and e.seq > ${seq} and f.entry_id <> ${entryId}::uuid`)
  const tied = await tx.all<{ id: string }>(sql`
    select case when from_kind = ${kinds.project} and from_id = any (${ids}) then from_id else to_id end as id from evidence.edges e join evidence.posted p on p.commune = e.commune and p.entry_id = e.entry_id
    where e.commune = ${tx.commune} and e.ended_by is null and p.seq > ${seq} and ((from_kind = ${kinds.project} and from_id = any (${ids})) or (to_kind = ${kinds.project} and to_id = any (${ids})))`)
  const versions = new Map((await tx.all<{ id: string; version: number }>(sql`select id, version from projects.projects where commune = ${tx.commune} and id = any (${ids}::uuid[])`)).map(({ id, version }) => [id, version]))
  const later = new Set([...touched, ...tied].map(({ id }) => id))
  return loaded.filter(({ id, version }) => later.has(id) || versions.get(id) !== version).map(({ name }) => name)
}

/** Takes back a whole load: new projects are no more, changed ones are what they were. Refused, with the list, when later facts lean on them. */
export const undoProjectImport = defineAction({
  name: 'projects.undo-import', title: 'Deshacer la carga de una lista de proyectos', help: 'Los proyectos nuevos dejan de estar y los cambiados vuelven a lo que eran. Con «conocido al» se sigue viendo lo que decía.', input: UndoProjectImportInput, allowed: can('projects.import'),
  run: async ({ id, version, reason }, context) => {
    const { tx } = context
    const row = await importStore(tx).hold(id)
    if (!row) throw notFound({ what: 'la carga' })
    if (row.version !== version) throw versionMoved({ what: 'La carga', yours: version, current: row.version }, { facts: { current: { state: row.state } } })
    const entry = row.state === 'loaded' && row.entry_id ? await ledgerStore(tx).byId(row.entry_id) : undefined
    if (!entry) throw importNotInState({ state: importStateTitle[row.state], needs: importStateTitle.loaded })
    demandUndoTerm(context.law, entry, context.today)
    const loaded = await importStore(tx).loaded(id)
    const dependants = await leaning(context, entry.id, entry.seq, loaded)
    if (dependants.length > 0) throw projectsLeanedOn({ count: dependants.length, names: enumerate(dependants.length > 6 ? [...dependants.slice(0, 5), 'otros'] : dependants) }, { facts: { dependants: dependants.slice(0, 20) } })
    const fresh = loaded.filter(({ what }) => what === 'new').map((one) => one.id)
    await tx.run(sql`update projects.projects set undone_entry = ${context.entryId} where commune = ${tx.commune} and id = any (${fresh}::uuid[])`)
    await bulkEvidence(tx).forget(kinds.project, fresh)
    for (const one of loaded) {
      if (one.what !== 'changed') continue
      await projectStore(tx).change({ ...(one.before as Omit<ProjectFields, 'id'>), id: one.id, version: one.version })
      // Facts of the entry undone no longer count, but its reversal is posted at the end of this transaction: what was before is asked without them.
      const [state] = await projectStore(tx).states({ knownSeq: entry.seq - 1, on: context.today, ids: [one.id] })
      if (state) await settleProject(context, one.id, currentStage(state).stage, state.cost?.amount ?? 0)
    }
    await importStore(tx).undo(id, context.entryId)
    await bulkEvidence(tx).unlinkAll(entry.id, context.entryId)
    return { result: { id, projects: loaded.length }, entry: { name: 'projects-import-undone', undoes: entry.seq, summary: `Se deshizo «${entry.summary}»: ${reason}`, record: { kind: 'project-import', id }, facts: { undone: entry.id, projects: loaded.length } } }
  },
})

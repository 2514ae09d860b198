import { can, defineProblem, sortKey } from '#kernel'
import { budget } from '#budget'
import { kinds, relations, threadStore } from '#evidence'
import { type ActionContext, defineAction, defineQuery, type Edge, notFound, type ReadContext, type RecordRef } from '#platform/actions'
import { sql } from '#platform/database'
import { z } from 'zod'
import { type LinkKind, linkKinds, LinkProjectInput, linkKindTitle, type LinkView } from '../contract.ts'
import { readProject, recordOf } from '../portfolio/read-project.ts'

export const linkFixed = defineProblem({
  id: 'projects/enlace-propio', kind: 'rule',
  title: 'El contrato es de este proyecto',
  detail: () => 'El enlace lo hizo el contrato al registrarse: no se quita a mano.',
  remedy: 'Si el contrato es de otro proyecto, regístrelo en ese proyecto.',
})
const ABOVE: readonly LinkKind[] = ['objective', 'plan-programme', 'programme']
const relationBelow: Partial<Record<LinkKind, string>> = { indicator: relations.measuredBy, contract: relations.contractedBy, 'budget-line': relations.budgetedBy }
/** What is above includes the project; what hangs from it is named by how. */
const edgeOf = (kind: LinkKind, targetId: string, project: string): Edge => {
  const other = { kind, id: targetId }
  return ABOVE.includes(kind) ? { from: other, relation: relations.includes, to: recordOf(project) } : { from: recordOf(project), relation: relationBelow[kind] ?? relations.budgetedBy, to: other }
}
const isLinkKind = (kind: string): kind is LinkKind => (linkKinds as readonly string[]).includes(kind)

type EdgeRow = { from_kind: string; from_id: string; relation: string; to_kind: string; to_id: string }
/** Ties of a project as of a ledger number: only those one step away. */
const edgesOf = (context: ReadContext, project: string, knownSeq: number) => context.tx.all<EdgeRow>(sql`
  select e.from_kind, e.from_id, e.relation, e.to_kind, e.to_id from evidence.edges e
  join evidence.posted p on p.commune = e.commune and p.entry_id = e.entry_id left join evidence.posted x on x.commune = e.commune and x.entry_id = e.ended_by
  where e.commune = ${context.tx.commune} and ((e.from_kind = ${kinds.project} and e.from_id = ${project}) or (e.to_kind = ${kinds.project} and e.to_id = ${project})) and p.seq <= ${knownSeq} and (x.seq is null or x.seq > ${knownSeq})`)
const otherEnd = (row: EdgeRow, project: string): RecordRef => (row.from_kind === kinds.project && row.from_id === project ? { kind: row.to_kind, id: row.to_id } : { kind: row.from_kind, id: row.from_id })

/** Titles of records that the reader may see: search lines, and the budget itself for its lines. */
const titlesOf = async (context: ReadContext, records: readonly RecordRef[]): Promise<Map<string, { title: string; detail: string; href: string }>> => {
  const found = new Map((await threadStore(context.tx).lines(records)).map((line) => [`${line.kind} ${line.record_id}`, { title: line.title, detail: '', href: line.href }]))
  const lines = records.filter(({ kind }) => kind === kinds.budgetLine).map(({ id }) => id)
  const own = lines.length > 0 ? await budget.records?.find(({ kind }) => kind === kinds.budgetLine)?.summarise(lines, context) : []
  for (const { id, title, detail = '', href } of own ?? []) found.set(`${kinds.budgetLine} ${id}`, { title, detail, href })
  return found
}
const ownContract = async ({ tx }: ReadContext, project: string, ids: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set((await tx.all<{ id: string }>(sql`select id from projects.contracts where commune = ${tx.commune} and project_id = ${project} and id::text = any (${ids as string[]})`)).map(({ id }) => id))

const unlink = async (context: ActionContext, project: string, other: RecordRef): Promise<void> => {
  const rows = (await edgesOf(context, project, Number.MAX_SAFE_INTEGER)).filter((row) => { const end = otherEnd(row, project); return end.kind === other.kind && end.id === other.id })
  if (rows.length === 0) throw notFound({ what: 'el enlace' })
  if (other.kind === kinds.contract && (await ownContract(context, project, [other.id])).size > 0) throw linkFixed({})
  for (const row of rows) await context.unlink({ from: { kind: row.from_kind, id: row.from_id }, relation: row.relation, to: { kind: row.to_kind, id: row.to_id } })
}

/** Ties a project to the plan, the budget or a contract, or takes a tie away: what it was stays in the past. */
export const linkProject = defineAction({
  name: 'projects.link-project', title: 'Enlazar un proyecto con el plan, el presupuesto o un contrato', input: LinkProjectInput, allowed: can('projects.edit'),
  run: async (input, context) => {
    const state = await readProject(context, input.id)
    const other = { kind: input.kind, id: input.targetId }
    const target = (await titlesOf(context, [other])).get(`${other.kind} ${other.id}`)
    if (!input.remove && !target) throw notFound({ what: linkKindTitle[input.kind].toLowerCase() })
    await (input.remove ? unlink(context, input.id, other) : context.link(edgeOf(input.kind, input.targetId, input.id)))
    const said = `${linkKindTitle[input.kind].toLowerCase()}${target ? ` «${target.title}»` : ''}`
    return { result: { linked: !input.remove }, entry: { name: input.remove ? 'project-unlinked' : 'project-linked', summary: `«${state.name}»: enlace ${input.remove ? 'quitado' : 'agregado'}, ${said}`, record: recordOf(input.id), facts: { other } } }
  },
})

/** The ties of a project that can be made and taken away by hand. */
export const projectLinks = defineQuery({
  name: 'projects.project-links', title: 'Enlaces de un proyecto', input: z.object({ id: z.uuid() }), allowed: can('projects.read'),
  run: async ({ id }, context): Promise<{ links: readonly LinkView[] }> => {
    await readProject(context, id)
    const ends = (await edgesOf(context, id, await context.knownSeq())).map((row) => otherEnd(row, id)).filter(({ kind }) => isLinkKind(kind))
    const unique = [...new Map(ends.map((end) => [`${end.kind} ${end.id}`, end])).values()]
    const titles = await titlesOf(context, unique)
    const fixed = await ownContract(context, id, unique.filter(({ kind }) => kind === kinds.contract).map((end) => end.id))
    return { links: unique.flatMap(({ kind, id: other }): LinkView[] => {
      const seen = titles.get(`${kind} ${other}`)
      return seen && isLinkKind(kind) ? [{ kind, kindTitle: linkKindTitle[kind], id: other, ...seen, fixed: fixed.has(other) }] : []
    }).sort((a, b) => linkKinds.indexOf(a.kind) - linkKinds.indexOf(b.kind) || (sortKey(a.title) < sortKey(b.title) ? -1 : 1)) }
  },
})

/** Records a project may be tied to, by kind and words of their title. Lines of the budget are asked of the budget. */
export const findLinkTargets = defineQuery({
  name: 'projects.find-link-targets', title: 'Buscar con qué enlazar un proyecto', input: z.object({ kind: z.enum(linkKinds), text: z.string().trim().max(80).default('') }), allowed: can('projects.read'),
  run: async ({ kind, text }, { tx }): Promise<{ targets: readonly { id: string; title: string; note: string }[] }> => ({
    targets: await tx.all<{ id: string; title: string; note: string }>(sql`
      select l.record_id as id, l.title, l.subtitle as note from evidence.search_lines l where l.commune = ${tx.commune} and l.kind = ${kind}
        ${sql.join(sortKey(text).split(/\s+/).filter(Boolean).slice(0, 6).map((word) => sql`and l.sort_key like ${`%${word.replace(/[%_\\]/g, '\\$&')}%`}`), sql` `)}
      order by l.sort_key limit 40`),
  }),
})

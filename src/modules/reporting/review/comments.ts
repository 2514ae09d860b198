import { can } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { CommentInput, ResolveCommentInput } from '../contract.ts'
import { definitionOf, sectionsOf } from '../definition/reports.ts'
import { reportStore } from '../drafts/report.store.ts'
import { commentStore } from './comment.store.ts'

/** An observation on a section or one of its paragraphs. */
export const addComment = defineAction({
  name: 'reporting.add-comment',
  title: 'Observar una sección del informe',
  input: CommentInput,
  allowed: can('reporting.read'),
  run: async ({ id, report, sectionKey, blockId, text }, context) => {
    const row = await reportStore(context.tx).need(report)
    const section = sectionsOf(definitionOf(row.kind)).find(({ key }) => key === sectionKey)
    if (!section) throw notFound({ what: `la sección ${sectionKey}` })
    await commentStore(context.tx).add({ id, report, sectionKey, text, accountId: context.actor.accountId, entryId: context.entryId, at: context.clock.now().toISOString(), ...(blockId ? { blockId } : {}) })
    return { result: { id }, entry: { name: 'report-commented', summary: `Observación en «${section.title}»`, record: { kind: 'report', id: report } } }
  },
})
/** Marks an observation as attended, or open again. */
export const resolveComment = defineAction({
  name: 'reporting.resolve-comment',
  title: 'Dar por atendida una observación',
  input: ResolveCommentInput,
  allowed: (actor) => can('reporting.edit')(actor) || can('reporting.review')(actor),
  run: async ({ id, resolved }, context) => {
    const comment = await commentStore(context.tx).get(id)
    if (!comment) throw notFound({ what: 'la observación' })
    await commentStore(context.tx).resolve(id, resolved ? context.clock.now().toISOString() : null, resolved ? context.actor.accountId : null)
    return { result: { id }, entry: { name: 'report-comment-resolved', summary: resolved ? 'Una observación quedó atendida' : 'Una observación se abrió de nuevo', record: { kind: 'report', id: comment.report_id } } }
  },
})

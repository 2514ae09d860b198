import type { FigureValue } from '#kernel'
import { defineQuery, notFound } from '#platform/actions'
import { personStore } from '#registry'
import { z } from 'zod'
import type { Catalog } from '../catalog.ts'
import { frameOf, liveOf } from '../compose/compose-report.ts'
import { refreshChips } from '../compose/refresh-chips.ts'
import type { CommentView, DeliveryView, EditionView, ReportView, SectionView } from '../contract.ts'
import { sectionsOf } from '../definition/reports.ts'
import { deliveryStore } from '../deliveries/delivery.store.ts'
import { reportStore } from '../drafts/report.store.ts'
import { emptySection } from '../drafts/section.store.ts'
import { editionStore } from '../editions/edition.store.ts'
import { commentStore } from '../review/comment.store.ts'
import { reportLines } from './list-reports.query.ts'
import { permitted } from './permitted.ts'

/** Everything the editor shows of a report except its computed chapters. */
export const openReport = (catalog: Catalog) => defineQuery({
  name: 'reporting.open',
  title: 'Abrir un informe',
  input: z.object({ report: z.uuid() }),
  allowed: (actor) => actor.permissions.has('reporting.read'),
  run: async ({ report: id }, context): Promise<ReportView> => {
    const row = await reportStore(context.tx).need(id)
    const [line] = await reportLines(context, [row])
    if (!line) throw notFound({ what: 'el informe' })
    const frame = await frameOf(context, row)
    const live = await liveOf(catalog, context, frame)
    const seq = await context.knownSeq()
    const comments = await commentStore(context.tx).of(id)
    const editions = await editionStore(context.tx).of(id, seq)
    const accounts = new Set([row.drafter_id, row.reviewer_id, row.approver_id, ...frame.sections.flatMap(({ authors, updated_by: by }) => [by, ...Object.values(authors).map(({ account }) => account)]), ...comments.map(({ account_id: account }) => account), ...editions.map(({ issued_by: by }) => by)].filter((account) => account !== null))
    const names = await personStore(context.tx).namesOfAccounts([...accounts])
    const nameOf = (account: string | null): string => (account && names.get(account)) || 'Secplan'
    const chips: Record<string, FigureValue> = {}
    const sections: SectionView[] = []
    for (const section of sectionsOf(frame.definition)) {
      const found = frame.sections.find(({ key }) => key === section.key) ?? emptySection(section.key)
      for (const { key, live: value } of (await refreshChips(found.content, live)).chips) if (value) chips[key] = value
      const unit = found.unit_id ? frame.units.get(found.unit_id) : undefined
      sections.push({
        key: section.key, title: section.title, chapter: section.chapter, version: found.version, content: found.content, authors: Object.fromEntries(Object.entries(found.authors).map(([block, { account }]) => [block, nameOf(account)])), ready: found.ready,
        ...(found.unit_id && unit ? { unit: { id: found.unit_id, name: unit } } : {}), ...(found.due_on ? { dueOn: found.due_on } : {}), ...(found.updated_at ? { updatedAt: found.updated_at } : {}), ...(found.updated_by ? { updatedBy: nameOf(found.updated_by) } : {}),
      })
    }
    const authors = new Set([row.drafter_id, ...frame.sections.flatMap((section) => Object.values(section.authors).map(({ account }) => account))])
    return {
      report: {
        ...line, pinned: row.effective_on !== null, asOf: frame.asOf, drafter: nameOf(row.drafter_id), audience: frame.definition.audience, unit: frame.definition.unit, legalBasis: frame.legalBasis,
        ...(row.reviewer_id ? { reviewer: nameOf(row.reviewer_id) } : {}), ...(row.approver_id ? { approver: nameOf(row.approver_id) } : {}),
      },
      sections, chips,
      comments: comments.map((comment): CommentView => ({ id: comment.id, sectionKey: comment.section_key, text: comment.text, who: nameOf(comment.account_id), at: comment.written_at, ...(comment.block_id ? { blockId: comment.block_id } : {}), ...(comment.resolved_at ? { resolvedAt: comment.resolved_at } : {}) })),
      editions: editions.map((edition): EditionView => ({
        number: edition.number, mode: edition.mode, issuedOn: edition.issued_on, issuedBy: nameOf(edition.issued_by), asOf: { effectiveOn: edition.effective_on, knownOn: edition.known_on }, fingerprint: edition.fingerprint, verificationCode: edition.verification_code,
        reservations: edition.reservations, files: edition.files, figures: edition.figures, ...(edition.replaces ? { replaces: edition.replaces } : {}),
      })),
      deliveries: (await deliveryStore(context.tx).of(id, seq, context.today)).map((delivery): DeliveryView => ({ id: delivery.id, edition: delivery.edition, kind: delivery.kind, number: delivery.number, deliveredOn: delivery.delivered_on, receivedBy: delivery.received_by, ...(delivery.file_hash ? { fileHash: delivery.file_hash } : {}) })),
      may: permitted(context.actor, row.state, authors),
    }
  },
})

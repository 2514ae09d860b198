import { can } from '#kernel'
import { defineQuery } from '#platform/actions'
import { sql } from '#platform/database'
import type { ActRow } from '../acts/act.store.ts'
import { actTitle, seriesTitle } from '../acts/titles.ts'
import { BookInput, type BookRow, type BookView } from '../contract.ts'
import { incomingTitle } from '../incoming/answer-incoming.ts'
import { numberStore, type PaperRange } from './number.store.ts'

type Given = { number: number; id: string; subject: string; on: string; annulled: boolean; reason: string; title: string }

/** Puts together numbers given here and ranges given on paper, in order. Whatever is in neither would be a gap, and is said. */
export const bookRows = (given: readonly Given[], paper: readonly PaperRange[], last: number): BookRow[] => {
  const rows: BookRow[] = [
    ...given.map((one): BookRow => ({ number: one.number, state: one.annulled ? 'annulled' : 'given', actId: one.id, title: one.title, subject: one.subject, on: one.on as BookRow['on'], note: one.annulled ? `Anulado: ${one.reason}` : '' })),
    ...paper.map((range): BookRow => ({ number: range.first, upTo: range.last, state: 'paper', subject: 'Dados en papel', on: null, note: range.reason })),
  ].sort((a, b) => a.number - b.number)
  const missing: BookRow[] = []
  let next = 1
  for (const row of [...rows, { number: last + 1, upTo: last + 1 }]) {
    if (row.number > next) missing.push({ number: next, upTo: row.number - 1, state: 'paper', subject: 'Sin constancia aquí', on: null, note: 'Acto reservado que usted no puede ver, o número sin explicar' })
    next = Math.max(next, (row.upTo ?? row.number) + 1)
  }
  return [...rows, ...missing].sort((a, b) => b.number - a.number)
}

export const openBook = defineQuery({
  name: 'correspondence.open-book', title: 'Libro de números', input: BookInput, allowed: can('correspondence.read'),
  run: async ({ series, year }, context): Promise<BookView> => {
    const { tx } = context
    const knownSeq = await context.knownSeq()
    const books = (await numberStore(tx).books()).map((book) => ({ series: book.series, title: seriesTitle(book.series), year: book.year, last: book.last }))
    const paper = await numberStore(tx).paper(series, year, knownSeq)
    const acts = series === 'incoming' ? [] : await tx.all<Pick<ActRow, 'id' | 'kind' | 'series' | 'number' | 'year' | 'subject' | 'state'> & { on: string; reason: string }>(sql`
      select a.id, a.kind, a.series, a.number, a.year, a.subject, a.state, a.act_on as on, coalesce((select e.reason from correspondence.events e where e.commune = a.commune and e.act_id = a.id and e.name = 'act-number-annulled' limit 1), '') as reason
      from correspondence.acts a join correspondence.proofs f on f.commune = a.commune and f.act_id = a.id join evidence.posted p on p.commune = f.commune and p.entry_id = f.entry_id
      where a.commune = ${tx.commune} and a.series = ${series} and a.year = ${year} and p.seq <= ${knownSeq}`)
    const letters = series === 'incoming' ? await tx.all<{ id: string; number: number; year: number; subject: string; on: string }>(sql`select i.id, i.number, i.year, i.subject, i.received_on as on from correspondence.incoming i join evidence.posted p on p.commune = i.commune and p.entry_id = i.entry_id where i.commune = ${tx.commune} and i.year = ${year} and p.seq <= ${knownSeq}`) : []
    const given: Given[] = [...acts.map((row) => ({ number: row.number ?? 0, id: row.id, subject: row.subject, on: row.on, annulled: row.state === 'annulled', reason: row.reason, title: actTitle(row) })), ...letters.map((row) => ({ ...row, annulled: false, reason: '', title: incomingTitle(row) }))]
    const last = Math.max(0, ...given.map(({ number }) => number), ...paper.map((range) => range.last))
    return { series, title: seriesTitle(series), year, last, rows: bookRows(given, paper, last), books }
  },
})

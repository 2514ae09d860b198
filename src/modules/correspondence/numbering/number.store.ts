import { randomUUID } from 'node:crypto'
import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'

export type Book = { series: string; year: number; last: number; last_on: Day | null }
export type PaperRange = { id: string; series: string; year: number; first: number; last: number; reason: string }

/** Books of numbers. Taking one locks the row of its series and year until the transaction ends: a number that is not kept is given back. */
export const numberStore = (tx: Tx) => {
  const open = async (series: string, year: number): Promise<Book> => {
    await tx.run(sql`insert into correspondence.books (commune, series, year) values (${tx.commune}, ${series}, ${year}) on conflict do nothing`)
    const row = await tx.one<Book>(sql`select series, year, last, last_on from correspondence.books where commune = ${tx.commune} and series = ${series} and year = ${year} for update`)
    return row ?? { series, year, last: 0, last_on: null }
  }
  const advance = (book: Book, last: number, on: Day | null) => tx.run(sql`update correspondence.books set last = ${last}, last_on = ${on} where commune = ${tx.commune} and series = ${book.series} and year = ${book.year}`)
  return {
    /** The book of a series and year, locked; opened when it does not exist. */
    open,
    /** The next number of the book, for an act of that day. `refuse` is told of the last one when the day goes back. */
    take: async (series: string, year: number, on: Day, refuse: (book: Book) => Error): Promise<number> => {
      const book = await open(series, year)
      if (book.last_on !== null && on < book.last_on) throw refuse(book)
      await advance(book, book.last + 1, on)
      return book.last + 1
    },
    /** Numbers given on paper, outside the system: the book goes on after them. */
    addPaper: async (book: Book, upTo: number, reason: string, entryId: string): Promise<void> => {
      await tx.run(sql`insert into correspondence.paper_numbers (commune, id, series, year, first, last, reason, entry_id) values (${tx.commune}, ${randomUUID()}, ${book.series}, ${book.year}, ${book.last + 1}, ${upTo}, ${reason}, ${entryId})`)
      await advance(book, upTo, book.last_on)
    },
    books: () => tx.all<Book>(sql`select series, year, last, last_on from correspondence.books where commune = ${tx.commune} and last > 0 order by year desc, series`),
    paper: (series: string, year: number, knownSeq: number) => tx.all<PaperRange>(sql`select n.id, n.series, n.year, n.first, n.last, n.reason from correspondence.paper_numbers n join evidence.posted p on p.commune = n.commune and p.entry_id = n.entry_id
      where n.commune = ${tx.commune} and n.series = ${series} and n.year = ${year} and p.seq <= ${knownSeq} order by n.first`),
  }
}

import { can } from '#kernel'
import { defineAction } from '#platform/actions'
import { seriesTitle } from '../acts/titles.ts'
import { PaperNumbersInput } from '../contract.ts'
import { numberTaken } from '../problems.ts'
import { numberStore } from './number.store.ts'

/** Numbers that the clerk gave on paper before the system, or outside it: the book goes on after them and explains them. */
export const recordPaperNumbers = defineAction({
  name: 'correspondence.record-paper-numbers', title: 'Anotar números dados en papel', input: PaperNumbersInput, allowed: can('correspondence.number'),
  run: async ({ series, year, upTo, reason }, context) => {
    const book = await numberStore(context.tx).open(series, year)
    if (upTo <= book.last) throw numberTaken({ last: book.last }, { errors: [{ pointer: '/upTo', message: `El libro ya va en el ${book.last}` }] })
    await numberStore(context.tx).addPaper(book, upTo, reason, context.entryId)
    return { result: { series, year, from: book.last + 1, to: upTo }, entry: { name: 'paper-numbers-recorded', summary: `${seriesTitle(series)} ${year}: los números ${book.last + 1} a ${upTo} se dieron en papel`, record: { kind: 'act-book', id: `${series}:${year}` } } }
  },
})

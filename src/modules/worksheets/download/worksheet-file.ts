import { parseInput, type ReadContext } from '#platform/actions'
import { communesInstalled } from '#registry'
import { demandWorksheet, type Modules } from '../definitions.ts'
import type { WrittenSheet } from './write-worksheet.ts'

/** What a worksheet holds for this reader and these filters, as of the two dates: ready to be written outside of any transaction. */
export const worksheetFacts = async (context: ReadContext, modules: Modules, name: string, given: unknown, secret: Uint8Array): Promise<WrittenSheet> => {
  const definition = demandWorksheet(modules, name, context.actor)
  const filters: unknown = parseInput(definition.filters, given, definition.title)
  const [columns, rows, words] = [await definition.columns(filters, context), await definition.rows(filters, context), await definition.words(filters, context)]
  const municipality = (await communesInstalled(context.tx)).find(({ commune }) => commune === context.actor.commune)?.municipality ?? ''
  return {
    secret, title: definition.title, municipality, columns, rows,
    mark: { name, commune: context.actor.commune, filters, at: context.clock.now().toISOString(), effectiveOn: context.asOf.effectiveOn, knownOn: context.asOf.knownOn, rows: rows.length, words },
  }
}

import { type Period, readPeriod } from '#kernel'
import { inputRefused, type ReadContext } from '#platform/actions'
import type { AskedThing, RequestSource } from '../sources/source.ts'

export const demandPeriod = (id: string): Period => {
  const period = readPeriod(id)
  if (!period) throw inputRefused({ what: 'period' }, { errors: [{ pointer: '/period', message: 'Elija un período, como 2026-1' }] })
  return period
}
/** What the records lack for a period, from every source the reader may draw on. */
export const owedNow = async (context: ReadContext, sources: readonly RequestSource[], period: Period): Promise<{ source: RequestSource; thing: AskedThing }[]> => {
  const found: { source: RequestSource; thing: AskedThing }[] = []
  for (const source of sources) {
    if (!source.allowed(context.actor.permissions)) continue
    for (const thing of await source.owed(context, period)) found.push({ source, thing })
  }
  return found
}
/** Names a thing asked of a subject, for the preview and for the opening alike. */
export const askedKey = (source: string, subjectId: string): string => `${source} ${subjectId}`

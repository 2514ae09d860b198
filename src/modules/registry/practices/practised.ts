import type { Day, Practice } from '#kernel'
import type { ReadContext } from '#platform/actions'
import { practiceStore } from './practice.store.ts'

/** The values of some habits on a day, with what the reader may know: the newest change, else the usual value. One statement. */
export const practised = async <Names extends string>(context: ReadContext, habits: Readonly<Record<Names, Practice>>, on: Day = context.today): Promise<Record<Names, number>> => {
  const all = Object.entries<Practice>(habits)
  const changes = await practiceStore(context.tx).changes(all.map(([, { key }]) => key), { knownSeq: await context.knownSeq(), on })
  return Object.fromEntries(all.map(([name, { key, usual }]) => [name, changes.find((change) => change.key === key)?.value ?? usual])) as Record<Names, number>
}
/** Every habit at its usual value: what holds where nobody changed anything. */
export const usually = <Names extends string>(habits: Readonly<Record<Names, Practice>>): Record<Names, number> =>
  Object.fromEntries(Object.entries<Practice>(habits).map(([name, { usual }]) => [name, usual])) as Record<Names, number>

import type { ReadContext, SheetChoice } from '#platform/actions'
import { unitStore } from './unit.store.ts'

/** Units as the options of a worksheet: by name, or by code; those closed are told. Two of one name carry their code. */
export const unitChoices = async ({ tx }: ReadContext): Promise<readonly SheetChoice[]> => {
  const units = await unitStore(tx).list()
  const times = new Map<string, number>()
  for (const { name } of units) times.set(name, (times.get(name) ?? 0) + 1)
  return units.map(({ id, code, name, active }) => ({ value: id, title: `${name}${(times.get(name) ?? 0) > 1 ? ` (${code})` : ''}${active ? '' : ' (cerrada)'}`, also: code }))
}

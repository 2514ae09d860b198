import type { Day, Law, LawId } from '#kernel'
import type { Tx } from '#platform/database'
import { communeStore, unitStore } from '#registry'
import type { Setting } from './template.ts'

/** How a norm is cited on a day; its key when the municipality took it out of the list. */
export const citeOn = (law: Law, on: Day) => (key: string): string => {
  const text = law.record('correspondence/citations', on)[key]
  return typeof text === 'string' ? text : key
}

/** The words of the moment: municipality, unit, the law as it is cited on the day. */
export const settingOf = async (tx: Tx, law: Law, on: Day, unitId: string | null, affected?: string): Promise<Setting> => {
  const commune = await communeStore(tx).get()
  const unit = unitId ? (await unitStore(tx).get(unitId))?.name : undefined
  return {
    municipality: commune?.municipality ?? 'Municipalidad', commune: commune?.name ?? '', unit: unit ?? commune?.municipality ?? '', cite: citeOn(law, on),
    term: (id) => String(law.number(id as LawId, on)), ...(affected ? { affected } : {}),
  }
}

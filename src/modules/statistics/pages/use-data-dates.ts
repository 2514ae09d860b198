import { useAsOf, useSession } from '#design'
import type { AsOf } from '#kernel'

/** The store is read as of today, not of the period of the budget: a version loaded a moment ago is there, unless the person chose other dates. */
export const useDataDates = (): AsOf => {
  const { effectiveOn, knownOn, chosen } = useAsOf()
  const { today } = useSession().clock
  return chosen ? { effectiveOn, knownOn } : { effectiveOn: today, knownOn: today }
}

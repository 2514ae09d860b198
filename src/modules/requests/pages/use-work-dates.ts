import { useAsOf, useSession } from '#design'
import type { AsOf } from '#kernel'

/** Requests are work of today, not facts of a period: they are read as of today unless the person chose other dates on purpose. */
export const useWorkDates = (): AsOf => {
  const { effectiveOn, knownOn, chosen } = useAsOf()
  const { today } = useSession().clock
  return chosen ? { effectiveOn, knownOn } : { effectiveOn: today, knownOn: today }
}

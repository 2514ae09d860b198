import type { AsOf } from '#kernel'
import { useAsOf, useSession } from '#design'

/** Acts are the work of today: the two dates rule only when somebody chose them, not the end of the period of the figures. */
export const useActDates = (): AsOf => {
  const { effectiveOn, knownOn, chosen } = useAsOf()
  const { today } = useSession().clock
  return chosen ? { effectiveOn, knownOn } : { effectiveOn: today, knownOn: today }
}

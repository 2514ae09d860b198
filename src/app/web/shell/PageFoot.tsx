import { formatDay } from '#kernel'
import { PrintFoot, useAsOf, useSession } from '#design'

/** Foot of what is printed from any page: municipality, unit, the two dates, and whether it is a demonstration. */
export const PageFoot = () => {
  const { commune, demonstration } = useSession()
  const { effectiveOn, knownOn } = useAsOf()
  const parts = [commune?.municipality, 'SECPLA', `hechos al ${formatDay(effectiveOn)}`, `conocido al ${formatDay(knownOn)}`, demonstration ? 'datos de demostración' : '']
  return <PrintFoot text={parts.filter(Boolean).join(' · ')} />
}

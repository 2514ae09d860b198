import { lazy, Suspense, useState } from 'react'
import { formatDay } from '#kernel'
import { useAsOf, usePeriod, useSession } from '#design'

const DatesDialog = lazy(() => import('./DatesDialog.tsx'))

/** Period and the two dates, always at the right of the context line; they open the choice of all three. */
export const DatesBar = () => {
  const { period } = usePeriod()
  const { effectiveOn, knownOn } = useAsOf()
  const { today } = useSession().clock
  const [open, change] = useState(false)
  const ask = () => change(true)
  const past = knownOn < today
  return (
    <>
      <button type="button" className="period-choice" aria-haspopup="dialog" onClick={ask}>Período <b>{period.title}</b></button>
      <button type="button" className="period-choice" aria-haspopup="dialog" onClick={ask}>Hechos al <b>{formatDay(effectiveOn)}</b></button>
      <button type="button" className="period-choice" aria-haspopup="dialog" onClick={ask}>Conocido al <b className={past ? 'look-back' : undefined}>{formatDay(knownOn)}</b>{past && <span className="look-back">(mirando atrás)</span>}</button>
      {open && <Suspense fallback={null}><DatesDialog onClose={() => change(false)} /></Suspense>}
    </>
  )
}

import { formatDay } from '#kernel'
import { useAsOf } from '../address/period.ts'
import { Notice } from './Notice.tsx'

/** Says that a list does not look back in time, and why; louder when the person chose another day. `why` goes on after «porque», without a final full stop. */
export const TodayOnly = ({ why }: { why: string }) => {
  const { chosen, effectiveOn, knownOn } = useAsOf()
  const words = `Esta lista muestra sólo lo vigente hoy porque ${why}.`
  return chosen ? <Notice tone="warning" title={words}>Las fechas elegidas ({formatDay(effectiveOn)}, conocido al {formatDay(knownOn)}) no la cambian.</Notice> : <p className="source">{words}</p>
}

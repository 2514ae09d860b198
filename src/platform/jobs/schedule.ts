import { type Clock, systemClock, today } from '#kernel'
import type { Database } from '#platform/database'
import { jobStore } from './job.store.ts'
import { SYSTEM_ACCOUNT, systemScope } from './run-job.ts'

export type DailyJob = { readonly kind: string; readonly title: string; /** Run once in each commune; otherwise it serves the whole system, in the first one installed. */ readonly everyCommune?: boolean }
type ScheduleOptions = {
  readonly database: Database
  /** The communes installed, in order. */
  readonly communes: () => Promise<readonly string[]>
  readonly daily: readonly DailyJob[]
  readonly onQueued: () => void
  readonly log: (reference: string, error: unknown, where: string) => void
  /** Machine clock: the fixed one of a demonstration would schedule once and never again. */
  readonly machine?: Clock
}
const HOUR_MS = 3_600_000
const FIRST_MS = 60_000

/** Queues each daily job once a day: its slot is a unique row, so several looks or processes make one run. */
export const queueDaily = async (options: ScheduleOptions): Promise<number> => {
  const day = today(options.machine ?? systemClock)
  const communes = await options.communes()
  let queued = 0
  for (const { kind, title, everyCommune } of options.daily) {
    for (const commune of everyCommune ? communes : communes.slice(0, 1)) {
      const { made } = await options.database.write(systemScope(commune), (tx) => jobStore(tx).add(SYSTEM_ACCOUNT, { kind, title, input: {}, slot: `${kind} ${day}` }))
      if (made) queued += 1
    }
  }
  if (queued) options.onQueued()
  return queued
}
/** Looks a minute after the start (the first pages come first) and every hour. Returns how to end it. */
export const startSchedule = (options: ScheduleOptions): (() => void) => {
  const look = () => void queueDaily(options).catch((error) => options.log('horario', error, 'jobs'))
  const first = setTimeout(look, FIRST_MS)
  const timer = setInterval(look, HOUR_MS)
  first.unref()
  timer.unref()
  return () => {
    clearTimeout(first)
    clearInterval(timer)
  }
}

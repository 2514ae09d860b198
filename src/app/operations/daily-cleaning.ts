import type { JobDefinition } from '#platform/actions'
import { sql } from '#platform/database'
import type { DailyJob } from '#platform/jobs'

export const DAILY_CLEANING: DailyJob = { kind: 'system.cleaning', title: 'Limpieza diaria' }

/** Rows in one statement: the embedded engine has one connection. */
const CHUNK = 1000

/** Keys of sends that nobody will repeat (30 days) and sessions that ended. By the machine's time: the clock of a demonstration stands still. */
const old = {
  keys: sql`delete from platform.idempotency where (commune, key) in (select commune, key from platform.idempotency where created_at < now() - interval '30 days' limit ${CHUNK})`,
  sessions: sql`delete from registry.sessions where (commune, token_hash) in (select commune, token_hash from registry.sessions where expires_at < now() limit ${CHUNK})`,
} as const

/** The daily job that forgets what is no longer needed, in chunks, for all communes. */
export const dailyCleaning: JobDefinition = {
  ...DAILY_CLEANING,
  run: async ({ database, progress }) => {
    const forgotten = { keys: 0, sessions: 0 }
    for (const what of ['keys', 'sessions'] as const) {
      for (let gone = CHUNK; gone === CHUNK; forgotten[what] += gone) {
        await progress(what === 'keys' ? 0.1 : 0.6, what === 'keys' ? 'claves de envíos' : 'sesiones terminadas')
        gone = await database.asOwner((tx) => tx.run(old[what]))
      }
    }
    return forgotten
  },
}

import { type Clock, systemClock } from '#kernel'
import type { JobDefinition } from '#platform/actions'
import type { DailyJob } from '#platform/jobs'
import { keepBackup } from './keep.ts'

export const DAILY_BACKUP: DailyJob = { kind: 'system.backup', title: 'Respaldo diario' }

/** The job of the daily backup: written, read back and kept among the last fourteen. */
export const dailyBackup = (options: { readonly dataFolder: string; readonly version: string; readonly machine?: Clock }): JobDefinition => ({
  ...DAILY_BACKUP,
  run: async ({ database, files, progress }) => {
    let told: Promise<void> = Promise.resolve()
    let stopped: unknown
    const { path, manifest } = await keepBackup({ database, files, version: options.version, at: (options.machine ?? systemClock).now().toISOString() }, options.dataFolder, {
      reason: 'diario',
      progress: (share, message) => {
        if (stopped) throw stopped
        told = told.then(() => progress(share, message)).catch((error) => { stopped = error })
      },
    })
    await told
    return { path, tables: manifest.tables.length, rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0), files: manifest.files.length }
  },
})

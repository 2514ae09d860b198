import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { notWritable } from '#platform/database'
import { type BackupPorts, writeBackup } from './backup.ts'
import type { Manifest } from './manifest.ts'
import { verifyArchive } from './verify-archive.ts'

/** Automatic backups kept: two weeks of working days and their ends. */
const KEPT = 14
const NAME = /^secplan-\d{8}T\d{6}Z(-[a-z]+)?\.zip$/
export const backupFolder = (dataFolder: string): string => join(dataFolder, 'respaldos')

/** Newest first. Files with other names are somebody's own and are left alone. */
const automatic = async (folder: string): Promise<string[]> => (await readdir(folder).catch(() => [] as string[])).filter((name) => NAME.test(name)).sort().reverse()

export type NewestBackup = { readonly path: string; readonly ageHours: number; readonly bytes: number }
/** The newest automatic backup of a data folder and its age at an instant; undefined when there is none. */
export const newestBackup = async (dataFolder: string, now: Date): Promise<NewestBackup | undefined> => {
  const folder = backupFolder(dataFolder)
  const [name] = await automatic(folder)
  if (!name) return undefined
  const path = join(folder, name)
  const facts = await stat(path)
  return { path, ageHours: (now.getTime() - facts.mtimeMs) / 3_600_000, bytes: facts.size }
}

/** Writes a backup in `<data>/respaldos`, reads it back to verify it, and only then deletes the oldest beyond fourteen. */
export const keepBackup = async (ports: BackupPorts, dataFolder: string, options: { readonly reason?: 'migracion' | 'diario'; readonly progress?: (share: number, message: string) => void } = {}): Promise<{ path: string; manifest: Manifest }> => {
  const folder = backupFolder(dataFolder)
  await mkdir(folder, { recursive: true }).catch((error) => {
    throw notWritable(folder, error)
  })
  const stamp = `${ports.at.slice(0, 19).replace(/[-:]/g, '')}Z`
  const path = join(folder, `secplan-${stamp}${options.reason ? `-${options.reason}` : ''}.zip`)
  const manifest = await writeBackup(ports, path, { progress: options.progress && ((share, message) => options.progress?.(share * 0.8, message)) })
  try {
    await verifyArchive(path)
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  for (const name of (await automatic(folder)).slice(KEPT)) await rm(join(folder, name), { force: true })
  return { path, manifest }
}

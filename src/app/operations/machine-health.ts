import { readdirSync, readFileSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { counted, formatNumber, systemClock } from '#kernel'
import { newestBackup } from '#platform/backup'
import type { Engine } from '#platform/database'
import type { Finding } from './finding.ts'

const MAX_BACKUP_DAYS = 7
const HOURS = 24
const LOW_DISK_BYTES = 2_000_000_000
/** The embedded engine writes its journal over again; when it grows past this, checkpoints are not ending. */
const LARGE_JOURNAL_BYTES = 1_000_000_000

const backupFinding = async (folder: string): Promise<Finding> => {
  // The age is of the file, so of the machine: the clock of a demonstration stands still.
  const newest = await newestBackup(folder, systemClock.now())
  if (!newest) return { state: 'aviso', what: 'No hay respaldos', remedy: 'Pida uno en «Sistema» o ejecute «secplan backup ARCHIVO», y guarde la copia fuera de este equipo.' }
  const days = Math.floor(newest.ageHours / HOURS)
  const size = `${formatNumber(newest.bytes / 1e6, 1)} MB`
  return days > MAX_BACKUP_DAYS
    ? { state: 'mal', what: `El último respaldo tiene ${counted(days, 'día', 'días')}`, remedy: `Respalde hoy; el máximo prudente es ${MAX_BACKUP_DAYS} días.` }
    : { state: 'bien', what: days === 0 ? `Último respaldo hace menos de un día (${size})` : `Último respaldo hace ${counted(days, 'día', 'días')} (${size})` }
}
const diskFinding = (folder: string): Finding => {
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  const what = `${formatNumber(free / 1e9, 1)} GB libres en disco`
  return free < LOW_DISK_BYTES ? { state: 'mal', what, remedy: 'Libere espacio antes de seguir cargando datos.' } : { state: 'bien', what }
}
const lockFinding = (folder: string): Finding => {
  try {
    const { pid } = JSON.parse(readFileSync(join(folder, 'secplan.lock'), 'utf8')) as { pid: number }
    return pid === process.pid ? { state: 'bien', what: `La carpeta de datos es sólo de este programa (proceso ${pid})` } : { state: 'mal', what: `La carpeta de datos la tiene también el proceso ${pid}`, remedy: 'Cierre el otro programa: dos a la vez pierden datos.' }
  } catch {
    return { state: 'mal', what: 'Falta la marca de uso de la carpeta de datos (secplan.lock)', remedy: 'Alguien la borró mientras se usaba. Cierre Secplan, compruebe que no quede otro abierto e inícielo de nuevo.' }
  }
}
const journalFinding = (folder: string): Finding => {
  const journal = join(folder, 'base', 'pg_wal')
  const bytes = readdirSync(journal).reduce((sum, name) => sum + statSync(join(journal, name)).size, 0)
  const what = `Diario del motor: ${formatNumber(bytes / 1e6, 0)} MB`
  return bytes > LARGE_JOURNAL_BYTES ? { state: 'aviso', what, remedy: 'Cierre Secplan en orden (Ctrl+C) e inícielo de nuevo; si sigue creciendo, respalde y avise a Informática.' } : { state: 'bien', what }
}
const attempt = (look: () => Finding, what: string): Finding => {
  try {
    return look()
  } catch {
    return { state: 'aviso', what: `No se pudo mirar ${what}`, remedy: 'Revise los permisos de la carpeta de datos.' }
  }
}

/** Backup, disk and, on the embedded engine, the lock and the journal of the data folder. */
export const machineHealth = async (folder: string, engine: Engine['kind']): Promise<Finding[]> => [
  await backupFinding(folder),
  attempt(() => diskFinding(folder), 'el disco'),
  ...(engine === 'embedded' ? [attempt(() => lockFinding(folder), 'la marca de uso'), attempt(() => journalFinding(folder), 'el diario del motor')] : [{ state: 'bien' as const, what: 'La base está en un servidor PostgreSQL, con su propio respaldo y diario' }]),
]

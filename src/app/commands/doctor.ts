import { readdirSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { formatNumber, today } from '#kernel'
import { runQuery } from '#platform/actions'
import { sql } from '#platform/database'
import { unconfirmed } from '#platform/law'
import { evidence } from '#evidence'
import { communesInstalled } from '#registry'
import type { System } from '../system.ts'
import type { Arguments } from './arguments.ts'
import { configurationFrom } from './configuration-from.ts'
import { type Command, say } from './command.ts'
import { operator, withSystem } from './open.ts'

export type Finding = { readonly state: 'bien' | 'aviso' | 'mal'; readonly what: string; readonly remedy?: string }

const DAY_MS = 86_400_000
const MAX_BACKUP_DAYS = 7
const LOW_DISK_BYTES = 2_000_000_000

const backupFinding = (folder: string): Finding => {
  const files = (() => {
    try {
      return readdirSync(folder).map((name) => statSync(join(folder, name)).mtimeMs)
    } catch {
      return []
    }
  })()
  if (files.length === 0) return { state: 'aviso', what: 'No hay respaldos', remedy: 'Ejecute «secplan backup ARCHIVO» y guarde la copia fuera de este equipo.' }
  const days = Math.floor((Date.now() - Math.max(...files)) / DAY_MS)
  return days > MAX_BACKUP_DAYS ? { state: 'mal', what: `El último respaldo tiene ${days} días`, remedy: 'Respalde hoy; el máximo prudente es 7 días.' } : { state: 'bien', what: `Último respaldo hace ${days} días` }
}
const diskFinding = (folder: string): Finding => {
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  const text = `${formatNumber(free / 1e9, 1)} GB libres en disco`
  return free < LOW_DISK_BYTES ? { state: 'mal', what: text, remedy: 'Libere espacio antes de seguir cargando datos.' } : { state: 'bien', what: text }
}

/** Looks at the health of the system: chain, queue, backup, disk, law to confirm. Changes nothing. */
export const examine = async (system: System, given: Arguments): Promise<Finding[]> => {
  const { dataFolder } = configurationFrom(given)
  const findings: Finding[] = [backupFinding(join(dataFolder, 'respaldos')), diskFinding(dataFolder)]
  const chain = evidence.queries?.find(({ name }) => name === 'evidence.verify-ledger')
  for (const { commune, name } of await system.database.asOwner((tx) => communesInstalled(tx))) {
    if (chain) {
      const answer = await runQuery<{ holds: boolean; entries: number; brokenAt?: number }>(system.services, operator(commune), chain, {})
      findings.push(answer.holds ? { state: 'bien', what: `${name}: la bitácora encadena sus ${formatNumber(answer.entries)} asientos` } : { state: 'mal', what: `${name}: la bitácora no cuadra en el asiento ${answer.brokenAt}`, remedy: 'No siga escribiendo. Restaure el último respaldo en otra carpeta y compare.' })
    }
    const queue = await system.database.read({ commune, accountId: operator(commune).accountId, clearances: [] }, (tx) =>
      tx.one<{ waiting: number; failed: number }>(sql`select count(*) filter (where state in ('waiting', 'running')) as waiting, count(*) filter (where state = 'failed' and created_at > now() - interval '7 days') as failed from platform.jobs where commune = ${commune}`))
    findings.push({ state: (queue?.failed ?? 0) > 0 ? 'aviso' : 'bien', what: `${name}: ${queue?.waiting ?? 0} trabajos en cola, ${queue?.failed ?? 0} fallidos en la semana` })
    const pending = unconfirmed(system.services.law(commune), today(system.clock)).length
    findings.push({ state: pending ? 'aviso' : 'bien', what: `${name}: ${pending} valores de la norma por confirmar`, ...(pending ? { remedy: 'Asesoría Jurídica los confirma en «Normativa vigente».' } : {}) })
  }
  return findings
}

export const doctor: Command = {
  name: 'doctor',
  usage: 'doctor [--json]',
  help: 'Revisa la salud: bitácora, cola, respaldo, disco y valores de la norma por confirmar.',
  run: async (given) =>
    withSystem(given, async (system) => {
      const findings = await examine(system, given)
      if (given.flag('json')) say(JSON.stringify(findings, null, 2))
      else for (const { state, what, remedy } of findings) say(`${state.padEnd(6)} ${what}${remedy ? `\n       ${remedy}` : ''}`)
      return findings.some(({ state }) => state === 'mal') ? 1 : 0
    }),
}

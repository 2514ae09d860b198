import { counted, formatNumber, today } from '#kernel'
import { sql } from '#platform/database'
import { unconfirmed } from '#platform/law'
import { ledgerStore, verifyLinks } from '#evidence'
import type { System } from '../system.ts'
import type { Finding } from './finding.ts'
import { unpostedRows } from './unposted-rows.ts'

const LINKS = 1000
const scopeOf = (commune: string) => ({ commune, accountId: '00000000-0000-4000-8000-000000000000', clearances: [] })

/** Walks the chain in short reads, hashing between them: nobody waits for it. */
const chainFinding = async (system: System, commune: string, name: string): Promise<Finding> => {
  let head = { seq: 0, hash: '' }
  for (;;) {
    const from = head.seq
    const links = await system.database.read(scopeOf(commune), (tx) => ledgerStore(tx).links(from, LINKS))
    if (links.length === 0) return { state: 'bien', what: `${name}: la bitácora encadena sus ${formatNumber(head.seq)} asientos` }
    const next = verifyLinks(head, links)
    if ('brokenAt' in next) return { state: 'mal', what: `${name}: la bitácora no cuadra en el asiento ${next.brokenAt}`, remedy: 'No siga escribiendo. Restaure el último respaldo en otra carpeta y compare.' }
    head = next
  }
}
const queueFindings = async (system: System, commune: string, name: string): Promise<Finding[]> => {
  const queue = await system.database.read(scopeOf(commune), (tx) => tx.one<{ waiting: number; failed: number }>(sql`
    select count(*) filter (where state in ('waiting', 'running'))::int as waiting, count(*) filter (where state = 'failed' and created_at > now() - interval '7 days')::int as failed from platform.jobs where commune = ${commune}`))
  const { waiting = 0, failed = 0 } = queue ?? {}
  const jobs: Finding = { state: failed > 0 ? 'aviso' : 'bien', what: `${name}: ${counted(waiting, 'trabajo', 'trabajos')} en cola, ${counted(failed, 'fallido', 'fallidos')} en la semana`, ...(failed > 0 ? { remedy: 'Véalos en «Sistema»: cada uno dice qué pasó.' } : {}) }
  if (waiting > 0) return [jobs] // a load at work has rows that are not posted yet
  const left = await unpostedRows(system.database, commune)
  const rows = left.reduce((sum, table) => sum + table.rows, 0)
  return [jobs, rows > 0
    ? { state: 'aviso', what: `${name}: ${counted(rows, 'fila', 'filas')} sin asiento (${left.map(({ table, rows: many }) => `${table}: ${formatNumber(many)}`).join('; ')})`, remedy: 'Las dejó una carga interrumpida y ninguna cifra ni página las muestra. Se borran al iniciar; para hacerlo ahora, «secplan doctor --reparar» con el sistema detenido.' }
    : { state: 'bien', what: `${name}: ninguna fila sin su asiento` }]
}

/** Chain, queue, rows without entry and law to confirm of one commune. Changes nothing. */
export const communeHealth = async (system: System, { commune, name }: { readonly commune: string; readonly name: string }): Promise<Finding[]> => {
  const pending = unconfirmed(system.services.law(commune), today(system.clock)).length
  return [
    await chainFinding(system, commune, name),
    ...(await queueFindings(system, commune, name)),
    { state: pending ? 'aviso' : 'bien', what: `${name}: ${counted(pending, 'valor', 'valores')} de la norma por confirmar`, ...(pending ? { remedy: 'Asesoría Jurídica los confirma en «Normativa vigente».' } : {}) },
  ]
}

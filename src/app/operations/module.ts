import { type Actor, can } from '#kernel'
import { defineAction, defineModule, defineQuery, type ModuleDefinition } from '#platform/actions'
import { sql } from '#platform/database'
import { jobStore } from '#platform/jobs'
import { DAILY_BACKUP } from '#platform/backup'
import { personStore, readPermissions } from '#registry'
import { z } from 'zod'
import { tellHistory } from './history/tell-history.ts'
import { readLedger } from './ledger-page.ts'

const JOBS = 50
const SIZE = 50

/** Asks for a backup now; a job writes it and reads it back while everybody goes on working. */
const backUp = defineAction({
  name: 'system.back-up', title: 'Respaldar ahora', help: 'Un trabajo escribe el respaldo y lo lee de vuelta mientras se sigue trabajando.', input: z.object({}), allowed: can('system.operate'), perMinute: 6,
  run: async (_input, context) => {
    const { id } = await context.enqueue({ kind: DAILY_BACKUP.kind, title: 'Respaldo pedido', input: {} })
    return { result: { job: id }, entry: { name: 'backup-asked', summary: 'Se pidió un respaldo', facts: { job: id } } }
  },
})
const nameAll = async <T extends { account_id: string | null }>(tx: Parameters<typeof personStore>[0], rows: readonly T[]) => {
  const names = await personStore(tx).namesOfAccounts(rows.flatMap(({ account_id: id }) => id ?? []))
  return (row: T): string => (row.account_id && names.get(row.account_id)) || 'Secplan'
}
const listJobs = defineQuery({
  name: 'system.list-jobs', title: 'Trabajos', help: 'Los últimos trabajos de la cola, con su avance o su problema.', input: z.object({}), allowed: can('system.operate'),
  run: async (_input, { tx }) => {
    const rows = await jobStore(tx).recent(JOBS)
    const who = await nameAll(tx, rows)
    return { jobs: rows.map((row) => ({ id: row.id, kind: row.kind, title: row.title, state: row.state, progress: row.progress, message: row.message, problem: row.problem, createdAt: row.created_at, finishedAt: row.finished_at, who: who(row), cancelRequested: row.cancel_requested })) }
  },
})
type AccessRow = { account_id: string | null; at: string; kind: string; what: string; purpose: string }
const listAccess = defineQuery({
  name: 'system.list-access', title: 'Registro de accesos', help: 'Intentos rechazados, descargas de respaldos y lecturas de datos sensibles, con quién y para qué.', input: z.object({ page: z.coerce.number().int().min(1).max(100_000).default(1) }), allowed: can('evidence.audit'),
  run: async ({ page }, { tx }) => {
    const total = (await tx.one<{ n: number }>(sql`select count(*)::int as n from evidence.access_log where commune = ${tx.commune}`))?.n ?? 0
    const rows = await tx.all<AccessRow>(sql`select account_id, at, kind, what, purpose from evidence.access_log where commune = ${tx.commune} order by at desc, id limit ${SIZE} offset ${(page - 1) * SIZE}`)
    const who = await nameAll(tx, rows)
    return { total, pages: Math.max(1, Math.ceil(total / SIZE)), accesses: rows.map((row) => ({ at: row.at, kind: row.kind, what: row.what, purpose: row.purpose, who: who(row) })) }
  },
})

/** What those who operate and those who audit the system do and ask: it knows every module, so it lives above them. */
export const operationsOver = (modules: () => readonly ModuleDefinition[]): ModuleDefinition =>
  defineModule({ key: 'system', title: 'Sistema', uses: [], actions: [backUp], queries: [listJobs, listAccess, readLedger(modules), tellHistory(modules), readPermissions(modules)] })
export const mayOperate = (actor: Actor): boolean => actor.permissions.has('system.operate')

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asOfNow, runAction, runQuery } from '#platform/actions'
import { ensureTemplate, openEmbedded, openServer } from '#platform/database'
import { addCommune, addDefaultRoles } from '#registry'
import { openSystem } from '../src/app/system.ts'
import { loadBalanceJob } from '../src/modules/budget/imports/load-job.ts'
import { previewBalanceJob, type PreviewAnswer } from '../src/modules/budget/imports/preview-job.ts'
import { readBalanceJob, type ReadAnswer } from '../src/modules/budget/imports/read-job.ts'
import { startImport } from '../src/modules/budget/imports/start-import.ts'
import { listLines } from '../src/modules/budget/screens/list-lines.query.ts'
import { runJob, upload } from '../src/modules/budget/testing/run-job.ts'
import { COMMUNE, ivan } from '../tests/cast.ts'
import { bigBalance } from '../tests/fixtures/balances/make.ts'
import type { Town } from '../tests/town.ts'

/**
 * One spreadsheet of many rows through the jobs a person starts: read, preview, and the load itself, which reads, validates, compares,
 * writes and posts. Only the load is counted in `seconds`. Prints JSON. Arguments: rows, address of a server (absent: embedded, on disk).
 */
if (process.argv[2] === 'make') {
  writeFileSync(process.argv[4] ?? '', bigBalance(Number(process.argv[3])))
  process.exit(0)
}
const rows = Number(process.argv[2] ?? 100_000)
const url = process.argv[3] ?? ''
const folder = mkdtempSync(join(tmpdir(), 'secplan-bench-'))
const engine = url ? openServer(url) : await openEmbedded({ folder: join(folder, 'base'), template: await ensureTemplate() })
const system = await openSystem({ dataFolder: folder, databaseUrl: url || undefined, host: '127.0.0.1', port: 0, fixedInstant: '2026-07-22T13:40:00Z', demonstration: false, behindProxy: false }, { engine })
await system.database.asOwner((tx) => addCommune(tx, { code: COMMUNE, name: 'Villa Medida', municipality: 'Municipalidad de Villa Medida', region: 'La Araucanía', province: 'Cautín' }))
await system.database.write({ commune: COMMUNE, accountId: ivan.accountId, clearances: ['public', 'internal'] }, (tx) => addDefaultRoles(tx))
const town = { system, folder } as unknown as Town

/** Processes this one started (the reading process); none where there is no /proc. */
const children = (): string[] => {
  try {
    return readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  } catch {
    return []
  }
}
const told = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // it ended meanwhile
  }
}
/** Megabytes of this process and of its children. */
const memory = (): { own: number; reading: number } => ({
  own: process.memoryUsage().rss / 1e6,
  reading: children().reduce((sum, child) => sum + (Number(/VmRSS:\s+(\d+)/.exec(told(`/proc/${child}/status`))?.[1] ?? 0) * 1024) / 1e6, 0),
})
/** Seconds of processor spent so far by this process and its children: on a busy machine they say more than the clock. */
const TICKS = 100
/** By process, as last seen: the reading process ends before the load does. */
const seen = new Map<string, number>()
const processor = (): number => {
  const { user, system: kernel } = process.cpuUsage()
  for (const child of children()) {
    const fields = told(`/proc/${child}/stat`).split(') ')[1]?.split(' ') ?? []
    if (fields.length) seen.set(child, (Number(fields[11]) + Number(fields[12])) / TICKS)
  }
  return (user + kernel) / 1e6 + [...seen.values()].reduce((sum, one) => sum + one, 0)
}
const timed = async <T>(work: () => Promise<T>): Promise<{ seconds: number; value: T }> => {
  const at = performance.now()
  const value = await work()
  return { seconds: (performance.now() - at) / 1000, value }
}
// Made in another process: the memory of making it is not that of reading it.
const sheet = join(folder, 'detalle.xlsx')
execFileSync(process.execPath, [process.argv[1] ?? '', 'make', String(rows), sheet])
const hash = await upload(town, ivan, 'detalle.xlsx', readFileSync(sheet))
const { id } = (await runAction<{ id: string }>(system.services, ivan, startImport, { fileHash: hash, year: 2026, month: 6 })).result
globalThis.gc?.()
const idle = memory()
let peak = 0
let at = idle
const watch = setInterval(() => {
  const now = memory()
  processor()
  if (now.own + now.reading <= peak) return
  peak = now.own + now.reading
  at = now
}, 20)
const read = await runJob<ReadAnswer>(town, ivan, readBalanceJob, { id })
const choices = { sheet: read.sheet, headerRows: read.header, columns: read.columns.map(({ column, field }) => ({ column, field })), unit: 'pesos', kind: 'expenditure', recipe: '', accepted: ['new-account', 'missing-account'] }
const preview = await timed(() => runJob<PreviewAnswer>(town, ivan, previewBalanceJob, { id, choices }))
const marks: [number, number][] = []
const started = performance.now()
const spentBefore = processor()
const load = await timed(() => runJob<{ movements: number }>(town, ivan, loadBalanceJob, { id, choices, watermark: preview.value.watermark }, { onProgress: async (share) => void marks.push([share, Math.round(performance.now() - started)]) }))
const processorSeconds = processor() - spentBefore
clearInterval(watch)
if (load.value.movements !== rows) throw new Error(`Se cargaron ${load.value.movements} de ${rows} filas`)
const list = await timed(() => runQuery(system.services, ivan, listLines, { year: '2026' }, asOfNow(system.clock)))
const again = await timed(() => runQuery(system.services, ivan, listLines, { year: '2026' }, asOfNow(system.clock)))
process.stdout.write(JSON.stringify({ seconds: load.seconds, previewSeconds: preview.seconds, processorSeconds, memoryMB: peak - idle.own - idle.reading, memory: { idle, at }, firstListSeconds: list.seconds, nextListSeconds: again.seconds, ...(process.argv.includes('--marks') ? { marks } : {}) }))
await system.close()
rmSync(folder, { recursive: true, force: true })
process.exit(0)

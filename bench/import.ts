import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
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
const rows = Number(process.argv[2] ?? 100_000)
const url = process.argv[3] ?? ''
const folder = mkdtempSync(join(tmpdir(), 'secplan-bench-'))
const engine = url ? openServer(url) : await openEmbedded({ folder: join(folder, 'base'), template: await ensureTemplate() })
const system = await openSystem({ dataFolder: folder, databaseUrl: url || undefined, host: '127.0.0.1', port: 0, fixedInstant: '2026-07-22T13:40:00Z', demonstration: false, behindProxy: false }, { engine })
await system.database.asOwner((tx) => addCommune(tx, { code: COMMUNE, name: 'Villa Medida', municipality: 'Municipalidad de Villa Medida', region: 'La Araucanía', province: 'Cautín' }))
await system.database.write({ commune: COMMUNE, accountId: ivan.accountId, clearances: ['public', 'internal'] }, (tx) => addDefaultRoles(tx))
const town = { system, folder } as unknown as Town

/** This process and those it started (the reading process), in megabytes. */
const memory = (): number => {
  let total = process.memoryUsage().rss
  try {
    const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim()
    for (const child of children ? children.split(' ') : []) total += Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    // no /proc here: only this process counts
  }
  return total / 1e6
}
const timed = async <T>(work: () => Promise<T>): Promise<{ seconds: number; value: T }> => {
  const at = performance.now()
  const value = await work()
  return { seconds: (performance.now() - at) / 1000, value }
}
const hash = await upload(town, ivan, 'detalle.xlsx', bigBalance(rows))
const { id } = (await runAction<{ id: string }>(system.services, ivan, startImport, { fileHash: hash, year: 2026, month: 6 })).result
globalThis.gc?.()
const idle = memory()
let peak = idle
const watch = setInterval(() => { peak = Math.max(peak, memory()) }, 20)
const read = await runJob<ReadAnswer>(town, ivan, readBalanceJob, { id })
const choices = { sheet: read.sheet, headerRows: read.header, columns: read.columns.map(({ column, field }) => ({ column, field })), unit: 'pesos', kind: 'expenditure', recipe: '', accepted: ['new-account', 'missing-account'] }
const preview = await timed(() => runJob<PreviewAnswer>(town, ivan, previewBalanceJob, { id, choices }))
const marks: [number, number][] = []
const started = performance.now()
const load = await timed(() => runJob<{ movements: number }>(town, ivan, loadBalanceJob, { id, choices, watermark: preview.value.watermark }, { onProgress: async (share) => void marks.push([share, Math.round(performance.now() - started)]) }))
clearInterval(watch)
if (load.value.movements !== rows) throw new Error(`Se cargaron ${load.value.movements} de ${rows} filas`)
const list = await timed(() => runQuery(system.services, ivan, listLines, { year: '2026' }, asOfNow(system.clock)))
const again = await timed(() => runQuery(system.services, ivan, listLines, { year: '2026' }, asOfNow(system.clock)))
process.stdout.write(JSON.stringify({ seconds: load.seconds, previewSeconds: preview.seconds, memoryMB: peak - idle, firstListSeconds: list.seconds, nextListSeconds: again.seconds, ...(process.argv.includes('--marks') ? { marks } : {}) }))
await system.close()
rmSync(folder, { recursive: true, force: true })
process.exit(0)

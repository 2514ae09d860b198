import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { can, day } from '#kernel'
import { defineAction, runAction } from '#platform/actions'
import { ensureTemplate, openEmbedded } from '#platform/database'
import { hashPassword } from '#platform/identity'
import { addCommune, addDefaultRoles, addPerson } from '#registry'
import { TableRequestShape, versionStore } from '#statistics'
import { z } from 'zod'
import { actorOf, serveSystem } from '../src/app/server.ts'
import { openSystem } from '../src/app/system.ts'
import { createDataset } from '../src/modules/statistics/datasets/save-dataset.ts'
import { plan } from '../src/modules/statistics/tables/plan.ts'
import { resolve } from '../src/modules/statistics/tables/resolve.ts'
import { bareEngine, censusStructure, communes, writeCensus } from './census.ts'

/** Tables over a synthetic census through the product's HTTP, beside the bare engine running the same SQL in turns. Speaks one JSON line on standard output. */
const [persons = 17_500_000, loaded = 2_000_000] = process.argv.slice(2).map(Number)
const COMMUNE = '99001'
const PASSWORD = 'frase de la medición 1'
const folder = mkdtempSync(join(tmpdir(), 'secplan-bench-statistics-'))
const megabytes = (pid: number | 'self', line: 'VmHWM' | 'VmRSS'): number => Number(new RegExp(`${line}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const timed = async (work: () => Promise<unknown>): Promise<number> => { const started = performance.now(); await work(); return performance.now() - started }

const configuration = { dataFolder: folder, host: '127.0.0.1', port: 0, demonstration: false, behindProxy: false, fixedInstant: '2026-07-22T13:40:00Z' }
const system = await openSystem(configuration, { engine: await openEmbedded({ template: await ensureTemplate() }) })
try {
  const scope = { commune: COMMUNE, accountId: '00000000-0000-4000-8000-000000000000', clearances: ['public' as const, 'internal' as const] }
  await system.database.asOwner((tx) => addCommune(tx, { code: COMMUNE, name: 'Villa Medida', municipality: 'Municipalidad de Villa Medida', region: 'La Araucanía', province: 'Cautín' }))
  const passwordHash = await hashPassword(PASSWORD)
  const { accountId } = await system.database.write(scope, async (tx) => {
    await addDefaultRoles(tx)
    const person = await addPerson(tx, { values: { name: 'Directora de prueba', email: 'd@medida.example' }, offices: [{ role: 'planning_director', title: 'Directora', from: day('2020-01-01') }], passwordHash })
    return { accountId: person.accountId ?? '' }
  })
  const actor = await actorOf(system)(COMMUNE, accountId)
  if (!actor) throw new Error('No hay a quien servir')

  const { analytics, files } = system.services
  const scratch = join(folder, 'aparte')
  mkdirSync(scratch)
  const bare = await bareEngine(scratch)
  const made = join(scratch, 'censo.parquet')
  const generated = await timed(() => writeCensus(bare, made, persons, 'parquet'))
  const { hash } = await files.adopt(made)
  const dataset = randomUUID()
  await runAction(system.services, actor, createDataset, { id: dataset, code: 'censo', title: 'Censo sintético', topic: 'population', access: 'open', publisher: 'Medición', sourceLink: 'https://medida.example' })
  const post = defineAction({
    name: 'statistics.bench-version', title: 'Versión', input: z.object({}), allowed: can('statistics.load'),
    run: async (_input, context) => {
      await versionStore(context.tx).add({ id: randomUUID(), dataset_id: dataset, number: 1, parquet_hash: hash, rows: persons, structure: censusStructure, source_id: null, file_hash: null, recipe: '', recipe_version: null, period: '2024', effective_on: day('2026-07-01'), reason: 'Medición', changes: {}, loaded_by: accountId }, context.entryId)
      return { result: {}, entry: { name: 'version-loaded', summary: 'Versión', effectiveOn: day('2026-07-01') } }
    },
  })
  await runAction(system.services, actor, post, {})

  const { address } = await serveSystem(system, configuration)
  const signed = await fetch(new URL('/api/identity/sign-in', address), { method: 'POST', body: JSON.stringify({ commune: COMMUNE, email: 'd@medida.example', password: PASSWORD }) })
  const cookie = signed.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { csrf } = (await (await fetch(new URL('/api/session', address), { headers: { cookie } })).json()) as { csrf: string }
  const send = (path: string, request: unknown) => fetch(new URL(`/api/statistics/${path}`, address), { method: 'POST', headers: { cookie, 'x-csrf': csrf, 'content-type': 'application/json' }, body: JSON.stringify(request) })
  const table = async (request: unknown): Promise<{ values: number[] }> => {
    const answer = await send('table', request)
    if (answer.status !== 200) throw new Error(`La tabla respondió ${answer.status}: ${(await answer.text()).slice(0, 300)}`)
    return (await answer.json()) as { values: number[] }
  }
  const places = ['row', 'column', 'layer'] as const
  /** The same question with its variables standing otherwise is another table of the same SQL: nothing kept answers it. */
  const request = (turn: number, which: Record<string, unknown> = { kind: 'all' }) => ({
    dataset, measures: ['persons'],
    variables: [{ dimension: 'commune', select: which, place: places[turn % 3] }, { dimension: 'sex', select: { kind: 'all' }, place: places[Math.floor(turn / 3) % 3] }, { dimension: 'age', select: { kind: 'grouping', grouping: 'age-5' }, place: places[Math.floor(turn / 9) % 3] }],
  })
  const facts = await analytics.factsOf(hash)
  const sqlOf = (asked: unknown) => plan(resolve(TableRequestShape.parse(asked), censusStructure), analytics.tableOf(hash), facts).query.text
  const runBare = async (asked: unknown) => { const answer = await bare.run(sqlOf(asked)); await answer.getColumns() }

  const total = (await table(request(26))).values.reduce((sum, value) => sum + value, 0)
  if (total !== persons) throw new Error(`La tabla suma ${total} y son ${persons}`)
  await runBare(request(26))
  const [national, bareNational]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < 11; turn++) {
    bareNational.push(await timed(() => runBare(request(turn))))
    national.push(await timed(() => table(request(turn))))
  }
  const repeated: number[] = []
  for (let turn = 0; turn < 15; turn++) repeated.push(await timed(() => table(request(3))))
  const [one, bareOne]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < 40; turn++) {
    const which = { kind: 'codes', codes: [communes[(turn * 8) % communes.length]?.code ?? ''] }
    bareOne.push(await timed(() => runBare(request(0, which))))
    one.push(await timed(() => table(request(0, which))))
  }
  // 346 communes × 101 ages × 2 sexes × 20 answers: 1,397,840 cells, of which those with somebody come.
  global.gc?.()
  const before = megabytes('self', 'VmRSS')
  let [lines, peak, streamedBytes] = [-1, before, 0]
  const streamed = await timed(async () => {
    const answer = await send('rows', { dataset, measures: ['persons'], variables: ['commune', 'age', 'sex', 'q6'].map((dimension) => ({ dimension, select: { kind: 'all' }, place: 'row' })) })
    const reader = answer.body?.getReader()
    for (let part = (await reader?.read())?.value; part; part = (await reader?.read())?.value) {
      streamedBytes += part.byteLength
      for (const byte of part) if (byte === 10) lines++
      peak = Math.max(peak, megabytes('self', 'VmRSS'))
    }
  })
  const memoryMB = megabytes(analytics.process() ?? 0, 'VmHWM')

  const columns = censusStructure.dimensions.map(({ key }) => ({ name: key, type: 'text' as const }))
  const loads: Record<string, number> = {}
  for (const format of ['csv', 'parquet'] as const) {
    const path = join(scratch, `carga.${format}`)
    await writeCensus(bare, path, loaded, format)
    const { hash: source } = await files.adopt(path)
    loads[format] = (await timed(async () => { const { rows } = await analytics.writeParquet({ kind: format, path: files.pathOf(source), columns }, { sortBy: ['commune'] }); if (rows !== loaded) throw new Error(`Se escribieron ${rows} de ${loaded}`) })) / 1000
  }
  const afterLoadsMB = megabytes(analytics.process() ?? 0, 'VmHWM')
  process.stdout.write(`${JSON.stringify({
    generatedS: generated / 1000, national: median(national), bareNational: median(bareNational), repeated: median(repeated), one: median(one), bareOne: median(bareOne),
    lines, streamedS: streamed / 1000, streamedMB: streamedBytes / 1e6, streamGrewMB: peak - before, memoryMB, afterLoadsMB, loads,
  })}\n`)
} finally {
  await system.close()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)

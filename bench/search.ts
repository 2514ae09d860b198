import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asOfNow, runQuery } from '#platform/actions'
import { ensureTemplate, openEmbedded, openServer, sql } from '#platform/database'
import { bulkEvidence, evidence, ledger } from '#evidence'
import { addCommune, addDefaultRoles } from '#registry'
import { openSystem } from '../src/app/system.ts'
import { fileTexts } from '../src/modules/evidence/files/file-text.store.ts'
import { COMMUNE, rosa } from '../tests/cast.ts'

/**
 * Searches over many records and documents through the query a person's palette asks, as that person. Prints JSON with the milliseconds
 * of each question. Arguments: records, documents, address of a server (absent: embedded, on disk).
 */
const records = Number(process.argv[2] ?? 100_000)
const documents = Number(process.argv[3] ?? 10_000)
const url = process.argv[4] ?? ''
const folder = mkdtempSync(join(tmpdir(), 'secplan-bench-'))
const engine = url ? openServer(url) : await openEmbedded({ folder: join(folder, 'base'), template: await ensureTemplate() })
const system = await openSystem({ dataFolder: folder, databaseUrl: url || undefined, host: '127.0.0.1', port: 0, fixedInstant: '2026-07-22T13:40:00Z', demonstration: false, behindProxy: false }, { engine })
await system.database.asOwner((tx) => addCommune(tx, { code: COMMUNE, name: 'Villa Medida', municipality: 'Municipalidad de Villa Medida', region: 'La Araucanía', province: 'Cautín' }))
const scope = { commune: COMMUNE, accountId: rosa.accountId, clearances: ['public', 'council', 'internal', 'restricted'] as const }
await system.database.write(scope, (tx) => addDefaultRoles(tx))

/** Words of the office, drawn by a seeded generator: some in every record, most in few. */
let seed = 7
const draw = (below: number): number => { seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648; return seed % below }
const COMMON = 'obra proyecto reposición construcción mejoramiento conservación sede calle plaza camino escuela posta luminarias pavimentación alcantarillado agua vereda multicancha puente estudio'.split(' ')
const SYLLABLES = 'ca lon co che pu cón vi lla rri ca ñan cul hui scapi nal tra pe huen qui tra tué ñu ble'.split(' ')
const rare = (): string => Array.from({ length: 3 }, () => SYLLABLES[draw(SYLLABLES.length)] ?? '').join('')
const common = (): string => COMMON[Math.min(draw(COMMON.length), draw(COMMON.length))] ?? 'obra'
const phrase = (words: number): string => Array.from({ length: words }, () => (draw(3) === 0 ? rare() : common())).join(' ')
const KINDS = ['project', 'supplier', 'contract', 'tender', 'objective', 'indicator']
const CHUNK = 2000
for (let from = 0; from < records; from += CHUNK) {
  const lines = Array.from({ length: Math.min(CHUNK, records - from) }, (_, index) => ({ kind: KINDS[(from + index) % KINDS.length] ?? 'project', id: `r${from + index}`, title: phrase(5), subtitle: `BIP ${40_000_000 + from + index}-${(from + index) % 10} · ${2018 + ((from + index) % 9)}`, href: '/r', visibility: (from + index) % 50 === 0 ? 'restricted' as const : 'internal' as const }))
  await system.database.write(scope, (tx) => bulkEvidence(tx).index(lines))
}
const entryId = '22222222-0000-4000-8000-000000000001'
await system.database.write(scope, (tx) => ledger.append(tx, { id: entryId, action: 'evidence.adopt-folder', accountId: rosa.accountId, office: undefined, effectiveOn: '2026-01-02', recordedAt: '2026-01-02T12:00:00Z', body: '{}', draft: { name: 'folder-adopted', summary: 'Carpeta' } }))
const PASSAGES = 4
const DOCUMENTS = 100
for (let from = 0; from < documents; from += DOCUMENTS) {
  await system.database.write(scope, async (tx) => {
    const count = Math.min(DOCUMENTS, documents - from)
    await tx.run(sql`insert into evidence.files (commune, hash, name, media_type, size, uploaded_by, uploaded_at) select ${COMMUNE}, lpad(n::text, 64, '0'), 'documento ' || n || '.pdf', 'x', 1, ${rosa.accountId}, now() from generate_series(${from}::int, ${from + count - 1}::int) n`)
    await tx.run(sql`insert into evidence.attachments (commune, id, record_kind, record_id, title, file_hash, entry_id, attached_on) select ${COMMUNE}, gen_random_uuid(), 'project', 'r' || (n - n % 6), 'Documento ' || n, lpad(n::text, 64, '0'), ${entryId}::uuid, '2026-01-02' from generate_series(${from}::int, ${from + count - 1}::int) n`)
    for (let n = from; n < from + count; n++) await fileTexts(tx).addPassages({ hash: String(n).padStart(64, '0'), name: `documento ${n}.pdf`, visibility: 'internal' }, 1, Array.from({ length: PASSAGES }, (_, page) => ({ place: `página ${page + 1}`, text: phrase(120) })))
  })
}
await engine.direct((connection) => connection.script('analyze evidence.search_lines; analyze evidence.file_passages; analyze evidence.attachments'))

const search = evidence.queries?.find(({ name }) => name === 'evidence.search')
if (!search) throw new Error('sin búsqueda')
/** One word of many, rare names, phrases, codes, a slip of the finger, several words. */
const ask = (turn: number): string => [common(), rare(), `${common()} ${rare()}`, `"${common()} ${common()}"`, `${40_000_000 + draw(records)}`, `${common()} ${common()}`, rare().slice(0, 4), 'luminrias', `${common()} ${common()} ${rare()}`, 'pavimentar calle'][turn % 10] ?? 'obra'
const TURNS = 200
const times: { text: string; ms: number; hits: number }[] = []
for (let turn = -10; turn < TURNS; turn++) {
  const text = ask(turn + 10)
  const started = performance.now()
  const { hits } = await runQuery<{ hits: readonly unknown[] }>(system.services, rosa, search, { text, each: 5 }, asOfNow(system.clock))
  if (turn >= 0) times.push({ text, ms: performance.now() - started, hits: hits.length })
}
const sorted = times.map(({ ms }) => ms).sort((a, b) => a - b)
const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
process.stdout.write(JSON.stringify({ records, documents, p50: at(0.5), p95: at(0.95), worst: at(1), slowest: [...times].sort((a, b) => b.ms - a.ms).slice(0, 5), answered: times.filter(({ hits }) => hits > 0).length, turns: TURNS }))
await system.close()
rmSync(folder, { recursive: true, force: true })
process.exit(0)

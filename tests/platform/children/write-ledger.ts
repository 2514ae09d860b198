import { randomUUID } from 'node:crypto'
import { databaseOver, openEmbedded, sql, takeFolder } from '#platform/database'
import { folderStore } from '#platform/files'
import { ledger } from '#evidence'
import { join } from 'node:path'

/**
 * Writes without rest through the real worker, ledger and file store, and says each number only after it was acknowledged:
 * `<seq> <entry id> <file hash>`. It is killed from outside.
 */
const [folder = '', template = '', commune = ''] = process.argv.slice(2)
takeFolder(folder)
const engine = await openEmbedded({ folder: join(folder, 'base'), template })
const database = databaseOver(engine)
const files = folderStore(join(folder, 'archivos'))
const scope = { commune, accountId: '00000000-0000-4000-8000-00000000000a', clearances: ['public' as const, 'internal' as const] }
process.stdout.write('ready\n')
const checkpoint = setInterval(() => void engine.checkpoint(), 150)
checkpoint.unref()
for (let n = 0; ; n++) {
  const { hash, size } = await files.put(new TextEncoder().encode(`${process.pid} ${n} ${'x'.repeat(n % 3000)}`))
  const id = randomUUID()
  const { seq } = await database.write(scope, async (tx) => {
    await tx.run(sql`insert into evidence.files (commune, hash, name, media_type, size, uploaded_by, uploaded_at) values (${commune}, ${hash}, 'x', 'text/plain', ${size}, ${scope.accountId}, now())`)
    return ledger.append(tx, { id, action: 'prueba.anotar', accountId: scope.accountId, office: undefined, effectiveOn: '2026-07-01', recordedAt: new Date().toISOString(), draft: { name: 'noted', summary: 'Asiento' }, body: JSON.stringify({ id, hash }) })
  })
  process.stdout.write(`${seq} ${id} ${hash}\n`)
}

import { z } from 'zod'
import { defineQuery, notFound } from '#platform/actions'
import { sql } from '#platform/database'
import { sortKey } from '#kernel'
import { attachmentRows, fileRows } from './files/file.store.ts'
import { ledgerStore } from './ledger/ledger.store.ts'
import { verifyLinks } from './ledger/verify-chain.ts'

const signedIn = () => true
const recordInput = z.object({ kind: z.string().max(60), id: z.string().max(120) })

export const recordHistory = defineQuery({
  name: 'evidence.record-history',
  title: 'Historia de un registro',
  input: recordInput,
  allowed: signedIn,
  run: async ({ kind, id }, context) => {
    const store = ledgerStore(context.tx)
    const [entries, versions] = [await store.list({ knownSeq: await context.knownSeq(), size: 200, record: { kind, id } }), await store.versions(kind, id)]
    const byEntry = new Map(versions.map((version, index) => [version.entry_id, { version: version.version, data: version.data, before: versions[index + 1]?.data }]))
    return { entries: entries.map((entry) => ({ ...entry, change: byEntry.get(entry.id) })) }
  },
})
export const recordDocuments = defineQuery({
  name: 'evidence.record-documents',
  title: 'Documentos de un registro',
  input: recordInput,
  allowed: signedIn,
  run: async ({ kind, id }, { tx }) => ({ documents: await attachmentRows(tx).of(kind, id) }),
})
export const listEntries = defineQuery({
  name: 'evidence.list-entries',
  title: 'Bitácora',
  help: 'Los asientos de la bitácora, del más nuevo al más antiguo. La ven Control y el encargado de datos.',
  input: z.object({ before: z.coerce.number().int().positive().optional(), size: z.coerce.number().int().min(1).max(200).default(50), text: z.string().max(200).optional() }),
  allowed: (actor) => actor.permissions.has('evidence.audit'),
  run: async ({ before, size, text }, context) => ({ entries: await ledgerStore(context.tx).list({ knownSeq: await context.knownSeq(), before, size, text }) }),
})
export const verifyLedger = defineQuery({
  name: 'evidence.verify-ledger',
  title: 'Comprobar la cadena de la bitácora',
  input: z.object({}),
  allowed: (actor) => actor.permissions.has('evidence.audit'),
  run: async (_input, { tx }) => {
    const store = ledgerStore(tx)
    let head = { seq: 0, hash: '' }
    for (;;) {
      const links = await store.links(head.seq, 1000)
      if (links.length === 0) return { holds: true, entries: head.seq, hash: head.hash }
      const next = verifyLinks(head, links)
      if ('brokenAt' in next) return { holds: false, entries: head.seq, brokenAt: next.brokenAt }
      head = next
    }
  },
})
export const fileFacts = defineQuery({
  name: 'evidence.file',
  title: 'Ficha de un archivo',
  input: z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  allowed: signedIn,
  run: async ({ hash }, { tx }) => {
    const file = await fileRows(tx).get(hash)
    if (!file) throw notFound({ what: 'el archivo' })
    return file
  },
})
export type SearchHit = { kind: string; record_id: string; title: string; subtitle: string; href: string }
export const searchRecords = defineQuery({
  name: 'evidence.search',
  title: 'Buscar en todo',
  input: z.object({ text: z.string().trim().min(1).max(100) }),
  allowed: signedIn,
  run: async ({ text }, { tx }) => {
    const words = sortKey(text).split(/\s+/).filter(Boolean).slice(0, 6)
    const hits = await tx.all<SearchHit>(sql`
      select kind, record_id, title, subtitle, href from evidence.search_lines
      where commune = ${tx.commune} ${sql.join(words.map((word) => sql`and sort_key like ${`%${word.replace(/[%_\\]/g, '\\$&')}%`}`), sql` `)}
      order by (sort_key like ${`${words[0] ?? ''}%`}) desc, sort_key limit 40`)
    return { hits }
  },
})

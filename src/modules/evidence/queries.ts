import { z } from 'zod'
import { defineQuery } from '#platform/actions'
import { attachmentRows } from './files/file.store.ts'
import { mayKnowRecord } from './search/readers.ts'
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
    if (!(await mayKnowRecord(context, kind, id))) return { entries: [] }
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
  run: async ({ kind, id }, context) => ({ documents: (await mayKnowRecord(context, kind, id)) ? await attachmentRows(context.tx).of(kind, id, await context.knownSeq(), context.asOf.effectiveOn < context.today ? context.asOf.effectiveOn : undefined) : [] }),
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

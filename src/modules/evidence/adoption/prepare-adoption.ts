import { can } from '#kernel'
import { defineAction, inputRefused, type PrepareContext, type ReadContext } from '#platform/actions'
import { sql } from '#platform/database'
import { formatOf, isFalseExtension } from '#platform/extraction'
import { z } from 'zod'
import { readQuestion } from '../search/question.ts'
import { barredKinds } from '../search/readers.ts'
import { searchStore } from '../search/search.store.ts'
import { type AdoptedFile, type AdoptionRow, adoptionStore, type FileProblem } from './adoption.store.ts'
import { guessFromPath, type PathGuess, type UnitName } from './guess.ts'
import { adoptionMoved } from './problems.ts'

export const StartInput = z.object({ id: z.uuid(), name: z.string().trim().min(1, 'Falta el nombre de la carpeta').max(200) })
const Path = z.string().min(1).max(1000).refine((path) => !path.split('/').includes('..') && !path.includes('\0'), 'La ruta sale de la carpeta')
export const AddInput = z.object({ id: z.uuid(), files: z.array(z.object({ path: Path, size: z.number().int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/).optional() })).min(1).max(500) })

/** Opens the adoption of a folder. Nothing is adopted yet. */
export const startAdoption = defineAction({
  name: 'evidence.start-adoption', title: 'Empezar a adoptar una carpeta', input: StartInput, allowed: can('evidence.attach'),
  run: async ({ id, name }, context) => {
    await adoptionStore(context.tx).start({ id, name, accountId: context.actor.accountId, at: context.clock.now().toISOString() })
    return { result: { id }, entry: null }
  },
})
type Seen = { readonly format: string; readonly key: string; readonly falseExtension: boolean }
const look = async (path: string, hash: string, { files }: PrepareContext): Promise<Seen | undefined> => {
  const bytes = await files.get(hash)
  if (!bytes) return undefined
  const format = formatOf(bytes)
  return { format: format.title, key: format.key, falseExtension: isFalseExtension(path, format) }
}
/** The record a code names, when it names just one of those the reader may see. */
const recordOf = async (code: string, context: ReadContext): Promise<{ kind: string; record_id: string; title: string } | undefined> => {
  const { query } = readQuestion(code)
  if (!query) return undefined
  const hits = await searchStore(context.tx).lines(query, { kinds: ['project', 'tender', 'contract', 'budget-account'], barred: barredKinds(context.actor), known: await context.knownSeq(), on: 'infinity', each: 2, skip: 0, take: 3 })
  const [only] = hits
  return hits.length === 1 ? only : undefined
}
export const draftOf = async (id: string, context: ReadContext): Promise<AdoptionRow> => {
  const adoption = await adoptionStore(context.tx).hold(id)
  if (!adoption || adoption.account_id !== context.actor.accountId) throw inputRefused({ what: 'Adoptar una carpeta' }, { errors: [{ pointer: '/id', message: 'Esa adopción no existe o la lleva otra persona' }] })
  if (adoption.state !== 'draft') throw adoptionMoved({ name: adoption.name, state: adoption.state })
  return adoption
}

/** Adds stored files to the preview: what each is, whether it repeats, and what its path says. */
export const addToAdoption = defineAction({
  name: 'evidence.add-to-adoption', title: 'Sumar archivos a una adopción', input: AddInput, allowed: can('evidence.attach'), perMinute: 600,
  prepare: async ({ files }, context) => {
    const seen = new Map<string, Seen>()
    for (const { path, hash } of files) { const found = hash ? await look(path, hash, context) : undefined; if (found) seen.set(path, found) }
    return seen
  },
  run: async ({ id, files }, context, seen) => {
    await draftOf(id, context)
    const store = adoptionStore(context.tx)
    const units = await context.tx.all<UnitName>(sql`select subtitle as code, title as name from evidence.search_lines where commune = ${context.tx.commune} and kind = 'unit'`)
    const named = units.map(({ code, name }) => ({ code: code.replace(/^Unidad /, ''), name }))
    const stored = files.flatMap(({ hash }) => (hash ? [hash] : []))
    const visible = new Set((await context.tx.all<{ hash: string }>(sql`select hash from evidence.files where commune = ${context.tx.commune} and hash = any (${stored})`)).map(({ hash }) => hash))
    if (stored.some((hash) => !visible.has(hash))) throw inputRefused({ what: 'Adoptar una carpeta' }, { errors: [{ pointer: '/files', message: 'Hay archivos que no se subieron: suba la carpeta de nuevo' }] })
    const { here, present } = await store.known(id, stored)
    const records = new Map<string, Awaited<ReturnType<typeof recordOf>>>()
    const rows: AdoptedFile[] = []
    for (const { path, size, hash } of files) {
      const guess: PathGuess = guessFromPath(path, named)
      for (const code of guess.codes) if (!records.has(code)) records.set(code, await recordOf(code, context))
      const code = guess.codes.find((one) => records.get(one)) ?? guess.codes[0]
      const record = code ? records.get(code) : undefined
      const what = seen.get(path)
      const problem: FileProblem | null = size === 0 ? 'empty' : !hash || !what ? 'too-large' : what.key === 'program' ? 'program' : here.has(hash) ? 'repeated' : present.has(hash) ? 'present' : null
      if (hash) here.add(hash)
      rows.push({ path, file_hash: what ? (hash ?? null) : null, size, format: what?.format ?? null, false_extension: what?.falseExtension ?? false, problem, year: guess.year ?? null, unit_name: guess.unit ?? null, code: code ?? null, record_kind: record?.kind ?? null, record_id: record?.record_id ?? null, record_title: record?.title ?? null })
    }
    await store.add(id, rows)
    return { result: { added: rows.length }, entry: null }
  },
})

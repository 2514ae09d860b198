import { can, counted } from '#kernel'
import { defineAction, type JobDefinition, notFound, scopeOf, versionMoved } from '#platform/actions'
import { z } from 'zod'
import { READ_TEXTS } from '../files/read-texts.job.ts'
import { ledgerStore } from '../ledger/ledger.store.ts'
import { demandUndoTerm } from '../ledger/undo-term.ts'
import { adoptionStore } from './adoption.store.ts'
import { draftOf } from './prepare-adoption.ts'
import { adoptionLeaned, adoptionMoved, nothingToAdopt } from './problems.ts'

export const ADOPTION = 'adoption'
export const adoptionHref = (id: string): string => `/archivos/adoptar/${id}`
/** Files in one transaction: three short statements each. */
const CHUNK = 200
const SHOWN = 20

/** `links`: whether files go to the records their codes name; `loose`: paths that do not, though a code was recognised. */
export const AdoptInput = z.object({ id: z.uuid(), version: z.number().int(), links: z.boolean().default(true), loose: z.array(z.string().max(1000)).max(10_000).default([]) })

/** Adopts what was previewed, as one batch: a job stages it and posts one entry. */
export const adoptFolder = defineAction({
  name: 'evidence.adopt-folder', title: 'Adoptar una carpeta', help: 'Todos los archivos de la vista previa pasan a ser documentos del sistema en un solo asiento, que se puede deshacer.', input: AdoptInput, allowed: can('evidence.attach'),
  run: async ({ id, version, links, loose }, context) => {
    const adoption = await draftOf(id, context)
    if (adoption.version !== version) throw versionMoved({ what: 'La carpeta', yours: version, current: adoption.version }, { facts: { current: { state: adoption.state } } })
    const store = adoptionStore(context.tx)
    if (((await store.counts(id))?.adoptable ?? 0) === 0) throw nothingToAdopt({ name: adoption.name })
    if (loose.length > 0) await store.unlink(id, loose)
    await store.set(id, 'adopting')
    const job = await context.enqueue({ kind: 'evidence.adopt-folder', title: `Adoptar «${adoption.name}»`, input: { id, links } })
    return { result: { job: job.id }, entry: null }
  },
})
/** Leaves a preview aside. The files brought stay stored, hanging from nothing. */
export const discardAdoption = defineAction({
  name: 'evidence.discard-adoption', title: 'Descartar una carpeta en revisión', input: z.object({ id: z.uuid() }), allowed: can('evidence.attach'),
  run: async ({ id }, context) => {
    await draftOf(id, context)
    await adoptionStore(context.tx).set(id, 'cancelled')
    return { result: { id }, entry: null }
  },
})

const JobInput = z.object({ id: z.uuid(), links: z.boolean() })
/** Posts the entry under which the job staged the attachments: they exist from here on, all at once. */
const postAdoption = defineAction({
  name: 'evidence.post-adoption', title: 'Asentar una carpeta adoptada', input: JobInput, allowed: can('evidence.attach'),
  run: async ({ id, links }, context) => {
    const store = adoptionStore(context.tx)
    const adoption = await store.hold(id)
    if (!adoption || adoption.batch !== context.entryId) throw notFound({ what: 'la carpeta preparada' })
    if (adoption.state !== 'adopting') throw adoptionMoved({ name: adoption.name, state: adoption.state })
    const files = await store.countStaged(adoption.batch)
    const counts = await store.counts(id)
    if (files !== counts?.adoptable) throw adoptionMoved({ name: adoption.name, state: 'adopting' })
    await store.set(id, 'adopted')
    await context.index({ kind: ADOPTION, id, title: `Carpeta «${adoption.name}»`, subtitle: `${counted(files, 'documento adoptado', 'documentos adoptados')}`, href: adoptionHref(id) })
    await context.enqueue({ ...READ_TEXTS, title: `Leer los textos de «${adoption.name}»`, input: {} })
    const linked = links ? counts.linked : 0
    return {
      result: { files, linked },
      entry: { name: 'folder-adopted', summary: `Se adoptó la carpeta «${adoption.name}»: ${counted(files, 'documento', 'documentos')}, ${counted(linked, 'enlazado', 'enlazados')} a su registro`, record: { kind: ADOPTION, id }, facts: { files, linked } },
    }
  },
})
export const adoptFolderJob: JobDefinition = {
  kind: 'evidence.adopt-folder', title: 'Adoptar una carpeta',
  run: async (job) => {
    const { id, links } = JobInput.parse(job.input)
    const scope = scopeOf(job.actor)
    const [adoption, total, today] = await job.read(async ({ tx, today: day }) => [await adoptionStore(tx).get(id), (await adoptionStore(tx).counts(id))?.adoptable ?? 0, day] as const)
    if (adoption?.state !== 'adopting') throw adoptionMoved({ name: adoption?.name ?? '', state: adoption?.state ?? 'cancelled' })
    let after = ''
    let done = 0
    for (;;) {
      const files = await job.read(({ tx }) => adoptionStore(tx).toAttach(id, after, CHUNK))
      if (files.length === 0) break
      await job.database.write(scope, (tx) => adoptionStore(tx).attach(adoption, files, today, links))
      done += files.length
      after = files.at(-1)?.path ?? ''
      await job.progress((0.95 * done) / Math.max(1, total), `Adoptando: ${done} de ${total}`)
    }
    return job.act(postAdoption, { id, links }, { entryId: adoption.batch })
  },
  clean: async (job) => {
    const { id } = JobInput.parse(job.input)
    const scope = scopeOf(job.actor)
    const adoption = await job.read(({ tx }) => adoptionStore(tx).get(id))
    if (adoption?.state !== 'adopting') return
    while ((await job.database.write(scope, (tx) => adoptionStore(tx).eraseStaged(adoption.batch, CHUNK))) > 0);
    await job.database.write(scope, (tx) => adoptionStore(tx).set(id, 'draft'))
  },
}

/** Takes a whole adoption back. Files stay stored; what hung from records no longer hangs. */
export const undoAdoption = defineAction({
  name: 'evidence.undo-adoption', title: 'Deshacer la adopción de una carpeta', help: 'Los documentos dejan de estar, desde ahora, en los registros; nada se borra. Se rechaza si hay datos que los citan o si pasó el plazo.',
  input: z.object({ id: z.uuid(), version: z.number().int(), reason: z.string().trim().min(5, 'Diga por qué, en al menos cinco letras').max(300) }), allowed: can('evidence.attach'),
  run: async ({ id, version, reason }, context) => {
    const store = adoptionStore(context.tx)
    const adoption = await store.hold(id)
    if (!adoption) throw notFound({ what: 'la carpeta' })
    if (adoption.version !== version) throw versionMoved({ what: 'La carpeta', yours: version, current: adoption.version }, { facts: { current: { state: adoption.state } } })
    const entry = await ledgerStore(context.tx).byId(adoption.batch)
    if (adoption.state !== 'adopted' || !entry) throw adoptionMoved({ name: adoption.name, state: adoption.state })
    demandUndoTerm(context.law, entry, context.today)
    const leaning = await store.leaning(id, SHOWN)
    if (leaning.length > 0) throw adoptionLeaned({ dependants: leaning.length }, { facts: { dependants: leaning } })
    await store.set(id, 'undone')
    return { result: { id }, entry: { name: 'folder-adoption-undone', undoes: entry.seq, summary: `Se deshizo «${entry.summary}»: ${reason}`, record: { kind: ADOPTION, id }, facts: { undone: entry.id, reason } } }
  },
})

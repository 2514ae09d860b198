import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import { randomUUID } from 'node:crypto'
import { type Actor, counted, formatNumber, Problem } from '#kernel'
import { runAction, runQuery, scopeOf } from '#platform/actions'
import { extractionLimits } from '#platform/extraction'
import { addToAdoption, adoptFolder, fileRows, showAdoption, startAdoption } from '#evidence'
import type { System } from '../system.ts'
import { type Command, complain, say } from './command.ts'
import { communeOf, operator, withSystem } from './open.ts'
import { withWorker } from './run-job.ts'

const CHUNK = 200
const wrongUse = (detail: string) => new Problem('linea/uso', 'input', 'Falta la carpeta', detail, 'El comando es: adopt CARPETA [--yes] [--loose] [--commune CÓDIGO].', undefined)
type Found = { readonly path: string; readonly size: number; readonly hash?: string }

/** Files of a tree, one by one. Links to elsewhere and hidden files are not followed. */
const filesIn = async function* (folder: string): AsyncGenerator<string> {
  for (const entry of (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'Thumbs.db' || entry.name === 'desktop.ini') continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesIn(path)
    else if (entry.isFile()) yield path
  }
}
/** Stores a file and its row; one too large to be read is only named. */
const bring = async (system: System, actor: Actor, root: string, path: string): Promise<Found> => {
  const name = relative(root, path).split(sep).join('/')
  const { size } = await stat(path)
  if (size === 0 || size > extractionLimits.bytes) return { path: name, size }
  const { hash } = await system.services.files.put(await readFile(path))
  await system.database.write(scopeOf(actor), (tx) => fileRows(tx).add({ hash, name: basename(path), mediaType: 'application/octet-stream', size, visibility: 'internal', uploadedBy: actor.accountId, at: system.clock.now().toISOString() }))
  return { path: name, size, hash }
}
type Preview = Awaited<ReturnType<typeof showAdoption.run>>
const tell = ({ counts, kinds }: Preview): void => {
  if (!counts) return
  say(`${counted(counts.files, 'archivo', 'archivos')}, ${formatNumber(Math.round(counts.bytes / 1e6))} MB: ${formatNumber(counts.adoptable)} por adoptar, ${formatNumber(counts.repeated)} repetidos, ${formatNumber(counts.present)} que ya estaban, ${formatNumber(counts.too_large)} demasiado grandes, ${formatNumber(counts.empty)} vacíos, ${formatNumber(counts.program)} programas.`)
  say(`Por su contenido: ${kinds.map(({ format, files }) => `${format} ${formatNumber(files)}`).join(', ')}. Con extensión falsa: ${formatNumber(counts.false_extension)}.`)
  say(`Por su ruta: ${formatNumber(counts.dated)} con año, ${formatNumber(counts.with_unit)} con unidad, ${formatNumber(counts.linked)} con un código que se reconoce (BIP, licitación o cuenta).`)
}

export const adopt: Command = {
  name: 'adopt',
  usage: 'adopt CARPETA [--yes] [--loose] [--commune CÓDIGO]',
  help: 'Trae un árbol de carpetas existente: cuenta y clasifica; con --yes lo adopta en un asiento que se puede deshacer (--loose: sin enlazar a registros).',
  run: async (given) => {
    const [folder] = given.words
    if (!folder) throw wrongUse('No se dijo cuál.')
    const root = resolve(folder)
    if (!(await stat(root).catch(() => undefined))?.isDirectory()) throw wrongUse(`«${folder}» no es una carpeta.`)
    return withSystem(given, async (system) => {
      const actor = operator(await communeOf(system, given))
      const id = randomUUID()
      await runAction(system.services, actor, startAdoption, { id, name: basename(root) })
      let [waiting, seen]: [Found[], number] = [[], 0]
      const send = async (): Promise<void> => {
        if (waiting.length > 0) await runAction(system.services, actor, addToAdoption, { id, files: waiting })
        seen += waiting.length
        waiting = []
      }
      for await (const path of filesIn(root)) {
        waiting.push(await bring(system, actor, root, path))
        if (waiting.length === CHUNK) { await send(); say(`${formatNumber(seen)} archivos leídos`) }
      }
      await send()
      const preview = await runQuery<Preview>(system.services, actor, showAdoption, { id })
      tell(preview)
      if (!given.flag('yes')) {
        say('No se adoptó nada. Repita con --yes para adoptarlos.')
        return 0
      }
      return withWorker(system, actor, async (finished) => {
        const { result } = await runAction<{ job: string }>(system.services, actor, adoptFolder, { id, version: preview.version, links: !given.flag('loose') })
        const done = (await finished(result.job, complain)) as { files: number; linked: number }
        say(`Adoptados ${counted(done.files, 'documento', 'documentos')}, ${formatNumber(done.linked)} enlazados a su registro. Se deshace entero desde Archivos › Carpetas adoptadas; los textos se leen aparte.`)
        return 0
      })
    })
  },
}

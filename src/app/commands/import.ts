import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Actor, counted, formatNumber, Problem, readPeriod } from '#kernel'
import { runAction, scopeOf } from '#platform/actions'
import { fileRows } from '#evidence'
import type { PreviewAnswer, ReadAnswer } from '#budget'
import type { System } from '../system.ts'
import { actionNamed } from './action-named.ts'
import type { Arguments } from './arguments.ts'
import { type Command, complain, say } from './command.ts'
import { communeOf, operator, withSystem } from './open.ts'
import { withWorker } from './run-job.ts'

type Finished = (jobId: string, tell?: (text: string) => void) => Promise<unknown>
const wrongUse = (detail: string) => new Problem('linea/uso', 'input', 'Falta algo para importar', detail, 'El comando es: import balance ARCHIVO --month 2026-06 [--recipe NOMBRE] [--sheet N].', undefined)

const store = async (system: System, actor: Actor, path: string): Promise<string> => {
  const bytes = await readFile(path).catch(() => {
    throw wrongUse(`No se puede leer «${path}».`)
  })
  const { hash, size } = await system.services.files.put(bytes)
  await system.database.write(scopeOf(actor), (tx) => fileRows(tx).add({ hash, name: basename(path), mediaType: 'application/octet-stream', size, visibility: 'internal', uploadedBy: actor.accountId, at: system.clock.now().toISOString() }))
  return hash
}
const act = async <T>(system: System, actor: Actor, name: string, input: unknown): Promise<T> => (await runAction<T>(system.services, actor, actionNamed(name), input)).result

const tellProblems = (preview: PreviewAnswer) => {
  for (const { severity, sheet, cell, says, what, remedy } of preview.problems.slice(0, 60)) complain(`${severity === 'stops' ? 'detiene ' : 'puede esperar'} ${sheet}!${cell} «${says}»: ${what} ${remedy}`)
}

/** What a sheet would change, with the mapping proposed by the recipe or by its own headings. */
const previewSheet = async (system: System, actor: Actor, finished: Finished, id: string, read: ReadAnswer, given: Arguments): Promise<{ preview: PreviewAnswer; choices: Record<string, unknown> }> => {
  const choices = {
    sheet: read.sheet, headerRows: [...read.header], columns: read.columns.map(({ column, field }) => ({ column, field })), unit: read.unit, kind: read.kind,
    accepted: (given.option('accept') ?? '').split(',').filter(Boolean), recipe: given.option('save-recipe') ?? read.recipe,
  }
  const { job } = await act<{ job: string }>(system, actor, 'budget.preview-import', { id, choices })
  return { preview: (await finished(job)) as PreviewAnswer, choices }
}

const importOne = async (system: System, actor: Actor, finished: Finished, given: Arguments, path: string, month: { year: number; month: number }): Promise<number> => {
  const fileHash = await store(system, actor, path)
  const started = await act<{ id: string; job: string }>(system, actor, 'budget.start-import', { fileHash, ...month, ...(given.option('recipe') ? { recipe: given.option('recipe') } : {}) })
  let read = (await finished(started.job, say)) as ReadAnswer
  const sheet = given.option('sheet')
  if (sheet) {
    const shown = await act<{ job: string }>(system, actor, 'budget.show-sheet', { id: started.id, sheet: Number(sheet) - 1, recipe: given.option('recipe') })
    read = (await finished(shown.job)) as ReadAnswer
  }
  if (read.header.length === 0) throw wrongUse('No se encontró un encabezado de balance en el archivo.')
  for (const drift of read.drifts) complain(drift)
  say(`Hoja «${read.sheets.find(({ index }) => index === read.sheet)?.name ?? ''}», montos en ${read.unit === 'thousands' ? 'miles de pesos' : 'pesos'}.`)
  const { preview, choices } = await previewSheet(system, actor, finished, started.id, read, given)
  const { counts } = preview
  say(`${counted(counts.new, 'fila nueva', 'filas nuevas')}, ${formatNumber(counts.changed)} cambian, ${formatNumber(counts.equal)} iguales, ${counted(counts.rejected, 'rechazada', 'rechazadas')}.`)
  if (!preview.loadable) {
    tellProblems(preview)
    const bytes = preview.rejectedHash ? await system.services.files.get(preview.rejectedHash) : undefined
    if (bytes) {
      await writeFile(`${path}.rechazadas.xlsx`, bytes)
      complain(`Las filas rechazadas, con su razón, quedaron en ${path}.rechazadas.xlsx`)
    }
    complain(`No se cargó nada: ${counted(preview.problemCount.stops, 'problema lo detiene', 'problemas lo detienen')}.`)
    return 1
  }
  const loading = await act<{ job: string }>(system, actor, 'budget.import-balance', { id: started.id, choices, watermark: preview.watermark })
  await finished(loading.job, say)
  say('Cargado. Se deshace en una acción desde Presupuestar, Cargas.')
  return 0
}

export const importCommand: Command = {
  name: 'import',
  usage: 'import balance ARCHIVO --month 2026-06 [--recipe NOMBRE] [--save-recipe NOMBRE] [--sheet N] [--accept CÓDIGO,…]',
  help: 'Carga un balance mensual (.xlsx, .xls, .ods, .csv): todo o nada, con los problemas en su celda.',
  run: async (given) => {
    const [what, path] = given.words
    const period = readPeriod(given.option('month') ?? '')
    if (what !== 'balance' || !path) throw wrongUse('Falta el archivo.')
    if (period?.kind !== 'month') throw wrongUse('Falta el mes, como --month 2026-06.')
    return withSystem(given, async (system) => {
      const actor = operator(await communeOf(system, given))
      return withWorker(system, actor, (finished) => importOne(system, actor, finished, given, path, { year: period.year, month: Number(period.id.slice(5)) }))
    })
  },
}

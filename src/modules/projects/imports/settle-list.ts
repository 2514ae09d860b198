import { randomUUID } from 'node:crypto'
import { counted, enumerate } from '#kernel'
import { type ActionContext, notFound, type PrepareContext } from '#platform/actions'
import { fileRows } from '#evidence'
import { writeWorkbook } from '#platform/spreadsheets'
import { projectStore } from '../portfolio/project.store.ts'
import { ProjectImportChoices } from './import-contract.ts'
import { importStore, type LoadedProject } from './import.store.ts'
import { listNotLoadable, portfolioMoved } from './import-problems.ts'
import { listFacts, watermarkOf } from './list-facts.ts'
import { type ListRecipe, previewList } from './preview-list.ts'
import { rejectedRows } from './rejected-rows.ts'
import { demandReading } from './start-project-import.ts'
import { changeFromList, type ListStep } from './write-projects.ts'

/** What is made of a list before its entry, out of any transaction: what changes, what is new with its id, and what is left out. */
export const prepareList = async (id: string, { files, read }: Pick<PrepareContext, 'files' | 'read'>) => {
  const known = await read(async (context) => {
    const row = await importStore(context.tx).get(id)
    if (!row) throw notFound({ what: 'la carga' })
    return { row, sheets: await importStore(context.tx).reading(id), facts: await listFacts(context) }
  })
  const choices = ProjectImportChoices.parse(known.row.choices)
  const preview = previewList(known.sheets, choices, known.facts)
  const rejected = rejectedRows(known.sheets, preview)
  return {
    choices, preview, fileName: known.row.file_name, kept: JSON.stringify(known.row.choices), watermark: watermarkOf(known.facts.portfolio), rejected: rejected ? await files.put(await writeWorkbook([rejected])) : null,
    fresh: preview.items.filter(({ state }) => state === 'new').map((item) => ({ id: randomUUID(), item })),
  }
}
export type PreparedList = Awaited<ReturnType<typeof prepareList>>
export const demandListLoadable = ({ preview }: PreparedList): void => {
  if (!preview.loadable) throw listNotLoadable({ count: preview.problems.filter(({ severity }) => severity === 'stops').length }, { facts: { problems: preview.problems.slice(0, 20) } })
}

type Fresh = { readonly steps: readonly ListStep[]; readonly loaded: readonly LoadedProject[] }
/** The end of a load, small or staged: what changes of known projects, the steps that go with the entry, its receipt and its recipe. Refused when the portfolio or what was decided moved. */
export const settleList = async (context: ActionContext, { id, watermark }: { readonly id: string; readonly watermark: string }, prepared: PreparedList, fresh: Fresh) => {
  const { choices, preview, rejected, fileName } = prepared
  const row = await demandReading(context, id)
  demandListLoadable(prepared)
  const portfolio = await projectStore(context.tx).states({ knownSeq: Number.MAX_SAFE_INTEGER, on: context.today })
  // Whatever was decided or moved while this was being prepared was not seen by anybody.
  if (watermark !== prepared.watermark || watermarkOf(portfolio) !== watermark || JSON.stringify(row.choices) !== prepared.kept) throw portfolioMoved({})
  for (const step of fresh.steps) await step.run(context.tx)
  const byId = new Map(portfolio.map((state) => [state.id, state]))
  const loaded: LoadedProject[] = [...fresh.loaded]
  for (const item of preview.items) {
    const state = item.state === 'changed' && item.match ? byId.get(item.match.id) : undefined
    if (state) loaded.push(await changeFromList(context, state, item, fileName))
  }
  if (rejected) await fileRows(context.tx).add({ hash: rejected.hash, name: 'proyectos-rechazados.xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', size: rejected.size, visibility: 'internal', uploadedBy: context.actor.accountId, at: context.clock.now().toISOString() })
  const sheet = preview.sheets[preview.sheet]?.name ?? ''
  if (choices.recipe) {
    const mapped = (list: typeof preview.stages) => Object.fromEntries(list.map(({ says, value }) => [says, value]))
    const recipe: ListRecipe = { name: choices.recipe, columns: preview.columns.map(({ says, field }) => ({ says, field })), stages: mapped(preview.stages), sources: mapped(preview.sources) }
    await importStore(context.tx).saveRecipe({ id: randomUUID(), recipe, on: context.today, entryId: context.entryId })
  }
  await importStore(context.tx).settle({ id, sheet, recipe: choices.recipe, counts: preview.counts, loaded, rejectedHash: rejected?.hash ?? null, entryId: context.entryId })
  await context.index({ kind: 'project-import', id, title: `Lista de proyectos ${fileName}`, subtitle: `${counted(preview.counts.new, 'nuevo', 'nuevos')}, ${counted(preview.counts.changed, 'cambiado', 'cambiados')}`, href: `/proyectos/cargas/${id}` })
  const said = enumerate([counted(preview.counts.new, 'proyecto nuevo', 'proyectos nuevos'), counted(preview.counts.changed, 'cambiado', 'cambiados')])
  return { result: { id, new: preview.counts.new, changed: preview.counts.changed }, entry: { name: 'projects-imported', summary: `Se cargó la lista de proyectos «${fileName}»: ${said}`, record: { kind: 'project-import', id }, facts: { file: row.file_hash, sheet, counts: preview.counts } } }
}

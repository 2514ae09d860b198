import { randomUUID } from 'node:crypto'
import { can, counted, enumerate } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { fileRows } from '#evidence'
import { writeWorkbook } from '#platform/spreadsheets'
import { projectStore } from '../portfolio/project.store.ts'
import { LoadProjectImportInput, ProjectImportChoices } from './import-contract.ts'
import { importStore, type LoadedProject } from './import.store.ts'
import { listNotLoadable, portfolioMoved } from './import-problems.ts'
import { listFacts, watermarkOf } from './list-facts.ts'
import { type ListRecipe, previewList } from './preview-list.ts'
import { rejectedRows } from './rejected-rows.ts'
import { demandReading } from './start-project-import.ts'
import { addProjects, changeFromList } from './write-projects.ts'

/** Loads a reviewed list, whole or not at all, in one entry. Refused when the portfolio is not the one of the review. */
export const loadProjectImport = defineAction({
  name: 'projects.load-import', title: 'Cargar una lista de proyectos', input: LoadProjectImportInput, allowed: can('projects.import'),
  prepare: async ({ id }, { files, read }) => {
    const known = await read(async (context) => {
      const row = await importStore(context.tx).get(id)
      if (!row) throw notFound({ what: 'la carga' })
      return { row, sheets: await importStore(context.tx).reading(id), facts: await listFacts(context) }
    })
    const choices = ProjectImportChoices.parse(known.row.choices)
    const preview = previewList(known.sheets, choices, known.facts)
    const rejected = rejectedRows(known.sheets, preview)
    return { choices, preview, row: known.row, watermark: watermarkOf(known.facts.portfolio), rejected: rejected ? await files.put(await writeWorkbook([rejected])) : null }
  },
  run: async ({ id, watermark }, context, { choices, preview, rejected, ...prepared }) => {
    const row = await demandReading(context, id)
    if (!preview.loadable) throw listNotLoadable({ count: preview.problems.filter(({ severity }) => severity === 'stops').length }, { facts: { problems: preview.problems.slice(0, 20) } })
    const portfolio = await projectStore(context.tx).states({ knownSeq: Number.MAX_SAFE_INTEGER, on: context.today })
    // Whatever was decided or moved while this was being prepared was not seen by anybody.
    if (watermark !== prepared.watermark || watermarkOf(portfolio) !== watermark || JSON.stringify(row.choices) !== JSON.stringify(prepared.row.choices)) throw portfolioMoved({})
    const byId = new Map(portfolio.map((state) => [state.id, state]))
    const loaded: LoadedProject[] = await addProjects(context, preview.items.filter(({ state }) => state === 'new').map((item) => ({ id: randomUUID(), item })), row.file_name)
    for (const item of preview.items) {
      const state = item.state === 'changed' && item.match ? byId.get(item.match.id) : undefined
      if (state) loaded.push(await changeFromList(context, state, item, row.file_name))
    }
    if (rejected) await fileRows(context.tx).add({ hash: rejected.hash, name: 'proyectos-rechazados.xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', size: rejected.size, visibility: 'internal', uploadedBy: context.actor.accountId, at: context.clock.now().toISOString() })
    const sheet = preview.sheets[preview.sheet]?.name ?? ''
    if (choices.recipe) {
      const mapped = (list: typeof preview.stages) => Object.fromEntries(list.map(({ says, value }) => [says, value]))
      const recipe: ListRecipe = { name: choices.recipe, columns: preview.columns.map(({ says, field }) => ({ says, field })), stages: mapped(preview.stages), sources: mapped(preview.sources) }
      await importStore(context.tx).saveRecipe({ id: randomUUID(), recipe, on: context.today, entryId: context.entryId })
    }
    await importStore(context.tx).settle({ id, sheet, recipe: choices.recipe, counts: preview.counts, loaded, rejectedHash: rejected?.hash ?? null, entryId: context.entryId })
    await context.index({ kind: 'project-import', id, title: `Lista de proyectos ${row.file_name}`, subtitle: `${counted(preview.counts.new, 'nuevo', 'nuevos')}, ${counted(preview.counts.changed, 'cambiado', 'cambiados')}`, href: `/proyectos/cargas/${id}` })
    const said = enumerate([counted(preview.counts.new, 'proyecto nuevo', 'proyectos nuevos'), counted(preview.counts.changed, 'cambiado', 'cambiados')])
    return { result: { id, new: preview.counts.new, changed: preview.counts.changed }, entry: { name: 'projects-imported', summary: `Se cargó la lista de proyectos «${row.file_name}»: ${said}`, record: { kind: 'project-import', id }, facts: { file: row.file_hash, sheet, counts: preview.counts } } }
  },
})

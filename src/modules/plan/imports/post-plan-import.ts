import { randomUUID } from 'node:crypto'
import { counted } from '#kernel'
import type { ActionContext, PrepareContext } from '#platform/actions'
import { notFound } from '#platform/actions'
import { fileRows } from '#evidence'
import { writeWorkbook } from '#platform/spreadsheets'
import { planFacts } from './plan-facts.ts'
import { PlanImportChoices, type PlanPreview } from './plan-import-contract.ts'
import { planMoved, planNotLoadable } from './plan-import-problems.ts'
import { planImportStore } from './plan-import.store.ts'
import { previewPlan } from './preview-plan.ts'
import { demandReading, notUnderstood, XLSX } from './start-plan-import.ts'
import type { TreeStep } from './tree-steps.ts'

/** What is made of a document before its entry, out of any transaction: what will be loaded, and what is left out. */
export type PreparedPlan = { readonly choices: PlanImportChoices; readonly preview: PlanPreview; readonly fileName: string; readonly kept: string; readonly left: { readonly hash: string; readonly size: number } | null }
export const preparePlan = async (id: string, { read, files }: Pick<PrepareContext, 'read' | 'files'>): Promise<PreparedPlan> => {
  const known = await read(async (context) => {
    const row = await planImportStore(context.tx).get(id)
    if (!row) throw notFound({ what: 'la carga' })
    return { row, reading: await planImportStore(context.tx).reading(id), facts: await planFacts(context, row.file_name) }
  })
  const choices = PlanImportChoices.parse(known.row.choices)
  const preview = previewPlan(known.reading, choices, known.facts)
  const left = notUnderstood(preview)
  return { choices, preview, fileName: known.row.file_name, kept: JSON.stringify(known.row.choices), left: left ? await files.put(await writeWorkbook([left])) : null }
}
export const demandLoadable = ({ preview }: PreparedPlan): void => {
  if (!preview.loadable) throw planNotLoadable({ count: preview.problems.filter(({ severity }) => severity === 'stops').length }, { facts: { problems: preview.problems.slice(0, 20) } })
}
/** The end of a load, small or staged: the steps that go with the entry, its receipt, its recipe and what was left out. Refused when what was decided moved meanwhile. */
export const settlePlanImport = async (context: ActionContext, { id, planId }: { readonly id: string; readonly planId: string }, prepared: PreparedPlan, steps: readonly TreeStep[]) => {
  const { choices, preview, kept, left } = prepared
  const row = await demandReading(context, id)
  if (JSON.stringify(row.choices) !== kept) throw planMoved({})
  demandLoadable(prepared)
  for (const step of steps) await step.run(context.tx)
  const store = planImportStore(context.tx)
  if (left) await fileRows(context.tx).add({ hash: left.hash, name: 'plan-no-entendido.xlsx', mediaType: XLSX, size: left.size, visibility: 'internal', uploadedBy: context.actor.accountId, at: context.clock.now().toISOString() })
  if (choices.recipe) await store.saveRecipe({ id: randomUUID(), recipe: { name: choices.recipe, columns: preview.tables.find(({ how }) => how === 'matrix')?.columns.map(({ says, field }) => ({ says, field })) ?? [] }, on: context.today, entryId: context.entryId })
  await store.settle({ id, planId, counts: preview.counts, rejectedHash: left?.hash ?? null, entryId: context.entryId })
  await context.index({ kind: 'plan-import', id, title: `Carga del plan «${preview.name}»`, subtitle: row.file_name, href: `/plan/cargas/${id}` })
  const { axes, objectives, programmes, indicators } = preview.counts
  const said = `${counted(axes, 'eje', 'ejes')}, ${counted(objectives, 'objetivo', 'objetivos')}, ${counted(programmes, 'programa', 'programas')} y ${counted(indicators, 'indicador', 'indicadores')}`
  return { result: { id, planId }, entry: { name: 'plan-imported', summary: `Se cargó el plan «${preview.name}», en borrador, desde «${row.file_name}»: ${said}`, record: { kind: 'plan-import', id }, facts: { file: row.file_hash, plan: planId, counts: preview.counts } } }
}

import { z } from 'zod'
import type { Day } from '#kernel'
import { dayField } from '../contract.ts'

/** What a column (or a label of a sheet of one indicator) may tell. */
export const planFields = ['axis', 'objective', 'programme', 'indicator', 'code', 'formula', 'measure', 'base', 'target', 'frequency', 'verification', 'unit', 'area', 'cost', 'term', 'source', 'description', 'ignored'] as const
export type PlanField = (typeof planFields)[number]
export const planFieldTitle: Record<PlanField, string> = {
  axis: 'Eje o lineamiento', objective: 'Objetivo', programme: 'Programa o proyecto', indicator: 'Indicador', code: 'Código', formula: 'Fórmula', measure: 'Unidad de medida', base: 'Línea base', target: 'Meta', frequency: 'Periodicidad', verification: 'Medio de verificación',
  unit: 'Unidad responsable', area: 'Ámbito', cost: 'Presupuesto', term: 'Plazo', source: 'Financiamiento', description: 'Descripción', ignored: 'No se lee',
}
export const treeKinds = ['axis', 'objective', 'programme', 'indicator'] as const
export type TreeKind = (typeof treeKinds)[number]
export const treeKindTitle: Record<TreeKind, string> = { axis: 'Eje', objective: 'Objetivo', programme: 'Programa', indicator: 'Indicador' }

const id = z.uuid('El identificador no es válido')
const key = z.string().min(1).max(80)
const name = z.string().trim().min(3, 'Escriba al menos tres letras').max(250)
export const TreeEdit = z.discriminatedUnion('op', [
  z.object({ op: z.literal('change'), id: key, name: name.optional(), code: z.string().trim().max(20).optional(), unitId: z.union([id, z.literal('')]).optional() }),
  z.object({ op: z.literal('move'), id: key, parent: z.union([key, z.null()]) }),
  z.object({ op: z.literal('split'), id: key, names: z.array(name).min(2).max(12) }),
  z.object({ op: z.literal('drop'), id: key }),
])
export type TreeEdit = z.output<typeof TreeEdit>
export const PlanImportChoices = z.object({
  name: z.string().trim().max(250).optional(), startsOn: dayField.optional(), endsOn: dayField.optional(),
  /** How columns are read, by table number and column. */
  columns: z.record(z.string().max(20), z.enum(planFields)).default({}),
  /** Tables that are not part of the plan. */
  skipped: z.array(z.number().int()).max(200).default([]),
  edits: z.array(TreeEdit).max(2000).default([]), recipe: z.string().trim().max(80).default(''),
})
export type PlanImportChoices = z.output<typeof PlanImportChoices>
export const StartPlanImportInput = z.object({ fileHash: z.string().regex(/^[0-9a-f]{64}$/) })
export const KeepPlanImportInput = z.object({ id, choices: PlanImportChoices })
/** The job that loads a large plan. */
export const LOAD_PLAN_JOB = 'plan.load-plan'
export const LoadPlanImportInput = z.object({ id, planId: id })
export const UndoPlanImportInput = z.object({ id, version: z.coerce.number().int(), reason: z.string().trim().min(5, 'Escriba la razón').max(300) })
export const AdoptPlanInput = z.object({ id, version: z.number().int(), agreement: z.string().trim().min(3, 'Nombre el acuerdo del Concejo').max(200), on: dayField })

/** A cell with its paragraphs; `same` when it only continues the one above (merged downwards). */
export type GridCell = { readonly lines: readonly string[]; readonly same: boolean; readonly span: number }
export type GridTable = { readonly type: 'table'; readonly number: number; readonly title: string; readonly rows: readonly (readonly GridCell[])[]; readonly faults: readonly { readonly row: number; readonly what: string }[] }
export type Heading = { readonly type: 'heading'; readonly level: number; readonly text: string; readonly paragraph: number }
/** A document as its headings and tables, in order. */
export type ReadPlan = { readonly format: 'Word' | 'Excel'; readonly blocks: readonly (Heading | GridTable)[] }

export type ToldIndicator = { readonly measure: string; readonly formula: string; readonly frequency: string; readonly verification: string; readonly base: number | null; readonly baseYear: number | null; readonly targets: readonly { readonly year: number; readonly value: number }[]; readonly targetSays: string; readonly direction: 'up' | 'down' | 'keep' }
export type TreeItem = {
  readonly id: string; readonly parent: string | null; readonly kind: TreeKind; readonly code: string; readonly name: string; readonly description: string; readonly place: string; readonly unitSays: string; readonly unitId: string
  /** Made up to hold what the document leaves hanging: it has to be renamed, or what it holds moved. */ readonly placeholder: boolean; readonly doubts: readonly string[]; readonly indicator?: ToldIndicator; /** Programme it was beside, for an indicator. */ readonly beside?: string
}
export type PlanProblem = { readonly id: string; readonly severity: 'stops' | 'can-wait'; readonly place: string; readonly says: string; readonly what: string; readonly remedy: string; readonly item?: string }
export type ReadTable = { readonly number: number; readonly title: string; readonly how: 'matrix' | 'sheet' | 'continues' | 'unknown' | 'skipped'; readonly why: string; readonly columns: readonly { readonly key: string; readonly says: string; readonly example: string; readonly field: PlanField; readonly sure: boolean }[]; readonly rows: readonly { readonly number: number; readonly text: string; readonly state: 'understood' | 'header' | 'doubt' | 'not-understood'; readonly why: string }[] }
export type PlanPreview = {
  readonly name: string; readonly startsOn: Day; readonly endsOn: Day; readonly tree: readonly TreeItem[]; readonly tables: readonly ReadTable[]; readonly problems: readonly PlanProblem[]; readonly recipe: string
  readonly counts: { readonly axes: number; readonly objectives: number; readonly programmes: number; readonly indicators: number; readonly rows: number; readonly understood: number; readonly notUnderstood: number; readonly doubts: number }; readonly loadable: boolean
}
export type ImportState = 'reading' | 'loaded' | 'undone'
export const importStateTitle: Record<ImportState, string> = { reading: 'en revisión', loaded: 'cargada', undone: 'deshecha' }
export type PlanImportSummary = { readonly id: string; readonly state: ImportState; readonly stateTitle: string; readonly fileName: string; readonly fileHash: string; readonly counts: Readonly<Record<string, number>>; readonly startedBy: string; readonly startedAt: string; readonly version: number; readonly rejectedHash: string | null; readonly planId: string | null; readonly planName: string; readonly draft: boolean; readonly planVersion: number }
export type PlanImportList = { readonly imports: readonly PlanImportSummary[]; readonly recipes: readonly { readonly name: string; readonly usedOn: Day | null }[] }
export type PlanImportAnswer = { readonly record: PlanImportSummary; readonly choices: PlanImportChoices; readonly preview: PlanPreview | null; /** The job that is loading it now. */ readonly job: string | null; readonly units: readonly { readonly id: string; readonly name: string }[] }

import { z } from 'zod'
import type { Day } from '#kernel'
import { type FundingName, type Stage, stages } from '../contract.ts'

/** What a column of a list of projects may be. */
export const importFields = ['code', 'name', 'place', 'stage', 'source', 'cost', 'external', 'own', 'since', 'unit', 'latitude', 'longitude', 'women', 'men', 'ignored'] as const
export type ImportField = (typeof importFields)[number]
export const importFieldTitle: Record<ImportField, string> = {
  code: 'Código', name: 'Nombre', place: 'Comuna o lugar', stage: 'Etapa o estado', source: 'Fuente', cost: 'Costo total', external: 'Aporte de la fuente', own: 'Aporte municipal', since: 'Año o fecha', unit: 'Unidad responsable',
  latitude: 'Latitud', longitude: 'Longitud', women: 'Beneficiarias', men: 'Beneficiarios', ignored: 'No se lee',
}
export const amountFields = ['cost', 'external', 'own'] as const
export type AmountField = (typeof amountFields)[number]
export const amountUnits = ['pesos', 'thousands', 'millions'] as const
export type AmountUnit = (typeof amountUnits)[number]
/** How rows that repeat a code become projects. */
export const repeatRules = ['latest', 'one', 'sum', 'apart'] as const
export type RepeatRule = (typeof repeatRules)[number]
/** Data of a project that a list may change. */
export const keptFields = ['bip', 'name', 'place', 'stage', 'cost', 'sources', 'unit', 'position', 'people'] as const
export type KeptField = (typeof keptFields)[number]
export const keptFieldTitle: Record<KeptField, string> = { bip: 'Código BIP', name: 'Nombre', place: 'Lugar', stage: 'Etapa', cost: 'Costo total', sources: 'Financiamiento', unit: 'Unidad', position: 'Coordenadas', people: 'Beneficiarios' }

const id = z.uuid('El identificador no es válido')
const says = z.string().max(300)
/** What the person decided of a list. Everything left out is as proposed. */
export const ProjectImportChoices = z.object({
  sheet: z.number().int().min(0).optional(), header: z.number().int().min(-1).optional(),
  columns: z.array(z.object({ column: z.number().int().min(0), field: z.enum(importFields) })).max(100).optional(),
  /** Unit of each amount column, by column number; told means confirmed. */
  units: z.record(z.string(), z.enum(amountUnits)).default({}),
  bipEnding: z.enum(['leave', 'zero']).default('leave'),
  stages: z.record(says, z.enum([...stages, ''])).default({}), sources: z.record(says, z.string().max(40)).default({}), unitNames: z.record(says, z.string().max(40)).default({}),
  /** Only rows that name one of these places; empty brings all. */
  places: z.array(says).max(400).default([]),
  repeated: z.record(says, z.enum(repeatRules)).default({}), repeatedAll: z.enum(repeatRules).optional(),
  /** For a row that resembles a project of the portfolio: the same (its id) or another («apart»). */
  pairs: z.record(says, z.union([id, z.literal('apart')])).default({}),
  /** Fields of a matched project that stay as they are in the portfolio. */
  kept: z.record(says, z.array(z.enum(keptFields))).default({}),
  dropped: z.array(z.string().max(60)).max(6000).default([]),
  recipe: z.string().trim().max(80).default(''),
})
export type ProjectImportChoices = z.output<typeof ProjectImportChoices>
export const StartProjectImportInput = z.object({ fileHash: z.string().regex(/^[0-9a-f]{64}$/) })
export const KeepProjectImportInput = z.object({ id, choices: ProjectImportChoices })
/** The job that loads a large list. */
export const LOAD_LIST_JOB = 'projects.load-list'
export const LoadProjectImportInput = z.object({ id, watermark: z.string().length(64) })
export const UndoProjectImportInput = z.object({ id, version: z.coerce.number().int(), reason: z.string().trim().min(5, 'Escriba la razón').max(300) })

/** One cell as the file gives it; dates as ISO text. */
export type RawCell = string | number | null
export type ReadSheet = { readonly name: string; readonly rows: readonly (readonly RawCell[])[] }
export type ProposedColumn = { readonly column: number; readonly letter: string; readonly says: string; readonly example: string; readonly field: ImportField; readonly reason: string; readonly sure: boolean }
export type ProposedUnit = { readonly column: number; readonly says: string; readonly unit: AmountUnit; readonly reason: string; readonly sure: boolean }
export type MappedValue = { readonly says: string; readonly count: number; readonly value: string; readonly reason: string; readonly sure: boolean }
export type ListProblem = { readonly id: string; readonly severity: 'stops' | 'can-wait'; readonly cell: string; readonly says: string; readonly what: string; readonly remedy: string }
/** A project as the list tells it. Absent fields were not told. Money in whole pesos. */
export type ToldProject = {
  readonly code: string; readonly bip?: string; readonly name: string; readonly place?: string; readonly stage?: Stage; readonly cost?: number; readonly sources?: readonly { readonly source: string; readonly amount: number }[]
  readonly unitId?: string; readonly longitude?: number; readonly latitude?: number; readonly women?: number; readonly men?: number; readonly since?: Day
}
export type FieldChange = { readonly field: KeptField; readonly before: string; readonly after: string; readonly kept: boolean }
export type ListItem = {
  readonly key: string; readonly rows: readonly number[]; readonly state: 'new' | 'changed' | 'equal' | 'rejected' | 'left-out'; readonly told: ToldProject; readonly codeSays: string; readonly stageTitle: string; readonly costText: string
  readonly reasons: readonly string[]; readonly changes: readonly FieldChange[]; readonly match?: { readonly id: string; readonly name: string; readonly by: 'code' | 'person' }
}
export type Resemblance = { readonly key: string; readonly row: number; readonly name: string; readonly told: string; readonly projectId: string; readonly projectName: string; readonly project: string; readonly why: string; readonly decided: string }
export type RepeatedCode = { readonly code: string; readonly rows: readonly { readonly row: number; readonly name: string; readonly since: string; readonly cost: string }[]; readonly rule: RepeatRule | ''; readonly proposed: RepeatRule; readonly reason: string }
export type ListPreview = {
  readonly sheets: readonly { readonly index: number; readonly name: string; readonly rows: number }[]; readonly sheet: number; readonly header: number; readonly headerReason: string
  readonly picture: readonly { readonly number: number; readonly cells: readonly string[]; readonly role: 'title' | 'header' | 'data' | 'total' | 'skipped' }[]; readonly rowCount: number
  readonly columns: readonly ProposedColumn[]; readonly units: readonly ProposedUnit[]; readonly stages: readonly MappedValue[]; readonly sources: readonly MappedValue[]; readonly unitNames: readonly MappedValue[]
  readonly places: readonly { readonly name: string; readonly count: number }[]; readonly repeated: readonly RepeatedCode[]; readonly resemblances: readonly Resemblance[]
  readonly counts: { readonly rows: number; readonly new: number; readonly changed: number; readonly equal: number; readonly rejected: number; readonly leftOut: number; readonly merged: number; readonly totals: number; readonly bipWithoutEnding: number; readonly otherCodes: number }
  readonly items: readonly ListItem[]; readonly problems: readonly ListProblem[]; readonly loadable: boolean; readonly recipe: string
}
export type ImportState = 'reading' | 'loaded' | 'undone'
export const importStateTitle: Record<ImportState, string> = { reading: 'en revisión', loaded: 'cargada', undone: 'deshecha' }
export type ProjectImportSummary = { readonly id: string; readonly state: ImportState; readonly stateTitle: string; readonly fileName: string; readonly fileHash: string; readonly sheet: string; readonly counts: Readonly<Record<string, number>>; readonly startedBy: string; readonly startedAt: string; readonly own: boolean; readonly version: number; readonly rejectedHash: string | null; readonly recipe: string }
export type ProjectImportList = { readonly imports: readonly ProjectImportSummary[]; readonly recipes: readonly { readonly name: string; readonly usedOn: Day | null }[] }
export type ProjectImportAnswer = { /** The job that is loading it now. */ readonly job: string | null;
  readonly record: ProjectImportSummary; readonly choices: ProjectImportChoices; readonly preview: ListPreview | null; /** Digest of the portfolio the preview compared with. */ readonly watermark: string
  readonly lists: { readonly stages: readonly { readonly value: string; readonly title: string }[]; readonly sources: readonly FundingName[]; readonly units: readonly { readonly id: string; readonly name: string }[] }
  readonly loaded: readonly { readonly id: string; readonly name: string; readonly what: 'new' | 'changed'; readonly changes: readonly FieldChange[] }[]
}

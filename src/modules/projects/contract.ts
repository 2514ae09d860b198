import { z } from 'zod'
import { type Day, type FigureValue, isDay } from '#kernel'
import type { FinancialCurve } from './progress/financial.ts'

/** Schemas shared by forms, the API and tests. Money in whole pesos, shares 0–1, ids made by the client. */
const dayField = z.string().refine(isDay, 'Escriba un día que exista').transform((text) => text as Day)
const id = z.uuid('El identificador no es válido')
const version = z.number().int().positive()
const money = z.number().int('Escriba pesos enteros').min(0, 'El monto no puede ser negativo').max(Number.MAX_SAFE_INTEGER)
const people = z.number().int().min(0).max(30_000_000).nullable().default(null)
const share = z.number().min(0, 'El avance va de 0 a 100 %').max(1, 'El avance va de 0 a 100 %')
const fileHash = z.string().regex(/^[0-9a-f]{64}$/).optional()

export const stages = ['idea', 'profile', 'analysis', 'recommended', 'funded', 'tender', 'awarded', 'execution', 'suspended', 'received', 'accepted', 'operation', 'lapsed', 'withdrawn'] as const
export type Stage = (typeof stages)[number]
/** Titles as `investment/states` names them. */
export const stageTitle: Record<Stage, string> = {
  idea: 'Idea', profile: 'En formulación', analysis: 'En análisis', recommended: 'Con RATE favorable', funded: 'Financiada', tender: 'En licitación', awarded: 'Adjudicada', execution: 'En ejecución',
  suspended: 'Paralizada', received: 'Recepción provisoria', accepted: 'Recepción definitiva', operation: 'Operación', lapsed: 'No vigente', withdrawn: 'Desistida',
}
const projectFields = {
  code: z.string().trim().min(2, 'Escriba un código corto').max(40).regex(/^[a-z0-9-]+$/, 'Use minúsculas, números y guiones'),
  bip: z.string().trim().max(20).default(''), name: z.string().trim().min(8, 'Escriba el nombre completo: proceso, objeto y lugar').max(250), place: z.string().trim().max(200).default(''),
  longitude: z.number().min(-180).max(180).nullable().default(null), latitude: z.number().min(-90).max(90).nullable().default(null),
  unitId: id.nullable().default(null), formulatorId: id.nullable().default(null), inspectorId: id.nullable().default(null),
  totalCost: money, genderMarker: z.number().int().min(0).max(2).nullable().default(null), genderNote: z.string().trim().max(1000).default(''), beneficiariesWomen: people, beneficiariesMen: people,
}
/** A marker of 1 or 2 says what makes it so; without the reason it is not screened (domain: PLADECO §5). */
const screened = { check: ({ genderMarker, genderNote }: { genderMarker: number | null; genderNote: string }) => !genderMarker || genderNote.length >= 10, told: { message: 'Explique qué objetivo de igualdad tiene y cómo se mide, o deje el proyecto sin revisar', path: ['genderNote'] } }
export const CreateProjectInput = z.object({ id, ...projectFields, stage: z.enum(['idea', 'profile']).default('idea'), since: dayField }).refine(screened.check, screened.told)
export const ChangeProjectInput = z.object({ id, version, ...projectFields, costReason: z.string().trim().max(500).default('') }).refine(screened.check, screened.told)
export const ChangeStageInput = z.object({ id, stage: z.enum(stages), on: dayField, reason: z.string().trim().min(5, 'Diga qué ocurrió').max(1000), document: z.string().trim().max(300).default(''), fileHash })
export const SetFundingInput = z.object({ id, sources: z.array(z.object({ source: z.string().trim().min(2, 'Diga la fuente').max(40), amount: money })).min(1, 'Agregue al menos una fuente').max(20), on: dayField })
export const SetPlannedCurveInput = z.object({ id, points: z.array(z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Escriba el mes como 2026-06'), share })).min(1, 'Agregue al menos un mes').max(120), on: dayField, document: z.string().trim().min(3, 'Nombre el documento que aprueba la programación').max(300) })
export const ReportProgressInput = z.object({
  id, projectId: id, share, measuredOn: dayField, evidence: z.string().trim().max(500).default(''), fileHash,
  cause: z.string().trim().max(1000).default(''), effect: z.string().trim().max(1000).default(''), measure: z.string().trim().max(1000).default(''),
})
export const ApproveProgressInput = z.object({ id })
/** What a project may be tied to by hand; a contract is tied when it is recorded, and may be tied to other works it covers. */
export const linkKinds = ['objective', 'plan-programme', 'budget-line', 'programme', 'indicator', 'contract'] as const
export type LinkKind = (typeof linkKinds)[number]
export const linkKindTitle: Record<LinkKind, string> = { objective: 'Objetivo del plan', 'plan-programme': 'Programa del plan', indicator: 'Indicador', programme: 'Programa del presupuesto', 'budget-line': 'Línea del presupuesto', contract: 'Contrato' }
export const LinkProjectInput = z.object({ id, kind: z.enum(linkKinds), targetId: z.string().min(1, 'Elija el registro').max(120), remove: z.boolean().default(false) })
export const RecordContractInput = z.object({ id, projectId: id, supplierId: id, tenderCode: z.string().trim().max(40).default(''), number: z.string().trim().max(60).default(''), amount: money.min(1, 'Escriba el monto del contrato'), signedOn: dayField, startsOn: dayField, days: z.number().int().min(1, 'Escriba el plazo en días').max(3650) })
export const projectSorts = ['name', 'stage', 'cost', 'physical', 'gap', '-name', '-stage', '-cost', '-physical', '-gap'] as const
export const ListProjectsInput = z.object({
  text: z.string().max(100).default(''), stage: z.enum([...stages, '']).default(''), unit: z.string().max(40).default(''), source: z.string().max(40).default(''), delayed: z.coerce.string().default(''),
  sort: z.enum(projectSorts).default('name'), page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(200).default(25),
})

/** What pages receive. */
export type ProgressView = {
  readonly id: string; readonly on: Day; readonly share: number; readonly evidence: string; readonly fileHash: string | null; readonly cause: string; readonly effect: string; readonly measure: string
  readonly approved: boolean; readonly recordedBy: string; readonly recordedByName: string; readonly recordedAt: string
}
export type ContractView = { readonly id: string; readonly number: string; readonly supplierId: string; readonly supplierName: string; readonly tenderCode: string; readonly amount: number; readonly signedOn: Day; readonly startsOn: Day; readonly endsOn: Day; readonly days: number }
/** A source of money by its code and by its name in the commune's list. */
export type FundingName = { readonly code: string; readonly title: string }
export type ProjectLine = {
  readonly id: string; readonly code: string; readonly bip: string | null; readonly name: string; readonly place: string; readonly stage: Stage; readonly stageSince: Day; readonly unitId: string | null; readonly unitName: string
  readonly cost: number | null; readonly sources: readonly FundingName[]; readonly physical: number | null; readonly programmed: number | null; readonly gapPoints: number | null; readonly delayed: boolean; readonly delayDays: number | null; readonly measuredOn: Day | null
}

/** Answers of the queries, as pages receive them. */
/** One tie of a project, made by hand or by a contract. */
export type LinkView = { readonly kind: LinkKind; readonly kindTitle: string; readonly id: string; readonly title: string; readonly detail: string; readonly href: string; /** Its own contract: taken away with the contract, not by hand. */ readonly fixed: boolean }
export type PortfolioAnswer = {
  readonly figures: Readonly<Record<'count' | 'cost' | 'running' | 'delayed', FigureValue>>
  readonly total: number; readonly all: number; readonly page: number; readonly pages: number; readonly projects: readonly ProjectLine[]; readonly alertPoints: number
  readonly sources: readonly FundingName[]; readonly units: readonly { readonly id: string; readonly name: string }[]; readonly stages: readonly { readonly stage: Stage; readonly title: string; readonly count: number }[]
}
export type ProjectAnswer = {
  readonly figures: Readonly<Record<'cost' | 'contracted' | 'physical' | 'programmed' | 'gap', FigureValue>> & { /** Accrued in the year by its budget lines; absent for whoever may not read the budget. */ readonly accrued?: FigureValue }
  /** What its budget lines accrued since they exist, over the contract or the cost; null when there is nothing to say. */
  readonly financial: FinancialCurve | null
  readonly project: ProjectLine & { readonly version: number; readonly longitude: number | null; readonly latitude: number | null; readonly formulatorName: string | null; readonly inspectorName: string | null; readonly genderMarker: number | null; readonly genderNote: string; readonly women: number | null; readonly men: number | null }
  readonly fundings: readonly { readonly source: string; readonly title: string; readonly amount: number }[]; readonly curve: readonly { readonly month: string; readonly share: number }[]; readonly reports: readonly ProgressView[]; readonly contracts: readonly ContractView[]; readonly alertPoints: number
  readonly stages: readonly { readonly stage: Stage; readonly title: string; readonly on: Day; readonly reason: string; readonly document: string; readonly recordedByName: string }[]; readonly nextStages: readonly { readonly stage: Stage; readonly title: string }[]
}

import type { Day } from '#kernel'
import { z } from 'zod'
import { dayField, type Topic } from '../contract.ts'
import type { ObservationStatus } from '../model/status.ts'
import type { Alert, Judgement } from './judge.ts'
import type { Better } from './recipe-words.ts'
import type { Sentence } from '../readings/reading.ts'

const id = z.uuid('El identificador no es válido')
export const SetTargetInput = z.object({
  id, indicator: z.string().max(60), value: z.number({ message: 'Escriba el número de la meta' }).nullable(), byYear: z.coerce.number().int().min(1990, 'Escriba el año con cuatro cifras').max(2100, 'Escriba el año con cuatro cifras').nullable().default(null),
  source: z.string().trim().min(5, 'Diga qué documento o acuerdo fija la meta, o por qué se quita').max(500), link: z.string().trim().max(500).default(''), effectiveOn: dayField,
}).refine(({ value, byYear }) => value === null || byYear !== null, { message: 'Escriba el año en que se debe alcanzar', path: ['byYear'] })
  .refine(({ link }) => link === '' || /^(https?:\/\/|\/)/.test(link), { message: 'Pegue una dirección que empiece con https:// o una de este sistema que empiece con /', path: ['link'] })

export type TargetView = { readonly id: string; readonly value: number | null; readonly byYear: number | null; readonly source: string; readonly link: string; readonly effectiveOn: Day; readonly recordedAt: string }
export type SeriesPoint = { readonly year: number; readonly value: number | null; readonly status: ObservationStatus | null }
export type ComparisonKey = 'similar' | 'province' | 'region' | 'country'
export type Comparison = { readonly key: ComparisonKey; readonly title: string; readonly value: number | null; readonly status: ObservationStatus | null; readonly count: number; readonly method: string; readonly series: readonly SeriesPoint[] }
export type SexGap = { readonly women: number; readonly men: number; readonly difference: number; readonly method: string }
export type TerritoryGap = { readonly rank: number; readonly of: number; readonly highest: { readonly name: string; readonly value: number }; readonly lowest: { readonly name: string; readonly value: number }; readonly method: string }
export type IndicatorSource = { readonly id: string; readonly title: string; readonly publisher: string; readonly version: number; readonly base: string; readonly updatedOn: string; readonly overdue: string; readonly link: string; readonly measure: string }

/** An indicator of the commune as it is read. Without number, `absence` says why. */
export type IndicatorView = {
  readonly code: string; readonly title: string; readonly gender: 'm' | 'f'; readonly topic: Topic; readonly definition: string; readonly unit: string; readonly decimals: number; readonly better: Better; readonly method: string; readonly note: string
  readonly year: number | null; readonly value: number | null; readonly status: ObservationStatus | null; readonly absence: string; readonly lower: number | null; readonly upper: number | null; readonly level: string
  /** Cases of the numerator of the newest year, when it counts events or persons. */ readonly cases: number | null
  readonly series: readonly SeriesPoint[]; readonly partialYears: readonly number[]; readonly comparisons: readonly Comparison[]; readonly sexGap: SexGap | null; readonly territoryGap: TerritoryGap | null
  readonly target: TargetView | null; readonly judgement: Judgement; readonly alerts: readonly Alert[]; readonly sources: readonly IndicatorSource[]; readonly overdue: boolean; readonly base: string
}
export type BoardAnswer = { readonly place: string; readonly indicators: readonly IndicatorView[]; readonly mayManage: boolean }
export type IndicatorAnswer = { readonly place: string; readonly indicator: IndicatorView; readonly targets: readonly TargetView[]; readonly reading: readonly Sentence[]; readonly mayManage: boolean; readonly smallCases: number }

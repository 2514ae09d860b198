import { type AsOf, type Day, halfYear, halfYearOf, isDay, monthPeriod, type Period, quarter, readDay, readPeriod, yearOf, fullYear } from '#kernel'
import { useSession } from '../client/session.tsx'
import { useAddress } from './address.tsx'

/** The period chosen in the context line (`?periodo=2026-1`). Without it, the last half-year that has ended or is ending. */
export const usePeriod = (): { readonly period: Period; readonly chosen: boolean; readonly choose: (id: string | undefined) => void } => {
  const { search, set } = useAddress()
  const { today } = useSession().clock
  const chosen = search['periodo'] ? readPeriod(search['periodo']) : undefined
  return { period: chosen ?? usualPeriod(today), chosen: Boolean(chosen), choose: (id) => set({ periodo: id, vigente: undefined }) }
}

/** The half-year the office is accounting for: the one before until its report is due (two months), the current one afterwards. */
export const usualPeriod = (today: Day): Period => {
  const current = halfYearOf(today)
  const month = Number(today.slice(5, 7))
  const early = month <= 2 || (month >= 7 && month <= 8)
  if (!early) return current
  return month <= 2 ? halfYear(yearOf(today) - 1, 2) : halfYear(yearOf(today), 1)
}

const dayIn = (text: string | undefined): Day | undefined => (text && isDay(text) ? text : text ? readDay(text) : undefined)

/** The two dates of every question (`?vigente=…&conocido=…`). By default: facts to the end of the period (or today), known until today. */
export const useAsOf = (): AsOf & { readonly chosen: boolean; readonly choose: (patch: Partial<AsOf>) => void } => {
  const { search, set } = useAddress()
  const { period } = usePeriod()
  const { today } = useSession().clock
  const effectiveOn = dayIn(search['vigente']) ?? (period.to < today ? period.to : today)
  const knownOn = dayIn(search['conocido']) ?? today
  return {
    effectiveOn, knownOn, chosen: Boolean(search['vigente'] ?? search['conocido']),
    choose: (patch) => set({ ...('effectiveOn' in patch ? { vigente: patch.effectiveOn } : {}), ...('knownOn' in patch ? { conocido: patch.knownOn } : {}) }),
  }
}

/** Periods offered by the selector: half-years, quarters, months and the year, for the year and the one before. */
export const periodChoices = (today: Day): readonly { readonly title: string; readonly periods: readonly Period[] }[] =>
  [yearOf(today), yearOf(today) - 1].map((year) => ({
    title: String(year),
    periods: [
      halfYear(year, 1), halfYear(year, 2), fullYear(year),
      ...([1, 2, 3, 4] as const).map((number) => quarter(year, number)),
      ...Array.from({ length: 12 }, (_, index) => monthPeriod(year, index + 1)),
    ].filter((period) => period.from <= today),
  }))

import { yearOf } from '#kernel'
import { Segmented, useAddressParam, useApi, usePeriod, useSession } from '#design'
import type { Choices } from '../../answers.ts'

/** The year a page speaks of: chosen in the page (`ano`), otherwise that of the period. */
export const useYear = (): { year: number; choose: (year: number) => void; years: readonly number[] } => {
  const { period } = usePeriod()
  const { today } = useSession().clock
  const [text, change] = useAddressParam('ano')
  const { data } = useApi<Choices>('budget/list-choices', {})
  const year = Number(text) || period.year
  const years = [...new Set([...(data?.years ?? []), year, yearOf(today)])].sort((a, b) => b - a)
  return { year, years, choose: (next) => change(next === period.year ? undefined : String(next)) }
}
export const YearChoice = ({ year, years, choose }: ReturnType<typeof useYear>) => (
  <Segmented label="Año" value={String(year)} choices={years.slice(0, 4).map((one) => ({ value: String(one), title: String(one) }))} onChange={(value) => choose(Number(value))} />
)

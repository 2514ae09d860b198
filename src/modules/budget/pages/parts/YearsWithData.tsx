import { enumerate } from '#kernel'
import { useAddress, useApi } from '#design'
import type { Choices } from '../../answers.ts'

/** In an empty screen of a year: which years do have a budget, with their links. Nothing when there is none at all. */
export const YearsWithData = ({ year }: { year: number }) => {
  const { path } = useAddress()
  const { data } = useApi<Choices>('budget/list-choices', {})
  const years = (data?.years ?? []).filter((one) => one !== year)
  if (years.length === 0) return null
  return <p>Hay datos de {years.length > 4 ? `${years.length} años` : enumerate(years.map(String))}: {years.slice(0, 8).map((one, index) => <span key={one}>{index > 0 && ', '}<a href={`${path}?periodo=${one}`}>ver {one}</a></span>)}.</p>
}

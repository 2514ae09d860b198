import { sortKey } from '#kernel'
import type { CatalogueItem } from '../contract.ts'

export type CatalogueFilters = { readonly text: string; readonly topic: string; readonly publisher: string; readonly territory: string; readonly year: number | null; readonly kind: string; readonly access: string; readonly overdue: boolean }

/** Years a period covers: «2002–2035», «2024», «marzo de 2023». Empty when it says none. */
export const yearsOf = (period: string): readonly [number, number] | undefined => {
  const years = [...period.matchAll(/\b(1[5-9]|20|21)\d{2}\b/g)].map(([text]) => Number(text))
  return years.length === 0 ? undefined : [Math.min(...years), Math.max(...years)]
}
const words = (text: string): readonly string[] => sortKey(text).split(/\s+/).filter(Boolean)

/** Does an item answer to every filter? The words may be in the title, the description, the publisher or the territory. */
export const matches = (item: CatalogueItem, { text, topic, publisher, territory, year, kind, access, overdue }: CatalogueFilters): boolean => {
  const said = sortKey([item.title, item.description, item.publisher, item.territory, item.period, item.where].join(' '))
  const covered = year === null ? undefined : yearsOf(item.period)
  return words(text).every((word) => said.includes(word)) && (topic === '' || item.topic === topic) && (publisher === '' || item.publisher === publisher) && (territory === '' || item.territory === territory) && (kind === '' || item.kind === kind)
    && (access === '' || item.access === access) && (!overdue || item.overdueDays > 0) && (year === null || (covered !== undefined && covered[0] <= year && year <= covered[1]))
}

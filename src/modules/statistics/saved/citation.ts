import { type Day, formatDay } from '#kernel'
import type { SavedView } from './saved-contract.ts'

/** How a kept table is cited: who publishes, what, which version, where and when it was looked at. */
export const citation = (table: Pick<SavedView, 'title' | 'datasetTitle' | 'pinned'>, publisher: string, address: string, on: Day): string =>
  `${publisher ? `${publisher}. ` : ''}«${table.title}», del conjunto «${table.datasetTitle}», ${table.pinned ? `versión ${table.pinned}` : 'última versión'}. ${address}. Consultado con lo conocido al ${formatDay(on)}.`

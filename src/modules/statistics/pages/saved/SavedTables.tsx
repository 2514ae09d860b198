import { Section, useApi } from '#design'
import type { SavedAnswer } from '../../saved/saved-contract.ts'
import { SavedList } from './SavedList.tsx'

/** The tables that were kept of one data set; nothing when there are none. */
export const SavedTables = ({ datasetId }: { datasetId: string }) => {
  const { data } = useApi<SavedAnswer>('statistics/list-saved', { dataset: datasetId })
  return data && data.tables.length > 0 ? <Section title="Cuadros guardados" id="cuadros"><SavedList tables={data.tables} mayShare={data.mayShare} /></Section> : null
}

import type { FigureValue } from '#kernel'
import { type FigureSheetData, useApi, useAsOf } from '#design'

/** A registered figure with its sheet behind, as of the two dates of the page; undefined while it comes. */
export const useFigure = (id: string, parameters: Readonly<Record<string, string>>): FigureValue | undefined => {
  const { effectiveOn, knownOn } = useAsOf()
  return useApi<FigureSheetData>(`figures/${id}`, { ...parameters, effectiveOn, knownOn, size: 1 }).data?.figure
}

import { useApi } from '#design'
import type { BackgroundAnswer } from '../../contract.ts'

/** Commune, towns and census zones, the same for every map. */
export const useBackground = (): BackgroundAnswer | undefined => useApi<BackgroundAnswer>('territory/show-background', {}).data

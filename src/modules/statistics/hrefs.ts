export const DATASET = 'dataset'
export const CODE_LIST = 'code-list'
export const CONCEPT = 'concept'
export const HOLDING = 'holding'
export const datasetHref = (id: string): string => `/conocer/datos/${id}`
export const loadHref = (id: string): string => `/conocer/datos/cargar?carga=${id}`
export const figuresHref = '/conocer/cifras'
export const conceptHref = (code: string): string => `${figuresHref}?concepto=${encodeURIComponent(code)}`
export const overdueHref = '/conocer/pendientes'
export const listHref = (key: string): string => `/conocer/listas/${encodeURIComponent(key)}`
export const SAVED = 'saved-table'
export const tablesHref = '/conocer/cuadros'
export const tableHref = (datasetId: string, search = ''): string => `${tablesHref}/${datasetId}${search ? `?${search}` : ''}`
export const savedHref = (id: string): string => `${tablesHref}/guardados/${id}`
export const INDICATOR = 'communal-indicator'
export const indicatorsHref = '/conocer/indicadores'
export const indicatorHref = (code: string): string => `${indicatorsHref}/${encodeURIComponent(code)}`

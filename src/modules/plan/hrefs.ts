/** Addresses of the records of the plan, in one place. */
export const planHref = '/plan'
export const objectiveHref = (id: string): string => `/plan/objetivos/${id}`
export const indicatorHref = (id: string): string => `/plan/indicadores/${id}`

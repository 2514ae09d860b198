/** Addresses of the records of the plan, in one place. */
export const planHref = '/planificar/plan'
export const objectiveHref = (id: string): string => `/planificar/objetivos/${id}`
export const indicatorHref = (id: string): string => `/planificar/indicadores/${id}`

/** Addresses of the records of the portfolio, in one place. */
export const portfolioHref = '/proyectos'
export const projectHref = (id: string): string => `/proyectos/${id}`

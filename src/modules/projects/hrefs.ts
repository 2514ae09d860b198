/** Addresses of the records of the portfolio, in one place. */
export const portfolioHref = '/invertir/proyectos'
export const projectHref = (id: string): string => `/invertir/proyectos/${id}`

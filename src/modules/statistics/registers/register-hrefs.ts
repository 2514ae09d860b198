export const REGISTER = 'register'
export const COMPACT = 'statistics.compact-register'
export const registersHref = '/conocer/registros'
export const registerHref = (id: string): string => `${registersHref}/${id}`

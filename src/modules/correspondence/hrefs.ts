export const actHref = (id: string): string => `/actos/${id}`
export const incomingHref = (id: string): string => `/actos/partes?carta=${id}`

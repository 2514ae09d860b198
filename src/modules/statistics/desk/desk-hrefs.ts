export const DATA_REQUEST = 'data-request'
export const DESK_YEAR = 'desk-year'
export const deskHref = '/conocer/solicitudes'
export const dataRequestHref = (id: string): string => `${deskHref}/${id}`
export const dataRequestTitle = (number: number, year: number): string => `Solicitud de datos N.º ${number}/${year}`

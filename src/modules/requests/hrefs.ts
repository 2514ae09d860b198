/** Addresses of the pages of update requests, in one place. */
export const campaignsHref = '/rendir/solicitudes'
export const campaignHref = (id: string): string => `/rendir/solicitudes/campanas/${id}`
export const reviewHref = (id: string): string => `/rendir/solicitudes/revisar/${id}`
export const requestHref = (id: string): string => `/rendir/solicitudes/responder/${id}`
/** The public page of a one-use link. */
export const linkHref = (token: string): string => `/responder/${token}`

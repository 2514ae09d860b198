export const suppliersHref = '/proveedores'
export const institutionHref = '/registro/instituciones'
export const unitHref = '/registro/unidades'
export const supplierHref = (id: string): string => `/proveedores/${id}`

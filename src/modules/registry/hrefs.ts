export const supplierHref = (id: string): string => `/proveedores/${id}`

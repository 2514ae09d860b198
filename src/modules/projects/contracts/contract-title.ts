/** How a contract is called: by its number, else by the tender it comes from. Works and studies alike. */
export const contractTitle = ({ number, tenderCode }: { readonly number?: string; readonly tenderCode: string }): string =>
  number ? `Contrato N.º ${number}` : tenderCode ? `Contrato de la licitación ${tenderCode}` : 'Contrato'

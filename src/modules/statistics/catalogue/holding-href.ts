/** Where a card leads: its file, or the address written in it. */
export const holdingHref = ({ file_hash: hash, link }: { readonly file_hash: string | null; readonly link: string }): string => (hash ? `/archivos/${hash}` : link)

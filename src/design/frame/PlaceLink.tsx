import { createContext, type ReactNode, useContext } from 'react'

type MayOpen = (href: string) => boolean
const PlacesContext = createContext<MayOpen>(() => true)

/** Says which addresses this person may open; the frame of the product gives it from the pages and the permissions. */
export const PlacesProvider = ({ mayOpen, children }: { mayOpen: MayOpen; children: ReactNode }) => <PlacesContext.Provider value={mayOpen}>{children}</PlacesContext.Provider>

/** May the person open this address? A link that would end in a refusal is shown as plain text. */
export const useMayOpen = (): MayOpen => useContext(PlacesContext)

/** The link of every record: an anchor for whoever may open the page behind, plain text for the others. */
export const PlaceLink = ({ href, className, children }: { href: string | undefined; className?: string; children: ReactNode }) => {
  const mayOpen = useMayOpen()
  return href !== undefined && mayOpen(href) ? <a className={className} href={href}>{children}</a> : <span className={className === 'row-link' ? undefined : className}>{children}</span>
}

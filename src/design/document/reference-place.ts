import { createContext, useContext } from 'react'

/** Takes the reader to a table or chart that may stand in another chapter of the screen. */
export type ToReference = (blockId: string) => void
export const ReferencePlace = createContext<ToReference | undefined>(undefined)
export const useToReference = (): ToReference | undefined => useContext(ReferencePlace)

const WAIT_MS = 50
const TRIES = 60
/** Scrolls to a block as soon as it is on the page; a chapter may have to be asked first. */
export const scrollToBlock = (id: string, tries = TRIES): void => {
  const block = document.getElementById(id)
  if (block?.offsetParent) block.scrollIntoView({ block: 'center' })
  else if (tries > 0) setTimeout(() => scrollToBlock(id, tries - 1), WAIT_MS)
}

import type { EditorView } from 'prosemirror-view'
import { createContext, useContext } from 'react'

/** The section being written, for the toolbar: its view changes with `tick`. */
export type Desk = { readonly view?: EditorView; readonly section?: string; readonly sectionTitle?: string; readonly tick: number }
export type DeskActions = { readonly desk: Desk; readonly take: (section: string, title: string, view: EditorView) => void; readonly drop: (view: EditorView) => void; readonly ask: () => void; /** Asks for a table or chart to refer to. */ readonly refer: () => void; /** «Tabla 3» by block, in the whole document. */ readonly labels: ReadonlyMap<string, string> }
export const DeskContext = createContext<DeskActions>({ desk: { tick: 0 }, take: () => undefined, drop: () => undefined, ask: () => undefined, refer: () => undefined, labels: new Map() })
export const useDesk = (): DeskActions => useContext(DeskContext)

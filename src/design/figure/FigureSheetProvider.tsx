import { createContext, lazy, type ReactNode, Suspense, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { FigureValue } from '#kernel'
import { type LoadSheet, recipeKey } from './sheet.ts'

const FigureSheet = lazy(() => import('./FigureSheet.tsx'))

type Opened = { readonly figure: FigureValue; readonly anchor: HTMLElement }
type Sheets = { readonly opened?: string; readonly open: (figure: FigureValue, anchor: HTMLElement) => void; readonly close: () => void }
const SheetContext = createContext<Sheets>({ open: () => undefined, close: () => undefined })

/** Opens and closes the sheet of a figure; `opened` is the key of the open one. */
export const useFigureSheet = (): Sheets => useContext(SheetContext)

/** Holds the open sheet. `load` brings it from the server. Leaving the page (another `place`) closes it. */
export const FigureSheetProvider = ({ load, place, children }: { load: LoadSheet; place?: string; children: ReactNode }) => {
  const [opened, change] = useState<Opened>()
  const close = useCallback(() => change((old) => { if (old?.anchor.isConnected) old.anchor.focus(); return undefined }), [])
  useEffect(() => change(undefined), [place])
  const sheets = useMemo<Sheets>(() => ({
    opened: opened && recipeKey(opened.figure.recipe), close,
    open: (figure, anchor) => change((old) => (old?.anchor === anchor ? undefined : { figure, anchor })),
  }), [opened, close])
  return (
    <SheetContext.Provider value={sheets}>
      <div className={opened ? 'with-sheet' : undefined}>{children}</div>
      {opened && <Suspense fallback={null}><FigureSheet key={recipeKey(opened.figure.recipe)} figure={opened.figure} anchor={opened.anchor} load={load} onClose={close} /></Suspense>}
    </SheetContext.Provider>
  )
}

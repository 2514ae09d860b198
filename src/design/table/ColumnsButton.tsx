import { lazy, Suspense, useState } from 'react'
import { Button } from '../form/Button.tsx'
import type { ColumnChoice } from './ColumnsDialog.tsx'

const ColumnsDialog = lazy(() => import('./ColumnsDialog.tsx').then(({ ColumnsDialog: component }) => ({ default: component })))

/** «Columnas»: which are seen and in what order. It says how many are hidden, so that nobody misses what is not there. */
export const ColumnsButton = ({ caption, all, seen, onChange }: { caption: string; all: readonly ColumnChoice[]; seen: readonly string[]; onChange: (keys: readonly string[] | undefined) => void }) => {
  const [open, toggle] = useState(false)
  const hidden = all.length - seen.length
  return (
    <>
      <Button kind="plain" size="compact" shortcut="c" onPress={() => toggle(true)}>Columnas{hidden > 0 ? ` (${seen.length} de ${all.length})` : ''}<span className="visually-hidden"> de {caption}</span></Button>
      {open && <Suspense fallback={null}><ColumnsDialog caption={caption} all={all} seen={seen} onChange={onChange} onClose={() => toggle(false)} /></Suspense>}
    </>
  )
}

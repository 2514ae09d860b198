import { lazy, Suspense, useEffect, useState } from 'react'
import { Icon, isTyping, useMay } from '#design'

const CaptureDialog = lazy(() => import('./CaptureDialog.tsx'))

/** «El alcalde me pidió…»: from any screen with the button or the letter n. */
export const CaptureAssignment = () => {
  const may = useMay('calendar.assign')
  const [open, toggle] = useState(false)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'n' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      event.preventDefault()
      if (may) toggle(true)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [may])
  if (!may) return null
  return (
    <>
      <button className="search-button" type="button" title="Anotar un encargo (tecla n)" onClick={() => toggle(true)} aria-keyshortcuts="n"><Icon name="add" /><span>Encargo</span> <kbd aria-hidden="true">n</kbd></button>
      {open && <Suspense fallback={null}><CaptureDialog onClose={() => toggle(false)} /></Suspense>}
    </>
  )
}

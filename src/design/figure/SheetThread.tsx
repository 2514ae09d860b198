import { type RefObject, useEffect, useState } from 'react'

type Stretch = { readonly left: number; readonly top: number; readonly width: number }

/** On a desk the sheet begins under the header while the header is in sight, so that it covers no control. */
const placeUnderHead = (sheet: HTMLElement) => {
  const head = document.querySelector('.head')?.getBoundingClientRect().bottom ?? 0
  sheet.style.top = window.innerWidth > 1180 ? `${Math.max(0, head)}px` : ''
}

/** The stretch of thread that runs from the underline of the open figure to its sheet. Hidden when the figure is out of sight. */
export const SheetThread = ({ anchor, sheet }: { anchor: HTMLElement; sheet: RefObject<HTMLElement | null> }) => {
  const [stretch, draw] = useState<Stretch>()
  useEffect(() => {
    const measure = () => {
      if (!sheet.current || !anchor.isConnected) return draw(undefined)
      placeUnderHead(sheet.current)
      const [from, to] = [anchor.getBoundingClientRect(), sheet.current.getBoundingClientRect()]
      const seen = from.bottom > to.top && from.bottom < window.innerHeight && from.right < to.left && to.width < window.innerWidth * 0.8
      draw(seen ? { left: from.right, top: from.bottom - 2, width: to.left - from.right } : undefined)
    }
    measure()
    const settle = setTimeout(measure, 260)
    const watcher = new ResizeObserver(measure)
    watcher.observe(document.body)
    window.addEventListener('scroll', measure, { capture: true, passive: true })
    window.addEventListener('resize', measure)
    return () => {
      clearTimeout(settle)
      watcher.disconnect()
      window.removeEventListener('scroll', measure, { capture: true })
      window.removeEventListener('resize', measure)
    }
  }, [anchor, sheet])
  return stretch ? <i className="sheet-thread" aria-hidden="true" style={{ left: stretch.left, top: stretch.top, width: stretch.width }} /> : null
}

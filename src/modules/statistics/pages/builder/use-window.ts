import { type RefObject, useEffect, useState } from 'react'

export const ROW = 33
export const COLUMN = 112
export const STUB = 170
/** Lines in view and some around them. */
export type Window = { readonly fromRow: number; readonly toRow: number; readonly fromColumn: number; readonly toColumn: number }
const AROUND = 8
/** A table of so few cells is drawn whole: the browser gives each column its width. */
export const drawnWhole = (rows: number, columns: number): boolean => rows <= 200 && columns <= 60 && rows * columns <= 3000

export const windowAt = (scroll: { top: number; left: number; height: number; width: number }, rows: number, columns: number, stub: number): Window => ({
  fromRow: Math.max(0, Math.floor(scroll.top / ROW) - AROUND), toRow: Math.min(rows, Math.ceil((scroll.top + scroll.height) / ROW) + AROUND),
  fromColumn: Math.max(0, Math.floor(scroll.left / COLUMN) - AROUND), toColumn: Math.min(columns, Math.ceil((scroll.left + scroll.width - stub) / COLUMN) + AROUND),
})
/** What part of a table to draw: all of it when it is small or is being printed, else what the scroller shows. */
export const useWindow = (box: RefObject<HTMLDivElement | null>, rows: number, columns: number, stub: number): Window => {
  const whole: Window = { fromRow: 0, toRow: rows, fromColumn: 0, toColumn: columns }
  const small = drawnWhole(rows, columns)
  const [seen, look] = useState<Window>({ fromRow: 0, toRow: Math.min(rows, 40), fromColumn: 0, toColumn: Math.min(columns, 20) })
  const [printing, print] = useState(false)
  useEffect(() => {
    const [before, after] = [() => print(true), () => print(false)]
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => { window.removeEventListener('beforeprint', before); window.removeEventListener('afterprint', after) }
  }, [])
  useEffect(() => {
    const scroller = box.current
    if (!scroller || small) return undefined
    const update = (): void => look((old) => {
      const next = windowAt({ top: scroller.scrollTop, left: scroller.scrollLeft, height: scroller.clientHeight, width: scroller.clientWidth }, rows, columns, stub)
      return next.fromRow === old.fromRow && next.toRow === old.toRow && next.fromColumn === old.fromColumn && next.toColumn === old.toColumn ? old : next
    })
    update()
    scroller.addEventListener('scroll', update, { passive: true })
    const watcher = new ResizeObserver(update)
    watcher.observe(scroller)
    return () => { scroller.removeEventListener('scroll', update); watcher.disconnect() }
  }, [box, rows, columns, stub, small])
  if (small) return whole
  // Paper takes the first pages of a large table; the files take all of it.
  if (printing) return { fromRow: 0, toRow: Math.min(rows, 1000), fromColumn: 0, toColumn: Math.min(columns, 14) }
  return { fromRow: Math.min(seen.fromRow, Math.max(0, rows - 1)), toRow: Math.min(rows, seen.toRow), fromColumn: Math.min(seen.fromColumn, Math.max(0, columns - 1)), toColumn: Math.min(columns, seen.toColumn) }
}

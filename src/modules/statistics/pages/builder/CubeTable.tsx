import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useToasts } from '#design'
import { CubeHead } from './CubeHead.tsx'
import { CubeRow } from './CubeRow.tsx'
import { type Block, blockSize, blockText, MOST_COPIED } from './copy-block.ts'
import { noteMarks } from './note-marks.ts'
import type { TableView } from './table-view.ts'
import { COLUMN, drawnWhole, ROW, STUB, useWindow } from './use-window.ts'
import type { TableRequest } from '../../model/request.ts'

export type Place = { readonly row: number; readonly column: number }
const STEP: Readonly<Record<string, Place>> = { ArrowUp: { row: -1, column: 0 }, ArrowDown: { row: 1, column: 0 }, ArrowLeft: { row: 0, column: -1 }, ArrowRight: { row: 0, column: 1 }, PageUp: { row: -15, column: 0 }, PageDown: { row: 15, column: 0 }, Home: { row: 0, column: -1e9 }, End: { row: 0, column: 1e9 } }
const within = (at: number, count: number): number => Math.min(Math.max(0, count - 1), Math.max(0, at))
const blockOf = (a: Place, b: Place): Block => ({ fromRow: Math.min(a.row, b.row), toRow: Math.max(a.row, b.row), fromColumn: Math.min(a.column, b.column), toColumn: Math.max(a.column, b.column) })

/** A table of any size: only what is in view is drawn, headings stay, arrows move, Shift extends, Ctrl+C copies the block with its headings. */
export const CubeTable = ({ view, layer, sort, onSort }: { view: TableView; layer: Readonly<Record<string, string>>; sort: TableRequest['sort']; onSort: (column: number) => void }) => {
  const { rows, columns, cube } = view
  const { say } = useToasts()
  const box = useRef<HTMLDivElement>(null)
  const [levels, stubs] = [Math.max(1, columns.variables.length), Math.max(1, rows.variables.length)]
  const seen = useWindow(box, rows.count, columns.count, stubs * STUB)
  const whole = drawnWhole(rows.count, columns.count)
  const [active, go] = useState<Place>({ row: 0, column: 0 })
  const [anchor, hold] = useState<Place>({ row: 0, column: 0 })
  const moved = useRef(false)
  const marks = useMemo(() => noteMarks(cube, layer), [cube, layer])
  useEffect(() => { go({ row: 0, column: 0 }); hold({ row: 0, column: 0 }) }, [cube])
  useEffect(() => {
    if (!moved.current) return
    const scroller = box.current
    const cell = scroller?.querySelector<HTMLElement>('[data-active="true"]')
    if (cell) { cell.focus({ preventScroll: true }); cell.scrollIntoView({ block: 'nearest', inline: 'nearest' }) }
    else if (scroller && !whole) scroller.scrollTo({ top: Math.max(0, active.row * ROW - scroller.clientHeight / 2), left: Math.max(0, active.column * COLUMN - scroller.clientWidth / 2) })
  }, [active, seen, whole])
  const to = (place: Place, extend: boolean): void => { moved.current = true; go(place); if (!extend) hold(place) }
  const copy = (block: Block): void => {
    if (blockSize(block) > MOST_COPIED) say('Es demasiado para el portapapeles: descargue el cuadro en Excel o CSV.')
    else void navigator.clipboard.writeText(blockText(view, block)).then(() => say('Copiado con sus encabezados: péguelo en una planilla.'), () => say('El navegador no dejó copiar. Descargue el cuadro en Excel.'))
  }
  const onKey = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c' && !window.getSelection()?.toString()) { event.preventDefault(); copy(blockOf(anchor, active)); return }
    const step = STEP[event.key]
    if (!step || !(event.target instanceof HTMLElement) || !event.target.closest('td')) return
    event.preventDefault()
    const far = event.ctrlKey && (event.key === 'Home' || event.key === 'End')
    to({ row: far ? (event.key === 'Home' ? 0 : rows.count - 1) : within(active.row + step.row, rows.count), column: within(active.column + step.column, columns.count) }, event.shiftKey)
  }
  const chosen = blockOf(anchor, active)
  const [above, below] = [seen.fromRow * ROW, (rows.count - seen.toRow) * ROW]
  const width = stubs + (seen.toColumn - seen.fromColumn) + (seen.fromColumn > 0 ? 1 : 0) + (seen.toColumn < columns.count ? 1 : 0)
  return (
    <div ref={box} className={whole ? 'scroller cube-scroller' : 'scroller cube-scroller windowed'} tabIndex={-1}>
      <table role="grid" className="cube" aria-rowcount={levels + rows.count} aria-colcount={stubs + columns.count} aria-label={cube.title} aria-multiselectable="true" onKeyDown={onKey} style={whole ? undefined : { width: stubs * STUB + columns.count * COLUMN, tableLayout: 'fixed' }}>
        {!whole && <colgroup>{Array.from({ length: stubs }, (_, at) => <col key={`s${at}`} style={{ width: STUB }} />)}{seen.fromColumn > 0 && <col style={{ width: seen.fromColumn * COLUMN }} />}{Array.from({ length: seen.toColumn - seen.fromColumn }, (_, at) => <col key={at} style={{ width: COLUMN }} />)}{seen.toColumn < columns.count && <col style={{ width: (columns.count - seen.toColumn) * COLUMN }} />}</colgroup>}
        <CubeHead view={view} seen={seen} stubs={stubs} sort={sort} onSort={onSort} mark={marks.of} />
        <tbody>
          {above > 0 && <tr aria-hidden="true" className="cube-gap"><td colSpan={width} style={{ height: above }} /></tr>}
          {Array.from({ length: seen.toRow - seen.fromRow }, (_, at) => seen.fromRow + at).map((row) => <CubeRow key={row} view={view} row={row} seen={seen} levels={levels} stubs={stubs} active={active.row === row ? active.column : -1} chosen={row >= chosen.fromRow && row <= chosen.toRow && blockSize(chosen) > 1 ? chosen : undefined} mark={marks.of} onPlace={to} />)}
          {below > 0 && <tr aria-hidden="true" className="cube-gap"><td colSpan={width} style={{ height: below }} /></tr>}
        </tbody>
      </table>
    </div>
  )
}

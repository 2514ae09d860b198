import type { KeyboardEvent } from 'react'
import { Icon } from '../icons/Icon.tsx'

/** What a row of the file is taken for. */
export type SheetRowRole = 'title' | 'header' | 'header-above' | 'repeated' | 'subtotal' | 'data' | 'skipped' | 'gap'
/** A row as it came. `number` is the row of the file (from 1); a `gap` stands for rows that are not drawn, said in its first cell. */
export type SheetRow = { readonly number: number; readonly role: SheetRowRole; readonly cells: readonly SheetCell[] }
export type SheetCell = { readonly text: string; readonly numeric?: boolean; /** Columns it covers when merged. */ readonly span?: number; /** What is wrong with it. */ readonly problem?: string }
export type SheetPictureProps = {
  label: string
  rows: readonly SheetRow[]
  columnCount: number
  /** First row of the file chosen as header, and the last one when it has several. */
  header?: { readonly from: number; readonly to: number }
  /** With it, the number of each row can be pressed to say «this is the header». Shift extends to several rows. */
  onHeader?: (header: { from: number; to: number }) => void
  onCell?: (row: number, column: number) => void
}

/** A, B … Z, AA: the name a spreadsheet gives to a column, from 0. */
export const columnName = (index: number): string => (index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26))

const roleWords: Record<SheetRowRole, string> = { title: 'título', header: 'encabezado', 'header-above': 'encabezado', repeated: 'encabezado repetido, se omite', subtotal: 'subtotal, se comprueba y no se suma', data: 'dato', skipped: 'se omite', gap: '' }

const moveInRows = (event: KeyboardEvent<HTMLElement>) => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (!step || !(event.target instanceof HTMLElement) || !event.target.matches('.sheet-row-button')) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.sheet-row-button')]
  const next = buttons[buttons.indexOf(event.target) + step]
  if (next) { event.preventDefault(); next.focus() }
}

const Cells = ({ row, onCell }: { row: SheetRow; onCell?: SheetPictureProps['onCell'] }) => {
  let column = -1
  return row.cells.map((cell) => {
    column += 1
    const at = column
    column += (cell.span ?? 1) - 1
    const className = [cell.numeric ? 'num' : '', cell.span ? 'centered' : '', cell.problem ? 'cell-problem' : ''].filter(Boolean).join(' ') || undefined
    return (
      <td key={at} colSpan={cell.span} className={className} title={cell.problem} id={cell.problem ? `celda-${columnName(at)}${row.number}` : undefined} tabIndex={cell.problem ? -1 : undefined} onClick={onCell && (() => onCell(row.number, at))}>
        {cell.problem && <><Icon name="warning" /><span className="visually-hidden">{cell.problem}: </span></>}{cell.text}
      </td>
    )
  })
}

/** The sheet as it arrived: the person points at the header; repeated headings, subtotals and cells with problems are marked in it. */
export const SheetPicture = ({ label, rows, columnCount, header, onHeader, onCell }: SheetPictureProps) => {
  const choose = (row: number, extend: boolean) => onHeader?.(extend && header ? { from: Math.min(header.from, row), to: Math.max(header.from, row) } : { from: row, to: row })
  return (
    <>
      <div className="scroller" role="region" aria-label={label} tabIndex={0} onKeyDown={moveInRows}>
        <table className="sheet-picture">
          <thead><tr><th scope="col"><span className="visually-hidden">Fila</span></th>{Array.from({ length: columnCount }, (_, index) => <th key={index} scope="col">{columnName(index)}</th>)}</tr></thead>
          <tbody>
            {rows.map((row) => {
              const chosen = header && row.number >= header.from && row.number <= header.to
              if (row.role === 'gap') return <tr key={`gap-${row.number}`} className="row-gap"><th scope="row">…</th><td colSpan={columnCount}>{row.cells[0]?.text}</td></tr>
              return (
                <tr key={row.number} className={chosen ? (row.number === header.to ? 'row-header' : 'row-header-above') : `row-${row.role === 'header' || row.role === 'header-above' ? 'data' : row.role}`}>
                  <th scope="row">
                    {onHeader ? <button type="button" className="sheet-row-button" aria-pressed={chosen} aria-label={`Fila ${row.number}, ${roleWords[row.role]}: usar como encabezado`} onClick={(event) => choose(row.number, event.shiftKey)}>{row.number}</button> : row.number}
                  </th>
                  <Cells row={row} onCell={onCell} />
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <ul className="sheet-legend">
        {header && <li><i className="key-header" />Encabezado elegido: {header.from === header.to ? `fila ${header.to}` : `filas ${header.from} a ${header.to}`}</li>}
        <li><b>Negrita</b> subtotales, se comprueban y no se suman</li>
        <li><del>Tachado</del> encabezado repetido, se omite</li>
        <li><i className="key-problem" />celda con problema</li>
      </ul>
    </>
  )
}

import { counted } from '#kernel'
import { Button } from '../form/Button.tsx'
import { cellText } from './edit.ts'
import type { GridProps } from './grid-types.ts'
import type { GridSpot } from './selection.ts'

const SHOWN = 8

/** What is wrong in the grid, each with the way to its cell. */
export const GridErrors = <Row,>({ columns, rows, rowKey, mark, onGo }: Pick<GridProps<Row>, 'columns' | 'rows' | 'rowKey' | 'mark'> & { onGo: (spot: GridSpot) => void }) => {
  const errors = rows.flatMap((row, at) => columns.flatMap((column, place) => { const error = mark?.(row, column.key)?.error; return error ? [{ row, column, at, place, error }] : [] }))
  if (errors.length === 0) return null
  return (
    <ul className="grid-errors" aria-label="Errores de la grilla">
      {errors.slice(0, SHOWN).map(({ row, column, at, place, error }) => (
        <li key={`${rowKey(row)} ${column.key}`}>
          <Button kind="plain" size="compact" icon="warning" onPress={() => onGo({ row: at, column: place })}>{[`Fila ${at + 1}`, columns[0] && place > 0 ? cellText(columns[0], row) : '', column.title].filter(Boolean).join(' · ')}</Button>
          <span>{error}</span>
        </li>
      ))}
      {errors.length > SHOWN && <li className="source">Y {counted(errors.length - SHOWN, 'error más', 'errores más')}.</li>}
    </ul>
  )
}

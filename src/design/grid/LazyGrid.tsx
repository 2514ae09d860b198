import { lazy, Suspense } from 'react'
import { ThinLoader } from '../feedback/progress.tsx'
import type { GridProps } from './grid-types.ts'

const Engine = lazy(() => import('./Grid.tsx')) as unknown as <Row>(props: GridProps<Row>) => React.ReactNode

/** The grid, loaded when a page shows one. */
export const Grid = <Row,>(props: GridProps<Row>) => <Suspense fallback={<ThinLoader active label={`Abriendo ${props.label}`} />}><Engine {...props} /></Suspense>

/** What each look of a cell means; beneath a grid for those who start. */
export const GridLegend = () => (
  <ul className="grid-legend">
    <li><b>Anillo azul</b> en edición</li><li><b>Verde</b> selección</li><li><b>Rayado</b> sin guardar</li><li><b>Marco rojo y signo</b> error</li>
    <li><b>Esquina</b> comentario</li><li><b>Borde copihue</b> en seguimiento</li><li><b>Gris</b> calculado o cerrado</li>
  </ul>
)

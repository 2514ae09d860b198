import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { type ChartBlock, formatValue } from '#kernel'
import { Bars } from './Bars.tsx'
import { HorizontalBars } from './HorizontalBars.tsx'
import { Lines } from './Lines.tsx'
import { PartsBar } from './PartsBar.tsx'
import { ServerDrawing } from './ServerDrawing.tsx'

/** What every drawing receives: the block, the width in px and how to write a value. */
export type Drawing = { readonly block: ChartBlock; readonly width: number; readonly write: (value: number) => string }

const DrawnByServer = lazy(async () => ({ default: (await import('./DrawnByServer.tsx')).DrawnByServer }))
const ChartFiles = lazy(async () => ({ default: (await import('./ChartFiles.tsx')).ChartFiles }))

const useWidth = () => {
  const box = useRef<HTMLDivElement>(null)
  const [width, measure] = useState(620)
  useEffect(() => {
    if (!box.current) return
    const watcher = new ResizeObserver(([entry]) => { if (entry && entry.contentRect.width > 0) measure(Math.round(entry.contentRect.width)) })
    watcher.observe(box.current)
    return () => watcher.disconnect()
  }, [])
  return [box, width] as const
}

const draw = (drawing: Drawing): ReactNode => {
  switch (drawing.block.kind) {
    case 'bars': return <Bars {...drawing} />
    case 'horizontal-bars': return <HorizontalBars {...drawing} />
    case 'lines': return <Lines {...drawing} />
    case 'stacked-bar': return <PartsBar {...drawing} />
    default: return <Suspense fallback={null}><DrawnByServer block={drawing.block} width={drawing.width} /></Suspense>
  }
}

/** A chart of the block model: the finding as title, drawn for its width, source always, «ver como tabla» beneath. `svg` shows the drawing of the document as it was printed; `files` offers the drawing as a file. */
export const Chart = ({ block, svg, files = false }: { block: ChartBlock; svg?: string; files?: boolean }) => {
  const [box, width] = useWidth()
  const write = (value: number) => formatValue(value, block.unit, block.show)
  return (
    <figure className="chart">
      <figcaption><b>{block.title}</b><span>{block.subtitle}</span></figcaption>
      <div ref={box} role="img" aria-label={block.alternative}>{svg ? <ServerDrawing svg={svg} /> : draw({ block, width, write })}</div>
      <div className="source">{block.notes?.map((note) => <p key={note}>{note}</p>)}<p>Fuente: {block.source}</p></div>
      {files && <Suspense fallback={null}><ChartFiles block={block} /></Suspense>}
      <details className="table-alternative">
        <summary>Ver como tabla</summary>
        <div className="scroller" tabIndex={0} role="region" aria-label={`${block.title}, como tabla`}>
          <table>
            <thead><tr><th scope="col"><span className="visually-hidden">Categoría</span></th>{block.series.map(({ name }) => <th key={name} scope="col" className="num">{name}</th>)}</tr></thead>
            <tbody>{block.categories.map((category, index) => <tr key={category}><th scope="row">{category}</th>{block.series.map(({ name, values }) => { const value = values[index]; return <td key={name} className="num">{value === null || value === undefined ? 'sin dato' : write(value)}</td> })}</tr>)}</tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}

import { useEffect, useRef } from 'react'
import type { AsOf } from '#kernel'
import { type FigureSheetData, FigureButton, useApi, useAsOf } from '#design'
import type { HitView } from './search-answer.ts'
import { Pieces } from './Pieces.tsx'

/** A figure found: its value opens its sheet, with the parameters it was found with. `start` opens it at once. */
export const FigureHit = ({ hit, start }: { hit: HitView; start: boolean }) => {
  const { effectiveOn, knownOn } = useAsOf()
  const place = useRef<HTMLDivElement>(null)
  const { data, problem } = useApi<FigureSheetData>(`figures/${hit.recipe?.id ?? ''}`, { ...hit.recipe?.parameters, effectiveOn, knownOn } as AsOf & Record<string, string>, { enabled: Boolean(hit.recipe) })
  const ready = Boolean(data)
  useEffect(() => { if (start && ready) place.current?.querySelector<HTMLButtonElement>('button.figure')?.click() }, [start, ready])
  return (
    <div ref={place}>
      <p className="hit-title"><Pieces pieces={hit.pieces} />{data ? <>: <FigureButton figure={data.figure} /></> : problem ? <span className="soft">: sin dato en estas fechas</span> : null}</p>
      {hit.snippet && <p className="hit-snippet"><Pieces pieces={hit.snippet} /></p>}
    </div>
  )
}

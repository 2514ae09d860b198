import { useEffect, useRef, useState } from 'react'
import { absenceText, type FigureValue, formatDay } from '#kernel'
import { type ApiProblem, toProblem } from '../client/api-problem.ts'
import { ProblemView } from '../feedback/ProblemView.tsx'
import { ThinLoader } from '../feedback/progress.tsx'
import { Button } from '../form/Button.tsx'
import { FigureSheetBody } from './FigureSheetBody.tsx'
import type { FigureSheetData, LoadSheet } from './sheet.ts'
import { SheetThread } from './SheetThread.tsx'

type Answer = { readonly data?: FigureSheetData; readonly problem?: ApiProblem; readonly loading: boolean }

/** Brings the sheet and its pages of records; what was on screen stays while the next page comes. */
const useSheet = (figure: FigureValue, load: LoadSheet) => {
  const [page, turn] = useState(1)
  const [attempt, again] = useState(0)
  const [answer, change] = useState<Answer>({ loading: true })
  useEffect(() => {
    const stop = new AbortController()
    change((old) => ({ data: old.data, loading: true }))
    load(figure.recipe, page, stop.signal).then(
      (data) => change({ data, loading: false }),
      (error: unknown) => { if (!stop.signal.aborted) change((old) => ({ data: old.data, problem: toProblem(error), loading: false })) },
    )
    return () => stop.abort()
  }, [figure, load, page, attempt])
  return { ...answer, page, turn, again: () => again((count) => count + 1) }
}

/** The sheet of a figure: at the right on a desk, from below on a phone. Esc closes it and returns to the figure. */
const FigureSheet = ({ figure, anchor, load, onClose }: { figure: FigureValue; anchor: HTMLElement; load: LoadSheet; onClose: () => void }) => {
  const { data, problem, loading, page, turn, again } = useSheet(figure, load)
  const panel = useRef<HTMLElement>(null)
  useEffect(() => panel.current?.focus(), [])
  const { text, absence, unit } = data?.figure ?? figure
  const [amount, sign] = unit === 'ratio' && text.endsWith('%') ? [text.slice(0, -1).trim(), '%'] : [text, '']
  return (
    <>
      <SheetThread anchor={anchor} sheet={panel} />
      <aside ref={panel} className="figure-sheet" role="dialog" aria-modal="false" aria-label={`Ficha de la cifra: ${figure.title}`} tabIndex={-1} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onClose() } }}>
        <div className="figure-sheet-head"><span>Ficha de la cifra</span><Button kind="plain" size="compact" icon="close" label="Cerrar la ficha (Esc)" onPress={onClose} /></div>
        <ThinLoader active={loading} label="Buscando los registros de la cifra" />
        <p className="figure-sheet-value">{amount} {sign && <small>{sign}</small>}</p>
        <h2>{figure.title}</h2>
        {absence && <p className="soft">{absenceText[absence]}</p>}
        {figure.status === 'provisional' && <p className="soft">Provisional: el período aún puede moverse.</p>}
        {problem && <ProblemView problem={problem} action={<Button size="compact" onPress={again}>Reintentar</Button>} />}
        {data ? <FigureSheetBody data={data} page={page} onPage={turn} />
          : !problem && <p className="soft small">Hechos al {formatDay(figure.recipe.asOf.effectiveOn)}, conocido al {formatDay(figure.recipe.asOf.knownOn)}.</p>}
      </aside>
    </>
  )
}
export default FigureSheet

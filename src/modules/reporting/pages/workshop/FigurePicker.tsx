import { type FigureValue, formatDay, sortKey } from '#kernel'
import { Button, chipKey, Dialog, figureText, ProblemView, ThinLoader, useApi } from '#design'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { FigureChoice } from '../../contract.ts'
import { FigureParameters } from './FigureParameters.tsx'
import { recentFigures } from './recent-figures.ts'

type Offered = FigureChoice & { readonly figure: FigureValue; readonly group: string }

/** The text waits a moment before it is asked. */
const useSettled = (text: string): string => {
  const [settled, settle] = useState(text)
  useEffect(() => { const timer = setTimeout(() => settle(text), 250); return () => clearTimeout(timer) }, [text])
  return settled
}
const written = (figure: FigureValue): string => figureText(figure, figure.unit === 'CLP' ? { thousands: true } : undefined)

const useOffers = (report: string, text: string) => {
  const { data, problem, loading } = useApi<{ choices: readonly FigureChoice[] }>('reporting/figure-choices', { report, text })
  const recent = useMemo(() => recentFigures.list(), [])
  const offers = useMemo((): readonly Offered[] => {
    const all = (data?.choices ?? []).flatMap((choice) => (choice.figure ? [{ ...choice, figure: choice.figure, group: choice.where ? 'Ya están en este informe' : 'Otras cifras del sistema' }] : []))
    const lately = sortKey(text) ? [] : recent.flatMap((key) => all.filter(({ figure }) => chipKey(figure) === key)).map((offer) => ({ ...offer, group: 'Usadas hace poco' }))
    const rest = all.filter(({ figure }) => !lately.some((one) => chipKey(one.figure) === chipKey(figure)))
    return [...lately, ...rest.filter(({ where }) => where), ...rest.filter(({ where }) => !where)]
  }, [data, recent, text])
  return { offers, problem, loading, first: !data }
}

/** Looks for a figure by its name and puts it in the sentence, without the mouse: write, arrows, Enter. */
export const FigurePicker = ({ report, section, onPick, onClose }: { report: string; section: string; onPick: (figure: FigureValue) => void; onClose: () => void }) => {
  const [typed, type] = useState('')
  const text = useSettled(typed)
  const { offers, problem, loading, first } = useOffers(report, text)
  const [at, move] = useState(0)
  const [tuned, tune] = useState<FigureValue>()
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  useEffect(() => { move(0); tune(undefined) }, [text])
  const chosen = offers[Math.min(at, offers.length - 1)]
  const figure = tuned ?? chosen?.figure
  const step = (count: number) => { tune(undefined); move((old) => Math.max(0, Math.min(offers.length - 1, old + count))) }
  useEffect(() => { list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }) }, [at])
  const pick = (value: FigureValue | undefined) => { if (!value) return; recentFigures.remember(chipKey(value)); onPick(value) }
  const onKey = (event: KeyboardEvent) => {
    const jump: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const count = jump[event.key]
    if (count) { event.preventDefault(); step(count) }
    if (event.key === 'Enter') { event.preventDefault(); pick(figure) }
  }
  return (
    <Dialog title="Insertar una cifra" open onClose={onClose} wide actions={<><Button kind="plain" onPress={onClose}>Descartar (Esc)</Button><Button kind="primary" disabled={!figure} onPress={() => pick(figure)}>Insertar</Button></>}>
      <div className="picker">
        <div className="picker-find">
          <label className="visually-hidden" htmlFor={`${id}-text`}>Cifra que busca para {section}</label>
          <input id={`${id}-text`} className="input" type="search" role="combobox" aria-expanded={offers.length > 0} aria-controls={`${id}-list`} aria-activedescendant={chosen ? `${id}-${Math.min(at, offers.length - 1)}` : undefined} aria-autocomplete="list"
            placeholder="gasto devengado, deuda, subtítulo 31…" autoFocus autoComplete="off" value={typed} onChange={({ target }) => type(target.value)} onKeyDown={onKey} />
          <ThinLoader active={loading} label="Calculando las cifras" />
          {problem && <ProblemView problem={problem} />}
          <div ref={list} id={`${id}-list`} className="picker-list" role="listbox" aria-label="Cifras" tabIndex={-1}>
            {offers.map((offer, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard works from the field, which names the active option
              <div key={chipKey(offer.figure)} id={`${id}-${index}`} role="option" tabIndex={-1} aria-selected={offer === chosen} onClick={() => { move(index); tune(undefined) }} onDoubleClick={() => pick(offer.figure)}>
                {offers[index - 1]?.group !== offer.group && <span className="picker-group" aria-hidden="true">{offer.group}</span>}
                <span className="picker-line"><span>{offer.title}{offer.where && <small>{offer.where}</small>}</span><b>{written(offer.figure)}</b></span>
              </div>
            ))}
          </div>
          {!first && !loading && offers.length === 0 && <p className="source">Ninguna cifra se llama así. Pruebe con menos palabras, o con el nombre de la cuenta.</p>}
        </div>
        <div className="picker-seen" aria-live="polite">
          {figure && chosen && (
            <>
              <p className="figure-sheet-value">{written(figure)}</p>
              <p><b>{figure.title}</b></p>
              <p className="small soft">{chosen.method}</p>
              <p className="small soft">Hechos al {formatDay(figure.recipe.asOf.effectiveOn)}, conocido al {formatDay(figure.recipe.asOf.knownOn)}{figure.status === 'provisional' ? '; provisional' : ''}.</p>
              <FigureParameters key={chipKey(chosen.figure)} figure={chosen.figure} onFigure={tune} />
            </>
          )}
        </div>
      </div>
    </Dialog>
  )
}

import type { FigureDisplay, FigureValue } from '#kernel'
import { changeChip, chipFacts, chipKey, chipSelected, chipText, Segmented, useFigureSheet } from '#design'
import { useDesk } from './desk.ts'

const forms = (figure: FigureValue): readonly { value: string; title: string; show: FigureDisplay | null }[] =>
  figure.unit === 'CLP' ? [{ value: 'thousands', title: 'M$', show: { thousands: true } }, { value: 'pesos', title: 'Pesos', show: null }]
    : figure.unit === 'ratio' ? [{ value: '0', title: '0 dec.', show: { decimals: 0 } }, { value: '1', title: '1', show: { decimals: 1 } }, { value: '2', title: '2', show: { decimals: 2 } }] : []
const formOf = (figure: FigureValue, show: FigureDisplay | null): string => (figure.unit === 'CLP' ? (show?.thousands ? 'thousands' : 'pesos') : String(show?.decimals ?? 1))

/** What can be done with the selected chip: how it is written, take today's value, open its sheet, change it for another. */
export const ChipStrip = () => {
  const { desk: { view }, ask } = useDesk()
  const { open } = useFigureSheet()
  const chip = view && chipSelected(view.state)
  if (!view || !chip) return null
  const { figure, show } = chip.attrs as { figure: FigureValue; show: FigureDisplay | null }
  const now = chipFacts.getState(view.state)?.live[chipKey(figure)]
  const changed = now && now.text !== figure.text ? now : undefined
  const change = (patch: Parameters<typeof changeChip>[0]) => { changeChip(patch)(view.state, view.dispatch); view.focus() }
  const dom = view.nodeDOM(view.state.selection.from)
  const choices = forms(figure)
  return (
    <div className="chip-strip" role="group" aria-label={`Cifra elegida: ${figure.title}`} onMouseDown={(event) => event.preventDefault()}>
      <span className="chip-name"><b>{chipText(figure, show)}</b> {figure.title}</span>
      {changed && <span className="tone-warning">Hoy dice <b>{chipText(changed, show)}</b>. <button type="button" className="link-button" onClick={() => change({ figure: changed })}>Usar la de hoy</button></span>}
      {choices.length > 0 && <Segmented label="Cómo se escribe" value={formOf(figure, show)} choices={choices} onChange={(value) => change({ show: choices.find((one) => one.value === value)?.show ?? null })} />}
      <button type="button" className="link-button" onClick={ask}>Cambiar cifra</button>
      {dom instanceof HTMLElement && <button type="button" className="link-button" onClick={() => open(figure, dom)}>Abrir ficha</button>}
    </div>
  )
}

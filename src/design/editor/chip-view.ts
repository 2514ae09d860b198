import { type FigureDisplay, type FigureValue, formatValue } from '#kernel'
import type { Node } from 'prosemirror-model'
import type { NodeView } from 'prosemirror-view'

/** As the chip is written: the display asked for, or the figure's own text. */
export const chipText = (figure: FigureValue, show: FigureDisplay | null): string => (figure.value === null || !show ? figure.text : formatValue(figure.value, figure.unit, show))

/** For who does not see it: «cifra: 45,9 %, Ejecución del gasto». */
export const chipLabel = (figure: FigureValue, show: FigureDisplay | null): string =>
  `cifra: ${chipText(figure, show)}, ${figure.title}${figure.status === 'provisional' ? ', provisional' : ''}`

/** A figure in the prose: its text over the thread, one thing to select, open and delete. */
export const chipView = (first: Node): NodeView => {
  const dom = document.createElement('span')
  dom.className = 'figure chip-figure'
  dom.contentEditable = 'false'
  dom.setAttribute('role', 'button')
  dom.setAttribute('aria-haspopup', 'dialog')
  const write = (node: Node): void => {
    const { figure, show } = node.attrs as { figure: FigureValue; show: FigureDisplay | null }
    dom.textContent = chipText(figure, show)
    dom.setAttribute('aria-label', chipLabel(figure, show))
    dom.title = figure.title
  }
  write(first)
  return {
    dom,
    update: (node) => { if (node.type !== first.type) return false; write(node); return true },
    selectNode: () => dom.classList.add('selected'),
    deselectNode: () => dom.classList.remove('selected'),
    ignoreMutation: () => true,
  }
}

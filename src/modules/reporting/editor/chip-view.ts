import { type FigureDisplay, type FigureValue, formatValue } from '#kernel'
import type { Node } from 'prosemirror-model'
import type { NodeView } from 'prosemirror-view'

/** As the chip is written: the display asked for, or the figure's own text. */
export const chipText = (figure: FigureValue, show: FigureDisplay | null): string => (figure.value === null || !show ? figure.text : formatValue(figure.value, figure.unit, show))

/** For who does not see it: «cifra: 45,9 %, Ejecución del gasto». */
export const chipLabel = (figure: FigureValue, show: FigureDisplay | null): string =>
  `cifra: ${chipText(figure, show)}, ${figure.title}${figure.status === 'provisional' ? ', provisional' : ''}`

/** A figure in the prose: its text over the thread, one thing to select, open and delete. */
export class ChipView implements NodeView {
  readonly dom: HTMLElement
  constructor(private node: Node) {
    this.dom = document.createElement('span')
    this.dom.className = 'figure chip-figure'
    this.dom.contentEditable = 'false'
    this.dom.setAttribute('role', 'button')
    this.dom.setAttribute('aria-haspopup', 'dialog')
    this.write()
  }
  private write(): void {
    const { figure, show } = this.node.attrs as { figure: FigureValue; show: FigureDisplay | null }
    this.dom.textContent = chipText(figure, show)
    this.dom.setAttribute('aria-label', chipLabel(figure, show))
    this.dom.title = figure.title
  }
  update(node: Node): boolean {
    if (node.type !== this.node.type) return false
    this.node = node
    this.write()
    return true
  }
  selectNode(): void { this.dom.classList.add('selected') }
  deselectNode(): void { this.dom.classList.remove('selected') }
  ignoreMutation(): boolean { return true }
}

import { referenceText } from '#kernel'
import type { Node } from 'prosemirror-model'
import type { NodeView } from 'prosemirror-view'

type Labels = ReadonlyMap<string, string>
const write = (dom: HTMLElement, target: string, stored: string, labels: Labels): void => {
  const label = labels.get(target)
  const text = labels.size > 0 ? referenceText(label, stored) : stored
  dom.textContent = text
  dom.classList.toggle('missing', labels.size > 0 && label === undefined)
  dom.setAttribute('aria-label', `referencia: ${text}`)
}
/** A cross reference in the prose: the number its table or chart has now, one thing to select and delete. */
export const referenceView = (node: Node, labels: () => Labels): NodeView => {
  const dom = document.createElement('span')
  dom.className = 'reference chip-reference'
  dom.contentEditable = 'false'
  dom.setAttribute('role', 'img')
  const { target, text } = node.attrs as { target: string; text: string }
  dom.dataset['reference'] = target
  dom.dataset['text'] = text
  write(dom, target, text, labels())
  return { dom, selectNode: () => dom.classList.add('selected'), deselectNode: () => dom.classList.remove('selected'), ignoreMutation: () => true }
}
/** Writes again the numbers of every reference under a place, when a table was added or moved. */
export const renumberReferences = (place: HTMLElement, labels: Labels): void => {
  for (const dom of place.querySelectorAll<HTMLElement>('.chip-reference')) write(dom, dom.dataset['reference'] ?? '', dom.dataset['text'] ?? '', labels)
}

import type { FigureDisplay, FigureValue } from '#kernel'
import { type Fragment, type Node, type NodeType, Slice } from 'prosemirror-model'
import { type Command, type EditorState, NodeSelection, TextSelection, type Transaction } from 'prosemirror-state'
import { narrative } from './schema.ts'

const kinds = narrative.nodes
/** The block the caret is in, with its place in the document. */
export const blockAround = ({ selection: { $from } }: EditorState) => ({ node: $from.node(1), from: $from.before(1), to: $from.after(1) })
/** The chip that is selected, if one is. */
export const chipSelected = ({ selection }: EditorState): Node | undefined => (selection instanceof NodeSelection && selection.node.type === kinds.figure ? selection.node : undefined)
export const isInside = (state: EditorState, type: NodeType, attributes: Readonly<Record<string, unknown>> = {}): boolean => {
  if (state.selection.$from.depth < 1) return false
  const { node } = blockAround(state)
  return node.type === type && Object.entries(attributes).every(([name, value]) => node.attrs[name] === value)
}

/** The lines of the blocks touched by the selection: each textblock, or each item of a list. */
const touched = (state: EditorState): { from: number; to: number; blocks: readonly Node[]; lines: readonly Fragment[] } => {
  const { $from, $to } = state.selection
  const [from, to] = [$from.before(1), $to.after(1)]
  const blocks: Node[] = []
  state.doc.nodesBetween(from, to, (node, _at, parent) => { if (parent === state.doc) blocks.push(node); return false })
  return { from, to, blocks, lines: blocks.flatMap((block) => (block.type === kinds.list ? block.children.map(({ content }) => content) : [block.content])) }
}
const replaceBlocks = (state: EditorState, from: number, to: number, nodes: readonly Node[]): Transaction => {
  const change = state.tr.replaceWith(from, to, nodes)
  const last = nodes.reduce((sum, node) => sum + node.nodeSize, 0)
  return change.setSelection(TextSelection.near(change.doc.resolve(from + last - 1), -1)).scrollIntoView()
}

/** Paragraphs become a list, a list of the same kind becomes paragraphs, of the other kind changes kind. */
export const toggleList = (ordered: boolean): Command => (state, dispatch) => {
  const { from, to, blocks, lines } = touched(state)
  const undo = blocks.every(({ type, attrs }) => type === kinds.list && attrs['ordered'] === ordered)
  const id = blocks[0]?.attrs['id']
  const made = undo ? lines.map((line, index) => narrative.node('paragraph', { id: index === 0 ? id : '' }, line)) : [narrative.node('list', { id, ordered }, lines.map((line) => narrative.node('item', null, line)))]
  dispatch?.(replaceBlocks(state, from, to, made))
  return true
}

/** Turns the touched blocks into headings or notes, or back into paragraphs when they already are. */
export const toggleBlock = (type: NodeType, attributes: Readonly<Record<string, unknown>> = {}): Command => (state, dispatch) => {
  const { from, to, blocks, lines } = touched(state)
  const undo = blocks.every((node) => node.type === type && Object.entries(attributes).every(([name, value]) => node.attrs[name] === value))
  const made = lines.map((line, index) => (undo ? kinds.paragraph : type).create({ ...(undo ? {} : attributes), id: blocks[index]?.attrs['id'] ?? '' }, line))
  dispatch?.(replaceBlocks(state, from, to, made))
  return true
}

/** Enter on an empty item leaves the list; the items after it stay a list. */
export const leaveList: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parent.type !== kinds.item || $from.parent.content.size > 0) return false
  const { node, from, to } = blockAround(state)
  const index = $from.index(1)
  const [before, after] = [node.children.slice(0, index), node.children.slice(index + 1)]
  const paragraph = kinds.paragraph.create()
  const first = before.length ? node.copy(node.content.cut(0, before.reduce((sum, item) => sum + item.nodeSize, 0))) : undefined
  const made = [...(first ? [first] : []), paragraph, ...(after.length ? [narrative.node('list', { ordered: node.attrs['ordered'], id: first ? '' : node.attrs['id'] }, after)] : [])]
  const change = state.tr.replaceWith(from, to, made)
  dispatch?.(change.setSelection(TextSelection.create(change.doc, from + (first?.nodeSize ?? 0) + 1)).scrollIntoView())
  return true
}

/** Backspace at the start of a heading, note or first item turns it into a paragraph before joining anything. */
export const softenBlock: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset > 0) return false
  if ($from.parent.type === kinds.item && $from.index(1) === 0) {
    const { node, from, to } = blockAround(state)
    const [first, ...rest] = node.children
    const made = [kinds.paragraph.create({ id: rest.length ? '' : node.attrs['id'] }, first?.content), ...(rest.length ? [node.copy(node.content.cut(first?.nodeSize ?? 0))] : [])]
    const change = state.tr.replaceWith(from, to, made)
    dispatch?.(change.setSelection(TextSelection.create(change.doc, from + 1)))
    return true
  }
  if ($from.parent.type !== kinds.heading && $from.parent.type !== kinds.note) return false
  dispatch?.(state.tr.setNodeMarkup($from.before(), kinds.paragraph, { id: $from.parent.attrs['id'] }))
  return true
}

const isAtom = (node: Node | null | undefined): node is Node => node?.type === kinds.figure || node?.type === kinds.reference
/** Backspace and Delete take a chip or a reference as one thing. */
export const deleteChip = (direction: 'before' | 'after'): Command => (state, dispatch) => {
  const { $from, empty } = state.selection
  const beside = direction === 'before' ? $from.nodeBefore : $from.nodeAfter
  if (!empty || !isAtom(beside)) return false
  const from = direction === 'before' ? $from.pos - beside.nodeSize : $from.pos
  dispatch?.(state.tr.delete(from, from + beside.nodeSize).scrollIntoView())
  return true
}
/** An arrow stops on a chip, so that it can be opened or deleted; the next one passes over it. */
export const stepOverChip = (direction: 'before' | 'after'): Command => (state, dispatch) => {
  const { selection } = state
  if (selection instanceof NodeSelection && isAtom(selection.node)) {
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, direction === 'before' ? selection.from : selection.to)))
    return true
  }
  const beside = direction === 'before' ? selection.$from.nodeBefore : selection.$from.nodeAfter
  if (!selection.empty || !isAtom(beside)) return false
  dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, direction === 'before' ? selection.from - beside.nodeSize : selection.from)).scrollIntoView())
  return true
}

const showFor = (figure: FigureValue): FigureDisplay | null => (figure.unit === 'CLP' ? { thousands: true } : null)
/** Puts a chip at the caret, or in place of the selected one keeping how it is written. Pesos are written in M$ as the tables are. */
export const insertFigure = (figure: FigureValue): Command => (state, dispatch) => {
  const old = chipSelected(state)
  const show = old && (old.attrs['figure'] as FigureValue).unit === figure.unit ? old.attrs['show'] : showFor(figure)
  const { $from } = state.selection
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc')
  const space = !old && /[\p{L}\p{N},;:)]$/u.test(before) ? [narrative.text(' ')] : []
  const chip = narrative.node('figure', { figure, show })
  const change = old ? state.tr.replaceSelectionWith(chip, false) : state.tr.replaceSelection(new Slice(kinds.paragraph.create(null, [...space, chip]).content, 0, 0))
  dispatch?.(change.scrollIntoView())
  return true
}
/** Puts «tabla 3» at the caret, tied to its table: the number follows it when the document changes. */
export const insertReference = (target: string, text: string): Command => (state, dispatch) => {
  const { $from } = state.selection
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc')
  const space = /[\p{L}\p{N},;:)]$/u.test(before) ? [narrative.text(' ')] : []
  dispatch?.(state.tr.replaceSelection(new Slice(kinds.paragraph.create(null, [...space, narrative.node('reference', { target, text })]).content, 0, 0)).scrollIntoView())
  return true
}
/** Changes how the selected chip is written, or which value it froze. */
export const changeChip = (patch: { figure?: FigureValue; show?: FigureDisplay | null }): Command => (state, dispatch) => {
  const chip = chipSelected(state)
  if (!chip) return false
  const at = state.selection.from
  const change = state.tr.setNodeMarkup(at, undefined, { ...chip.attrs, ...patch })
  dispatch?.(change.setSelection(NodeSelection.create(change.doc, at)))
  return true
}

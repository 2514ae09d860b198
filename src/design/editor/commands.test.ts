import { type Command, type EditorState, NodeSelection, TextSelection } from 'prosemirror-state'
import { undo } from 'prosemirror-history'
import { splitBlock } from 'prosemirror-commands'
import { describe, expect, test } from 'vitest'
import type { FigureValue } from '#kernel'
import { blocksOf, type NarrativeBlock } from './blocks.ts'
import { chipSelected, deleteChip, insertFigure, insertReference, leaveList, softenBlock, stepOverChip, toggleBlock, toggleList } from './commands.ts'
import { editorStateOf } from './editor-state.ts'
import { hasChanged } from './chip-state.ts'
import { narrative } from './schema.ts'
import { cleanHtml } from './paste.ts'

const rate: FigureValue = { recipe: { id: 'budget/execution-rate', parameters: { side: 'expenditure' }, asOf: { effectiveOn: '2026-06-30', knownOn: '2026-07-22' } as FigureValue['recipe']['asOf'] }, title: 'Ejecución del gasto', unit: 'ratio', value: 0.459, status: 'firm', text: '45,9 %', records: { count: 1, digest: '0' }, codeVersion: '1', lawValues: [] }
const paragraph = (id: string, text: string): NarrativeBlock => ({ type: 'paragraph', id, content: text ? [{ type: 'text', text }] : [] })
const open = (blocks: readonly NarrativeBlock[]) => { let count = 0; return editorStateOf(blocks, { makeId: () => `n-${++count}`, onAsk: () => undefined, onRefer: () => undefined, onOpen: () => undefined, onSave: () => undefined }) }
const caret = (state: EditorState, at: number) => state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)))
const run = (state: EditorState, command: Command): EditorState => { let next = state; command(state, (change) => { next = state.apply(change) }); return next }

describe('órdenes del editor', () => {
  test('partir un párrafo deja el identificador en la primera mitad y da uno nuevo a la segunda', () => {
    const state = run(caret(open([paragraph('p1', 'uno dos')]), 4), splitBlock)
    expect(blocksOf(state.doc)).toEqual([paragraph('p1', 'uno'), paragraph('n-1', ' dos')])
  })
  test('Supr y Retroceso borran una cifra como una sola cosa', () => {
    const state = run(caret(open([paragraph('p1', 'Va en ')]), 7), insertFigure(rate))
    expect(blocksOf(state.doc)[0]).toMatchObject({ content: [{ type: 'text', text: 'Va en ' }, { type: 'figure', figure: rate }] })
    expect(blocksOf(run(state, deleteChip('before')).doc)).toEqual([paragraph('p1', 'Va en ')])
    expect(blocksOf(run(caret(state, 7), deleteChip('after')).doc)).toEqual([paragraph('p1', 'Va en ')])
  })
  test('una cifra puesta tras una palabra lleva su espacio y los pesos se escriben en miles', () => {
    const pesos: FigureValue = { ...rate, unit: 'CLP', value: 5_070_819_000, text: '$5.070.819.000' }
    expect(blocksOf(run(caret(open([paragraph('p1', 'son')]), 4), insertFigure(pesos)).doc)[0]).toEqual({ type: 'paragraph', id: 'p1', content: [{ type: 'text', text: 'son ' }, { type: 'figure', figure: pesos, show: { thousands: true } }] })
  })
  test('la flecha se detiene en la cifra y la siguiente la pasa', () => {
    const state = caret(run(caret(open([paragraph('p1', 'a ')]), 3), insertFigure(rate)), 3)
    const stopped = run(state, stepOverChip('after'))
    expect(stopped.selection).toBeInstanceOf(NodeSelection)
    expect(chipSelected(stopped)?.attrs['figure']).toEqual(rate)
    const passed = run(stopped, stepOverChip('after'))
    expect([passed.selection.empty, passed.selection.from]).toEqual([true, 4])
  })
  test('una referencia se pone con su espacio, se guarda con su destino y se borra como una sola cosa', () => {
    const state = run(caret(open([paragraph('p1', 'véase la')]), 9), insertReference('budget-title', 'tabla 3'))
    const stored: NarrativeBlock = { type: 'paragraph', id: 'p1', content: [{ type: 'text', text: 'véase la ' }, { type: 'reference', text: 'tabla 3', target: 'budget-title' }] }
    expect(blocksOf(state.doc)).toEqual([stored])
    expect(blocksOf(open([stored]).doc)).toEqual([stored])
    expect(blocksOf(run(state, deleteChip('before')).doc)[0]).toEqual({ type: 'paragraph', id: 'p1', content: [{ type: 'text', text: 'véase la ' }] })
  })
  test('párrafos a lista y de vuelta; el texto no cambia', () => {
    const start = open([paragraph('p1', 'uno'), paragraph('p2', 'dos')])
    const all = start.apply(start.tr.setSelection(TextSelection.create(start.doc, 1, 9)))
    const list = run(all, toggleList(false))
    expect(blocksOf(list.doc)).toEqual([{ type: 'list', id: 'p1', ordered: false, items: [[{ type: 'text', text: 'uno' }], [{ type: 'text', text: 'dos' }]] }])
    const back = run(list, toggleList(false))
    expect(blocksOf(back.doc).map((block) => block.type === 'paragraph' && block.content)).toEqual([[{ type: 'text', text: 'uno' }], [{ type: 'text', text: 'dos' }]])
  })
  test('Enter en un punto vacío sale de la lista y lo que sigue continúa como lista', () => {
    const state = open([{ type: 'list', id: 'l1', ordered: true, items: [[{ type: 'text', text: 'a' }], [], [{ type: 'text', text: 'c' }]] }])
    const left = run(caret(state, 5), leaveList)
    expect(left.doc.children.map(({ type }) => type.name)).toEqual(['list', 'paragraph', 'list'])
    expect(new Set(left.doc.children.map(({ attrs }) => attrs['id'])).size).toBe(3)
  })
  test('Retroceso al comienzo de un título lo vuelve párrafo con su identificador', () => {
    const state = run(caret(open([paragraph('p1', 'Deuda')]), 1), toggleBlock(narrative.nodes.heading, { level: 3 }))
    expect(blocksOf(state.doc)[0]).toMatchObject({ type: 'heading', level: 3, id: 'p1' })
    expect(blocksOf(run(caret(state, 1), softenBlock).doc)).toEqual([paragraph('p1', 'Deuda')])
  })
  test('deshacer devuelve lo anterior', () => {
    const state = run(caret(open([paragraph('p1', 'Va en ')]), 7), insertFigure(rate))
    expect(blocksOf(run(state, undo).doc)).toEqual([paragraph('p1', 'Va en ')])
  })
})

test('una cifra cambió cuando hoy dice otra cosa; si ya no existe no se inventa un cambio', () => {
  const key = 'budget/execution-rate;side=expenditure'
  expect(hasChanged(rate, { [key]: { ...rate, text: '46,1 %' } })).toBe(true)
  expect(hasChanged(rate, { [key]: { ...rate } })).toBe(false)
  expect(hasChanged(rate, {})).toBe(false)
})

test('lo pegado desde una planilla queda como líneas de texto, sin hojas de estilo ni marcas de oficina', () => {
  expect(cleanHtml('<style>p{color:red}</style><!-- x --><table><tr><td>Ítem</td> <td>$1</td></tr></table><o:p>a</o:p><script>x()</script>')).toBe('<p>Ítem · $1</p>a')
})

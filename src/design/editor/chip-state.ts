import type { FigureValue } from '#kernel'
import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { chipKey } from './figure-json.ts'

/** What the screen knows of the chips: their values now, and which one has its sheet open. */
export type ChipFacts = { readonly live: Readonly<Record<string, FigureValue>>; readonly opened?: FigureValue }
export const chipFacts = new PluginKey<ChipFacts>('chips')

/** True when the figure says another thing now than when it was written. */
export const hasChanged = (written: FigureValue, live: Readonly<Record<string, FigureValue>>): boolean => {
  const now = live[chipKey(written)]
  return now !== undefined && now.text !== written.text
}

/** Marks chips that changed (dashed) and the open one, without touching the document. Facts arrive in the meta of a transaction. */
export const chipMarks = (): Plugin<ChipFacts> => new Plugin<ChipFacts>({
  key: chipFacts,
  state: { init: () => ({ live: {} }), apply: (transaction, facts) => (transaction.getMeta(chipFacts) as ChipFacts | undefined) ?? facts },
  props: {
    decorations: (state) => {
      const { live, opened } = chipFacts.getState(state) ?? { live: {} }
      const marks: Decoration[] = []
      state.doc.descendants((node, at) => {
        if (node.type.name !== 'figure') return
        const figure = node.attrs['figure'] as FigureValue
        const changed = hasChanged(figure, live)
        if (changed || figure === opened) marks.push(Decoration.node(at, at + 1, { ...(changed ? { class: 'changed', 'data-changed': 'true' } : {}), ...(figure === opened ? { 'aria-expanded': 'true' } : {}) }))
      })
      return DecorationSet.create(state.doc, marks)
    },
  },
})

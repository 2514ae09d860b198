import { history } from 'prosemirror-history'
import { EditorState, type Plugin } from 'prosemirror-state'
import { blockIds } from './block-ids.ts'
import { documentOf, type NarrativeBlock } from './blocks.ts'
import { chipMarks } from './chip-state.ts'
import { type KeyActions, keys } from './keys.ts'
import { cleanPaste } from './paste.ts'
import { typing } from './typing.ts'

export type EditorActions = KeyActions & { readonly makeId: () => string }

/** Everything the editor does, in order: what is typed, keys, undo, ids, paste, marks of chips. */
export const editorPlugins = (actions: EditorActions): Plugin[] => [...typing(actions.onAsk), ...keys(actions), history({ newGroupDelay: 600 }), blockIds(actions.makeId), cleanPaste(), chipMarks()]

/** The state of a section as stored. The empty paragraph of an empty section already has its id. */
export const editorStateOf = (blocks: readonly NarrativeBlock[], actions: EditorActions): EditorState => {
  const state = EditorState.create({ doc: documentOf(blocks), plugins: editorPlugins(actions) })
  return blocks.length ? state : state.apply(state.tr.setNodeMarkup(0, undefined, { id: actions.makeId(), author: null }))
}

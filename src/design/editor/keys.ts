import { baseKeymap, chainCommands, toggleMark } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import { undoInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import type { Command, Plugin } from 'prosemirror-state'
import { chipSelected, deleteChip, leaveList, softenBlock, stepOverChip, toggleBlock, toggleList } from './commands.ts'
import { narrative } from './schema.ts'

export type KeyActions = { readonly onAsk: () => void; readonly onRefer: () => void; readonly onOpen: () => void; readonly onSave: () => void }

/** The keyboard of the editor: Ctrl+Espacio asks for a figure, Ctrl+Alt+T for a table to refer to, Enter on a chip opens its sheet, Ctrl+S saves at once. */
export const keys = ({ onAsk, onRefer, onOpen, onSave }: KeyActions): Plugin[] => {
  const doing = (action: () => void): Command => () => { action(); return true }
  const openChip: Command = (state) => { if (!chipSelected(state)) return false; onOpen(); return true }
  return [
    keymap({
      'Mod-b': toggleMark(narrative.marks.strong), 'Mod-i': toggleMark(narrative.marks.em), 'Mod-z': chainCommands(undoInputRule, undo), 'Mod-y': redo, 'Shift-Mod-z': redo,
      'Ctrl-Space': doing(onAsk), 'Ctrl-Alt-t': doing(onRefer), 'Mod-s': doing(onSave), 'Shift-Ctrl-8': toggleList(false), 'Shift-Ctrl-7': toggleList(true), 'Ctrl-Alt-2': toggleBlock(narrative.nodes.heading, { level: 2 }), 'Ctrl-Alt-3': toggleBlock(narrative.nodes.heading, { level: 3 }),
      Enter: chainCommands(openChip, leaveList), Space: openChip,
      Backspace: chainCommands(deleteChip('before'), softenBlock), Delete: deleteChip('after'), ArrowLeft: stepOverChip('before'), ArrowRight: stepOverChip('after'),
    }),
    keymap(baseKeymap),
  ]
}

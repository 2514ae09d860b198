import { InputRule, inputRules } from 'prosemirror-inputrules'
import { type Command, Plugin } from 'prosemirror-state'
import { toggleBlock, toggleList } from './commands.ts'
import { narrative } from './schema.ts'

/** What a paragraph becomes when it begins so and a space follows. */
const openings: Readonly<Record<string, Command>> = {
  '-': toggleList(false), '*': toggleList(false), '1.': toggleList(true), '1)': toggleList(true),
  '#': toggleBlock(narrative.nodes.heading, { level: 2 }), '##': toggleBlock(narrative.nodes.heading, { level: 3 }), '>': toggleBlock(narrative.nodes.note, { tone: 'info' }),
}
const blockOpenings = new Plugin({
  props: {
    handleTextInput: (view, from, to, text) => {
      const { $from } = view.state.selection
      if (text !== ' ' || from !== to || $from.parent.type !== narrative.nodes.paragraph) return false
      const command = openings[$from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc')]
      if (!command) return false
      view.dispatch(view.state.tr.delete($from.start(), from))
      return command(view.state, view.dispatch)
    },
  },
})

/** `=` at the start of a word asks for a figure. */
const askFigure = (onAsk: () => void): Plugin => new Plugin({
  props: {
    handleTextInput: (view, from, _to, text) => {
      if (text !== '=') return false
      const { $from } = view.state.selection
      const before = $from.parent.textBetween(0, from - $from.start(), undefined, '\ufffc').slice(-1)
      if (before && !/[\s(¿¡«–—]/.test(before)) return false
      onAsk()
      return true
    },
  },
})

/** Spanish typography: «», en dash and ellipsis. Ctrl+Z right after gives back what was typed. */
const substitutions = inputRules({
  rules: [new InputRule(/(?:^|[\s(¿¡\ufffc])(")$/, '«'), new InputRule(/"$/, '»'), new InputRule(/\.\.\.$/, '…'), new InputRule(/(?<=\s)--$/, '–')],
})

/** What happens while typing. `onAsk` opens the figure picker. */
export const typing = (onAsk: () => void): Plugin[] => [askFigure(onAsk), blockOpenings, substitutions]

import { Plugin } from 'prosemirror-state'

/** Every block has an id of its own, kept while it is edited: the halves of a split and what is pasted get new ones. `makeId` gives an id never used. */
export const blockIds = (makeId: () => string): Plugin => new Plugin({
  appendTransaction: (transactions, _before, state) => {
    if (!transactions.some(({ docChanged }) => docChanged)) return null
    const seen = new Set<string>()
    const change = state.tr
    state.doc.forEach((node, offset) => {
      const id = String(node.attrs['id'])
      if (id && !seen.has(id)) { seen.add(id); return }
      const made = makeId()
      seen.add(made)
      change.setNodeMarkup(offset, undefined, { ...node.attrs, id: made })
    })
    return change.docChanged ? change.setMeta('addToHistory', false) : null
  },
})

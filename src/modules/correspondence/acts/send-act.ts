import { can, counted } from '#kernel'
import { defineAction } from '#platform/actions'
import { MoveActInput } from '../contract.ts'
import { nobodyToReach, nothingWritten, notTheDrafter, postVacant } from '../problems.ts'
import { actStore } from './act.store.ts'
import { demandDrafter } from './drafter.ts'
import { blanksOf } from './blanks.ts'
import { circuitFor } from './circuit.store.ts'
import { moveAct, needMove } from './move-act.ts'
import { postsOpen, postTitles } from './posts.ts'
import { actTitle } from './titles.ts'
import { mustReach } from './transitions.ts'

/**
 * Sends a draft to its visas, in the order the circuit of its kind has on the day. A post that only the drafter holds is left out and said;
 * a post that nobody holds stops it, because the act would wait for ever.
 */
export const sendAct = defineAction({
  name: 'correspondence.send-act', title: 'Enviar a visación', input: MoveActInput, unless: [notTheDrafter], allowed: can('correspondence.draft'),
  run: async ({ id, version }, context) => {
    const row = await actStore(context.tx).needVersion(id, version)
    needMove(row, 'send')
    demandDrafter(context, row)
    if (mustReach(row).length === 0) throw nobodyToReach({}, { errors: [{ pointer: '/addressees', message: 'Escriba a quién va' }] })
    const blanks = blanksOf([...row.content, { type: 'paragraph', id: 'subject', content: [{ type: 'text', text: row.subject }] }])
    if (row.content.length === 0 || blanks.length > 0) throw nothingWritten({ blanks: row.content.length === 0 ? 'El acto no tiene texto.' : `Falta completar: ${blanks.slice(0, 6).join(', ')}.` }, { facts: { blanks } })
    const circuit = await circuitFor(context.tx, row.kind)
    const titles = await postTitles(context.tx, row.unit_id)
    const { open, vacant, own } = await postsOpen(context.tx, circuit.visas, row.unit_id, row.drafter_id, context.today)
    if (vacant.length > 0) throw postVacant({ posts: vacant.map(titles).join(', ') }, { facts: { vacant } })
    const reason = own.length ? `Sin visto bueno de quien redacta: ${own.map(titles).join(', ')}` : ''
    const { row: next, entry } = await moveAct(context, row, 'send', { visas: [...open], visas_done: 0, round: row.round + 1 }, { name: 'act-sent', summary: `${actTitle(row)} enviado: ${open.length ? `espera ${counted(open.length, 'visto bueno', 'vistos buenos')}` : 'espera su número'}`, reason })
    return { result: { id, version: next.version, state: next.state }, entry }
  },
})

import { can, enumerate } from '#kernel'
import { defineAction, defineQuery, versionMoved } from '#platform/actions'
import { officeStore } from '#registry'
import { z } from 'zod'
import { ChangeCircuitInput, kindTitle } from '../contract.ts'
import { circuitUnknownPost } from '../problems.ts'
import { UNIT_HEAD } from './circuit.ts'
import { allCircuits, circuitFor, putCircuit } from './circuit.store.ts'
import { postTitles } from './posts.ts'

/** The order of visas and the offices that sign a kind, as the municipality's rules have them. Acts already sent keep theirs. */
export const changeCircuit = defineAction({
  name: 'correspondence.change-circuit', title: 'Cambiar el circuito de una clase de acto', input: ChangeCircuitInput, allowed: can('correspondence.configure'),
  run: async (input, context) => {
    const before = await circuitFor(context.tx, input.kind)
    if (before.version !== input.version) throw versionMoved({ what: `El circuito de ${kindTitle[input.kind].toLowerCase()}`, yours: input.version, current: before.version }, { facts: { current: before } })
    const roles = new Set([UNIT_HEAD, ...(await officeStore(context.tx).roles()).map(({ key }) => key)])
    const foreign = [...input.visas, ...input.signers].find((post) => !roles.has(post)) ?? input.signers.find((post) => post === UNIT_HEAD)
    if (foreign) throw circuitUnknownPost({ post: foreign })
    const next = { ...before, visas: [...new Set(input.visas)], signers: [...new Set(input.signers)], version: before.version + 1 }
    await putCircuit(context.tx, next, context.entryId)
    const titles = await postTitles(context.tx, null)
    await context.keep({ kind: 'act-circuit', id: input.kind, version: next.version, data: { visas: next.visas, signers: next.signers } })
    return { result: next, entry: { name: 'act-circuit-changed', summary: `Circuito de ${kindTitle[input.kind].toLowerCase()}: ${next.visas.length ? enumerate(next.visas.map(titles)) : 'sin vistos buenos'}; firma ${enumerate(next.signers.map(titles))}`, record: { kind: 'act-circuit', id: input.kind } } }
  },
})
export const listCircuits = defineQuery({
  name: 'correspondence.list-circuits', title: 'Circuitos de los actos', input: z.object({}), allowed: can('correspondence.read'),
  run: async (_input, { tx }) => {
    const titles = await postTitles(tx, null)
    return { circuits: (await allCircuits(tx)).map((circuit) => ({ ...circuit, title: kindTitle[circuit.kind], visaTitles: circuit.visas.map(titles), signerTitles: circuit.signers.map(titles) })), posts: [{ key: UNIT_HEAD, title: 'Jefatura de la unidad que redacta' }, ...(await officeStore(tx).roles()).map(({ key, title }) => ({ key, title }))] }
  },
})

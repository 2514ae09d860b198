import { randomUUID } from 'node:crypto'
import { can } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { AmendmentInput, amendmentTitles } from '../contract.ts'
import { lineStore } from '../lines/line.store.ts'
import { notBalanced, otherYear } from '../problems.ts'
import { amendmentImbalance } from '../rules/identities.ts'
import { amendmentStore } from './amendment.store.ts'

/** Prepares an amendment. It must balance by itself (I2); it changes nothing until it is approved and decreed. */
export const draftAmendment = defineAction({
  name: 'budget.draft-amendment', title: 'Preparar una modificación presupuestaria',
  input: AmendmentInput, allowed: can('budget.amend'),
  run: async (input, context) => {
    const found = new Map((await lineStore(context.tx).byIds(input.lines.map(({ line }) => line))).map((line) => [line.id, line]))
    const lines = input.lines.map(({ line: id, amount }) => {
      const line = found.get(id)
      if (!line) throw notFound({ what: 'una de las líneas de la modificación' })
      if (line.year !== input.year) throw otherYear({ year: line.year, on: context.today })
      return { kind: line.kind, amount }
    })
    const income = lines.filter(({ kind }) => kind === 'income').reduce((sum, { amount }) => sum + amount, 0)
    const imbalance = amendmentImbalance(lines)
    if (imbalance !== 0) throw notBalanced({ income, expenditure: income - imbalance })
    const id = randomUUID()
    const store = amendmentStore(context.tx)
    const number = await store.nextNumber(input.year)
    await store.add({ id, year: input.year, number, kind: input.kind, reason: input.reason, lines: input.lines, by: context.actor.accountId, entryId: context.entryId })
    await context.keep({ kind: 'amendment', id, version: 1, data: { ...input, number, state: 'draft' } })
    await context.index({ kind: 'amendment', id, title: `Modificación N.º ${number} de ${input.year}`, subtitle: amendmentTitles[input.kind], href: `/presupuestar/modificaciones/${id}` })
    return { result: { id, number }, entry: { name: 'amendment-drafted', summary: `Se preparó la modificación N.º ${number} de ${input.year}: ${amendmentTitles[input.kind].toLowerCase()}`, record: { kind: 'amendment', id } } }
  },
})

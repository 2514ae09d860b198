import { can, dayFrom, latest } from '#kernel'
import { defineAction } from '#platform/actions'
import { kinds, relations } from '#evidence'
import { shortCode } from '../accounts/account-tree.ts'
import { LineInput } from '../contract.ts'
import { programmeStore } from '../programmes/programme.store.ts'
import { demandAccount, namesOf } from './demand-account.ts'
import { newLine } from './line.ts'
import { lineStore } from './line.store.ts'

/** Adds a line without money, so that an amendment can give it some. The same line twice is one line. */
export const addLine = defineAction({
  name: 'budget.add-line', title: 'Agregar una línea',
  help: 'Una combinación nueva de cuenta, área, programa, proyecto y fuente. El monto lo da después una modificación.',
  input: LineInput, allowed: can('budget.amend'),
  run: async (input, context) => {
    const names = await namesOf(context)
    const line = newLine({ ...input, account: demandAccount(input.account, names) })
    await lineStore(context.tx).add([line], context.entryId)
    const programme = line.programme && !line.project ? await programmeStore(context.tx).byCode(line.programme) : undefined
    const to = { kind: kinds.budgetLine, id: line.id }
    if (line.project) await context.link({ from: { kind: kinds.project, id: line.project }, relation: relations.budgetedBy, to })
    if (programme) await context.link({ from: { kind: kinds.budgetProgramme, id: programme.id }, relation: relations.budgetedBy, to })
    return { result: { id: line.id }, entry: { name: 'budget-line-added', summary: `Se agregó la línea ${shortCode(line.account)} ${names.nameOf(line.account)}`, record: { kind: 'budget-line', id: line.id }, effectiveOn: latest(dayFrom(line.year, 1, 1), context.today), facts: { line: line.id } } }
  },
})

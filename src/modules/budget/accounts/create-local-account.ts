import { can } from '#kernel'
import { defineAction } from '#platform/actions'
import { sql } from '#platform/database'
import { LocalAccountInput } from '../contract.ts'
import { demandAccount, namesOf, parentAccount } from '../lines/demand-account.ts'
import { accountUnknown } from '../problems.ts'
import { longCode, shortCode } from './account-tree.ts'

/** Opens an account of the municipality below the national classifier, by decree. */
export const createLocalAccount = defineAction({
  name: 'budget.create-local-account', title: 'Crear una cuenta de la municipalidad',
  help: 'Cuentas bajo el clasificador nacional que la municipalidad abre por decreto.',
  input: LocalAccountInput, allowed: can('budget.open'),
  run: async (input, context) => {
    const long = longCode(input.account)
    if (!long) throw accountUnknown({ account: input.account })
    demandAccount(parentAccount(long) ?? '', await namesOf(context))
    await context.tx.run(sql`insert into budget.accounts (commune, long_code, name, opened_by, opened_on, entry_id)
      values (${context.tx.commune}, ${long}, ${input.name}, ${input.decree}, ${input.on}, ${context.entryId})
      on conflict (commune, long_code) do update set name = excluded.name, opened_by = excluded.opened_by, opened_on = excluded.opened_on, version = budget.accounts.version + 1`)
    await context.index({ kind: 'budget-account', id: long, title: `${shortCode(long)} ${input.name}`, subtitle: 'Cuenta de la municipalidad', href: `/presupuestar/lineas?texto=${shortCode(long)}` })
    return { result: { account: long }, entry: { name: 'account-opened', effectiveOn: input.on, summary: `Se abrió la cuenta ${shortCode(long)} ${input.name} por decreto ${input.decree}`, record: { kind: 'budget-account', id: long } } }
  },
})

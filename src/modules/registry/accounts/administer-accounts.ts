import { can } from '#kernel'
import { type ActionContext, defineAction, defineQuery, notFound } from '#platform/actions'
import { emailLookup, hashPassword } from '#platform/identity'
import { z } from 'zod'
import { AccountInput, CreateAccountInput, ResetPasswordInput } from '../contract.ts'
import { accountStore, sessionStore } from '../identity/account.store.ts'
import { forgetSessions } from '../identity/session.ts'
import { officeStore } from '../offices/office.store.ts'
import { personStore } from '../people/person.store.ts'
import { ownAccount, personWithoutEmail } from '../problems.ts'

const recordOf = (id: string) => ({ kind: 'account', id })
const known = async (context: ActionContext, id: string) => {
  const account = await accountStore(context.tx).byId(id)
  if (!account) throw notFound({ what: 'la cuenta' })
  return account
}
export const listAccounts = defineQuery({
  name: 'registry.list-accounts', title: 'Cuentas', input: z.object({}), allowed: can('registry.administer'),
  run: async (_input, { tx, clock }) => ({ accounts: await officeStore(tx).accounts(clock.now().toISOString()) }),
})
export const createAccount = defineAction({
  name: 'registry.create-account', title: 'Crear una cuenta', help: 'La contraseña temporal se muestra una vez y debe cambiarse al entrar.', input: CreateAccountInput, allowed: can('registry.administer'), perMinute: 30,
  prepare: ({ temporaryPassword }) => hashPassword(temporaryPassword),
  run: async (input, context, passwordHash) => {
    const email = (await personStore(context.tx).values([input.personId])).get(input.personId)?.email
    if (!email) throw personWithoutEmail({})
    await accountStore(context.tx).add({ id: input.id, personId: input.personId, emailLookup: emailLookup(context.tx.commune, email), passwordHash, mustChange: true })
    return { result: { id: input.id }, entry: { name: 'account-created', summary: 'Se creó una cuenta con contraseña temporal', record: recordOf(input.id), facts: { person: input.personId } } }
  },
})
export const resetPassword = defineAction({
  name: 'registry.reset-password', title: 'Entregar una contraseña temporal', help: 'Cierra las sesiones abiertas de la cuenta.', input: ResetPasswordInput, allowed: can('registry.administer'), perMinute: 30,
  prepare: ({ temporaryPassword }) => hashPassword(temporaryPassword),
  run: async (input, context, passwordHash) => {
    const account = await known(context, input.id)
    await accountStore(context.tx).setPassword(account.id, passwordHash, true)
    await sessionStore(context.tx).endAllOf(account.id)
    forgetSessions()
    return { result: { id: account.id }, entry: { name: 'account-password-reset', summary: 'Se entregó una contraseña temporal', record: recordOf(account.id) } }
  },
})
const change = (name: string, title: string, past: string, entry: string, work: (context: ActionContext, id: string) => Promise<unknown>) =>
  defineAction({
    name: `registry.${name}`, title, input: AccountInput, ...(name === 'lock-account' ? { unless: [ownAccount] } : {}), allowed: can('registry.administer'),
    run: async ({ id }, context) => {
      const account = await known(context, id)
      if (account.id === context.actor.accountId && name === 'lock-account') throw ownAccount({})
      await work(context, account.id)
      forgetSessions()
      return { result: { id: account.id }, entry: { name: entry, summary: past, record: recordOf(account.id) } }
    },
  })
export const lockAccount = change('lock-account', 'Bloquear una cuenta', 'Se bloqueó una cuenta y se cerraron sus sesiones', 'account-locked', async ({ tx }, id) => {
  await officeStore(tx).setActive(id, false)
  await sessionStore(tx).endAllOf(id)
})
export const unlockAccount = change('unlock-account', 'Desbloquear una cuenta', 'Se desbloqueó una cuenta', 'account-unlocked', ({ tx }, id) => officeStore(tx).setActive(id, true))
export const endSessions = change('end-sessions', 'Cerrar las sesiones de una cuenta', 'Se cerraron las sesiones de una cuenta', 'account-sessions-ended', ({ tx }, id) => sessionStore(tx).endAllOf(id))

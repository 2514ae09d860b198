import { z } from 'zod'
import { defineAction } from '#platform/actions'
import { hashPassword, passwordMatches, weakPassword } from '#platform/identity'
import { passwordNotCurrent, passwordWeak } from '../problems.ts'
import { accountStore, sessionStore } from './account.store.ts'
import { forgetSessions } from './session.ts'

/** Changes the own password; every other session of the account ends. */
export const changePassword = defineAction({
  name: 'identity.change-password',
  title: 'Cambiar mi contraseña',
  input: z.object({ current: z.string().min(1, 'Escriba su contraseña actual').max(200), next: z.string().max(200) }),
  allowed: () => true,
  perMinute: 6,
  // Both hashes cost tens of milliseconds each: outside the transaction, which on the embedded engine would stop everybody.
  prepare: async ({ current, next }, { actor, read }) => {
    const account = await read(({ tx }) => accountStore(tx).byId(actor.accountId))
    if (!account || !(await passwordMatches(account.password_hash, current))) throw passwordNotCurrent({}, { errors: [{ pointer: '/current', message: 'No es la contraseña de esta cuenta' }] })
    const reason = weakPassword(next, actor.name.split(/\s+/))
    if (reason) throw passwordWeak({ reason }, { errors: [{ pointer: '/next', message: reason }] })
    return { compared: account.password_hash, hash: await hashPassword(next) }
  },
  run: async (_input, { tx, actor }, { compared, hash }) => {
    const accounts = accountStore(tx)
    const account = await accounts.byId(actor.accountId)
    // What was compared must still be the password: a reset in between wins.
    if (!account || account.password_hash !== compared) throw passwordNotCurrent({}, { errors: [{ pointer: '/current', message: 'No es la contraseña de esta cuenta' }] })
    await accounts.setPassword(account.id, hash, false)
    await sessionStore(tx).endAllOf(account.id)
    forgetSessions()
    return { result: { signedOut: true }, entry: { name: 'password-changed', summary: 'Cambió su contraseña', record: { kind: 'account', id: account.id } } }
  },
})

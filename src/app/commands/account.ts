import { Problem } from '#kernel'
import { emailLookup, hashPassword, temporaryPassword } from '#platform/identity'
import { accountStore, sessionStore } from '#registry'
import { type Command, say } from './command.ts'
import { communeOf, operator, withSystem } from './open.ts'
import { defineAction, runAction } from '#platform/actions'
import { z } from 'zod'

/** Recovery of an account by whoever runs the machine: a temporary password, told once, and a ledger entry. */
const resetPassword = defineAction({
  name: 'identity.reset-password',
  title: 'Restablecer una contraseña desde la línea de comandos',
  input: z.object({ email: z.string(), passwordHash: z.string() }),
  allowed: (actor) => actor.permissions.has('registry.administer'),
  run: async ({ email, passwordHash }, { tx }) => {
    const account = await accountStore(tx).byEmail(emailLookup(tx.commune, email))
    if (!account) throw new Problem('linea/cuenta', 'absent', 'No existe esa cuenta', 'No hay una cuenta con ese correo en la comuna.', 'Revise el correo y --commune.', undefined)
    await accountStore(tx).setPassword(account.id, passwordHash, true)
    await sessionStore(tx).endAllOf(account.id)
    return { result: { account: account.id }, entry: { name: 'password-reset', summary: 'Se restableció una contraseña desde la línea de comandos', record: { kind: 'account', id: account.id } } }
  },
})

export const account: Command = {
  name: 'account',
  usage: 'account reset CORREO [--commune CÓDIGO]',
  help: 'Da una contraseña temporal a una cuenta bloqueada u olvidada; se cambia al entrar.',
  run: async (given) => {
    const [verb, email] = given.words
    if (verb !== 'reset' || !email) throw new Problem('linea/uso', 'input', 'Falta el correo', 'El comando es: account reset CORREO.', 'Por ejemplo: secplan account reset nombre@municipio.cl', undefined)
    return withSystem(given, async (system) => {
      const commune = await communeOf(system, given)
      const password = temporaryPassword()
      await runAction(system.services, operator(commune), resetPassword, { email, passwordHash: await hashPassword(password) })
      say(`Contraseña temporal: ${password}\nEntréguela en persona. Se pedirá otra al entrar; las sesiones abiertas de esa cuenta terminaron.`)
      return 0
    })
  },
}

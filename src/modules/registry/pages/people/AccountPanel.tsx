import { useState } from 'react'
import { counted } from '#kernel'
import { Button, DefinitionList, Dialog, newId, Notice, ProblemView, Section, StateBadge, useAct } from '#design'
import type { AccountView } from '../../contract.ts'
import { temporaryPassword } from './temporary-password.ts'

/** The account of a person: open it, give a temporary password, lock, unlock and end its sessions. */
export const AccountPanel = ({ personId, email, account }: { personId: string; email: string; account: AccountView | undefined }) => {
  const [told, tell] = useState<string>()
  const options = { refresh: ['registry/list-accounts'] }
  const shown = { ...options, onDone: (_answer: unknown, input: { temporaryPassword: string }) => tell(input.temporaryPassword) }
  const create = useAct<{ id: string; personId: string; temporaryPassword: string }>('registry/create-account', shown)
  const reset = useAct<{ id: string; temporaryPassword: string }>('registry/reset-password', shown)
  const lock = useAct<{ id: string }>('registry/lock-account', { ...options, done: 'Cuenta bloqueada y sesiones cerradas' })
  const unlock = useAct<{ id: string }>('registry/unlock-account', { ...options, done: 'Cuenta desbloqueada' })
  const end = useAct<{ id: string }>('registry/end-sessions', { ...options, done: 'Sesiones cerradas' })
  const problem = [create, reset, lock, unlock, end].find((act) => act.problem)?.problem
  return (
    <Section title="Cuenta">
      {problem && <ProblemView problem={problem} />}
      {account ? (
        <>
          <DefinitionList items={[{ term: 'Estado', value: <StateBadge tone={!account.active ? 'bad' : account.mustChange ? 'warning' : 'good'}>{!account.active ? 'bloqueada' : account.mustChange ? 'debe cambiar su contraseña' : 'activa'}</StateBadge> }, { term: 'Sesiones abiertas', value: counted(Number(account.openSessions), 'sesión', 'sesiones') }]} />
          <div className="actions">
            <Button busy={reset.running} onPress={() => void reset.run({ id: account.id, temporaryPassword: temporaryPassword() })}>Dar una contraseña temporal</Button>
            {account.active ? <Button kind="danger" busy={lock.running} onPress={() => void lock.run({ id: account.id })}>Bloquear</Button> : <Button busy={unlock.running} onPress={() => void unlock.run({ id: account.id })}>Desbloquear</Button>}
            {Number(account.openSessions) > 0 && <Button kind="plain" busy={end.running} onPress={() => void end.run({ id: account.id })}>Cerrar sus sesiones</Button>}
          </div>
        </>
      ) : (
        <><p className="source">No tiene cuenta: no puede entrar al sistema.</p><Button busy={create.running} reason={email ? undefined : 'Anote antes su correo.'} onPress={() => void create.run({ id: newId(), personId, temporaryPassword: temporaryPassword() })}>Abrir una cuenta</Button></>
      )}
      <Dialog title="Contraseña temporal" open={told !== undefined} onClose={() => tell(undefined)} alert actions={<Button kind="primary" onPress={() => tell(undefined)}>Ya la entregué</Button>}>
        <p>Entréguela en persona. Se muestra esta única vez y debe cambiarse al entrar.</p>
        <p style={{ fontSize: 'var(--t-6)', userSelect: 'all' }}><code>{told}</code></p>
        <Notice tone="data" title="El sistema no la guarda">Sólo conserva su huella. Si se pierde, dé otra.</Notice>
      </Dialog>
    </Section>
  )
}

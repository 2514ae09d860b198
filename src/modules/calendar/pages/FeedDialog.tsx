import { useState } from 'react'
import { formatInstant } from '#kernel'
import { Button, ButtonLink, Dialog, newId, ProblemView, TextField, useAct, useApi, useSession, useToasts } from '#design'
import type { FeedView } from '../contract.ts'

/** 32 random bytes in base64url: made here, so that the server only ever keeps its hash. */
const newSecret = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The calendar in one's own phone: a file today, or a secret address that follows every change. */
export const FeedDialog = () => {
  const [open, toggle] = useState(false)
  const [address, show] = useState<string>()
  const { commune } = useSession()
  const { say } = useToasts()
  const feeds = useApi<{ feeds: readonly FeedView[] }>('calendar/feeds', {}, { enabled: open })
  const create = useAct<{ id: string; secret: string }>('calendar/create-feed', { refresh: ['calendar'], onDone: (_answer, { secret }) => show(new URL(`/agenda/${commune?.code ?? ''}.${secret}.ics`, window.location.origin).toString()) })
  const revoke = useAct<{ id: string }>('calendar/revoke-feed', { refresh: ['calendar'], done: 'Dirección anulada: quien la tenga ya no ve nada' })
  const problem = create.problem ?? revoke.problem
  const copy = () => { if (address) navigator.clipboard.writeText(address).then(() => say('Dirección copiada'), () => say('El navegador no permitió copiar: selecciónela y cópiela a mano.')) }
  return (
    <>
      <Button icon="calendar" onPress={() => toggle(true)}>Llevar a mi agenda</Button>
      <Dialog title="Llevar a mi agenda" open={open} onClose={() => { toggle(false); show(undefined) }} wide>
        <p>Descargue los deberes de este año y del próximo, con sus avisos, para abrirlos en Outlook, Google o el teléfono.</p>
        <p><ButtonLink href="/api/agenda" download icon="download">Descargar agenda (.ics)</ButtonLink></p>
        <h3>Dirección que se actualiza sola</h3>
        <p className="soft">Es personal y secreta: quien la tenga ve su agenda sin contraseña. Se muestra una sola vez; si se pierde o se comparte, anúlela y cree otra.</p>
        {address ? <><TextField label="Su dirección" value={address} onChange={() => undefined} /><p><Button icon="copy" onPress={copy}>Copiar</Button></p></> : <p><Button icon="link" busy={create.running} onPress={() => { void create.run({ id: newId(), secret: newSecret() }) }}>Crear una dirección</Button></p>}
        {problem && <ProblemView problem={problem} />}
        {(feeds.data?.feeds.length ?? 0) > 0 && <ul className="plain-list">{feeds.data?.feeds.map((feed) => <li key={feed.id} className="readiness"><span>Creada el {formatInstant(feed.createdAt)}</span> <Button kind="danger" size="compact" onPress={() => { show(undefined); void revoke.run({ id: feed.id }) }}>Anular</Button></li>)}</ul>}
      </Dialog>
    </>
  )
}

import { useState } from 'react'
import { formatInstant } from '#kernel'
import { Button, Dialog, EmptyState, ProblemView, ThinLoader, useApi } from '#design'
import { messageTitle, type MessageView, type UnitLine } from '../../contract.ts'

const List = ({ requestId }: { requestId: string }) => {
  const { data, problem } = useApi<{ messages: readonly MessageView[] }>('requests/list-messages', { id: requestId })
  if (problem) return <ProblemView problem={problem} />
  if (!data) return <ThinLoader active label="Leyendo los mensajes" />
  if (data.messages.length === 0) return <EmptyState title="Sin mensajes" />
  return (
    <ul className="plain-list messages">
      {data.messages.map((one) => (
        <li key={one.id}>
          <details>
            <summary>{one.subject}</summary>
            <div className="hand-text" tabIndex={0} role="region" aria-label={`Texto: ${one.subject}`}>{one.body}</div>
          </details>
          <p className="small soft">A: {one.addressee}. {messageTitle[one.state]}{one.leftAt ? ` el ${formatInstant(one.leftAt)}` : `, escrito el ${formatInstant(one.madeAt)}`}{one.problem && `: ${one.problem}`}</p>
        </li>
      ))}
    </ul>
  )
}

/** The outbox of one unit: every message as it was written, with what became of it. */
export const Messages = ({ unit }: { unit: UnitLine }) => {
  const [open, toggle] = useState(false)
  return (
    <>
      <Button kind="plain" size="compact" onPress={() => toggle(true)}>Ver mensajes<span className="visually-hidden"> de {unit.unitName}</span></Button>
      <Dialog title={`Mensajes a ${unit.unitName}`} wide open={open} onClose={() => toggle(false)}>{open && <List requestId={unit.id} />}</Dialog>
    </>
  )
}

import { useState } from 'react'
import { formatDay } from '#kernel'
import { api, type ApiProblem, Button, Dialog, ProblemView, toProblem, useToasts } from '#design'
import type { HandedOver, UnitLine } from '../../contract.ts'

const saveEml = ({ eml, subject }: HandedOver) => {
  const href = URL.createObjectURL(new Blob([eml], { type: 'message/rfc822' }))
  Object.assign(document.createElement('a'), { href, download: `${subject.replace(/[\\/:*?"<>|]+/g, ' ').slice(0, 80)}.eml` }).click()
  URL.revokeObjectURL(href)
}
const CODE = /^<svg[\s\S]*<\/svg>$/

/** The message with a new link, for who has no mail server: to copy, to open in a mail program, or to show. */
export const HandOver = ({ unit, onDone }: { unit: UnitLine; onDone: () => void }) => {
  const toasts = useToasts()
  const [state, set] = useState<{ busy?: boolean; problem?: ApiProblem; given?: HandedOver }>({})
  const { given } = state
  const make = () => {
    set({ busy: true })
    api.act<HandedOver>('requests/hand-over', { requestId: unit.id }).then(({ result }) => { set({ given: result }); onDone() }, (error: unknown) => set({ problem: toProblem(error) }))
  }
  const copy = (text: string, said: string) => { navigator.clipboard.writeText(text).then(() => toasts.say(said), () => toasts.say('El navegador no dejó copiar; seleccione el texto y cópielo a mano')) }
  return (
    <>
      <Button kind="plain" size="compact" icon="link" busy={state.busy} onPress={make}>Entregar enlace</Button>
      <Dialog title={`Enlace para ${unit.unitName}`} wide open={given !== undefined || state.problem !== undefined} onClose={() => set({})}>
        {state.problem && <ProblemView problem={state.problem} />}
        {given && (
          <>
            <p className="soft">De un uso, hasta el {formatDay(given.expiresOn)}. No queda guardado: si lo cierra, entregue otro. El correo lleva la planilla adjunta. Va dirigido a: {unit.addressee.post}{given.to ? ` (${given.to})` : ''}.</p>
            <div className="actions"><Button icon="copy" onPress={() => copy(given.text, 'Mensaje copiado')}>Copiar el mensaje</Button><Button icon="link" onPress={() => copy(given.link, 'Enlace copiado')}>Copiar sólo el enlace</Button><Button icon="download" onPress={() => saveEml(given)}>Bajar como correo (.eml)</Button></div>
            <div className="pair"><div className="hand-qr">{CODE.test(given.qr) && <img alt={`Código QR del enlace para ${unit.unitName}`} width="220" height="220" src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(given.qr)}`} />}</div><div className="hand-text" tabIndex={0} role="region" aria-label="Texto del mensaje">{given.text}</div></div>
          </>
        )}
      </Dialog>
    </>
  )
}

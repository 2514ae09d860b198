import { counted, type Day, enumerate, formatDay } from '#kernel'
import { Button, ButtonLink, DataTable, DateField, EmptyState, FigureRow, FormDialog, Notice, PageTitle, PrintButton, PrintFoot, ProblemView, Seal, StateBadge, TextField, ThinLoader, useAct, useApi, useMay, usePageName, useRouteParam, type TableColumn } from '#design'
import { type CampaignAnswer, messageTitle, requestStateTitle, type UnitLine } from '../contract.ts'
import { campaignsHref } from '../hrefs.ts'
import { Messages } from './board/Messages.tsx'
import { UnitActions } from './board/UnitActions.tsx'
import './requests.css'
import { stateTone } from './state-tone.ts'
import { useWorkDates } from './use-work-dates.ts'

const dayText = (unit: UnitLine): string => (unit.submittedOn ? `${formatDay(unit.submittedOn)}${unit.lateDays > 0 ? `, ${counted(unit.lateDays, 'día hábil tarde', 'días hábiles tarde')}` : ''}` : unit.state === 'silent' ? `sin respuesta hace ${counted(unit.lateDays, 'día hábil', 'días hábiles')}` : '')
const progress = ({ items, sent, accepted, returned, noNews }: UnitLine): string => [`${sent + accepted} de ${items}`, returned > 0 ? counted(returned, 'devuelta', 'devueltas') : '', noNews > 0 ? `${noNews} sin novedad` : ''].filter(Boolean).join(', ')

const Message = ({ unit, mail, mayManage, onDone }: { unit: UnitLine; mail: boolean; mayManage: boolean; onDone: () => void }) => {
  const act = useAct<{ id: string }>('requests/retry-message', { refresh: ['requests'], done: 'El mensaje vuelve a la cola', onDone })
  const { message } = unit
  if (!message) return <span className="faint">–</span>
  return <>{messageTitle[message.state]}{message.problem && <><br /><small className="soft">{message.problem}</small></>}{mail && mayManage && message.state === 'failed' && <Button kind="plain" size="compact" busy={act.running} onPress={() => void act.run({ id: message.id })}>Reintentar</Button>}{mayManage && <><br /><Messages unit={unit} /></>}</>
}
const columns = (mail: boolean, mayManage: boolean, again: () => void): readonly TableColumn<UnitLine>[] => [
  { key: 'unit', title: 'Unidad', width: '24%', text: ({ unitName }) => unitName },
  { key: 'post', title: 'Se dirige a', text: ({ addressee }) => `${addressee.post}${addressee.absentPost ? `, por ausencia de ${addressee.absentPost}` : ''}`, render: ({ addressee }) => <>{addressee.post}{addressee.absentPost && <><br /><small className="soft">por ausencia de {addressee.absentPost}</small></>}{addressee.name && <><br /><small className="soft no-print">{addressee.name}</small></>}</> },
  { key: 'state', title: 'Estado', text: ({ state }) => requestStateTitle[state], render: ({ state, reopened }) => <StateBadge tone={stateTone[state]}>{requestStateTitle[state]}{reopened ? ', reabierta' : ''}</StateBadge> },
  { key: 'progress', title: 'Respuestas', text: progress, number: ({ sent, accepted }) => sent + accepted },
  { key: 'on', title: 'Respondió', text: dayText },
  { key: 'message', title: 'Mensaje', sortable: false, text: ({ message }) => (message ? (messageTitle[message.state] ?? '') : ''), render: (unit) => <Message unit={unit} mail={mail} mayManage={mayManage} onDone={again} /> },
  { key: 'do', title: 'Acciones', sortable: false, text: () => '', render: (unit) => <UnitActions unit={unit} mayManage={mayManage} onDone={again} /> },
]
const Close = ({ id, version, pending }: { id: string; version: number; pending: number }) => (
  <FormDialog<object, unknown> button="Cerrar la campaña" title="Cerrar la campaña" action="requests/close-campaign" refresh={['requests']} done="Campaña cerrada" submit="Cerrar" start={() => ({})} input={() => ({ id, version })}>
    {() => <p>{pending > 0 ? `${counted(pending, 'unidad no ha enviado todo y quedará', 'unidades no han enviado todo y quedarán')} sin poder responder.` : 'Todas las unidades enviaron lo suyo.'} Los enlaces dejan de servir; lo guardado en borrador se conserva por si reabre.</p>}
  </FormDialog>
)
const MoveDue = ({ id, version, dueOn }: { id: string; version: number; dueOn: Day }) => (
  <FormDialog<{ dueOn: Day | null; reason: string }, unknown> button="Cambiar el plazo" title="Cambiar el plazo" action="requests/move-due" refresh={['requests']} done="Plazo cambiado" submit="Cambiar" start={() => ({ dueOn, reason: '' })} input={(values) => ({ id, version, dueOn: values.dueOn ?? '', reason: values.reason })}>
    {({ values, set, error }) => <><DateField name="dueOn" label="Vence el" value={values.dueOn} onChange={(next) => set({ dueOn: next })} error={error('dueOn')} required /><TextField name="reason" label="Motivo" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required /></>}
  </FormDialog>
)

/** The board of a campaign: every unit with its state, and who keeps silent, by unit and post. */
const CampaignPage = () => {
  const id = useRouteParam('id')
  const { effectiveOn, knownOn } = useWorkDates()
  const mayManage = useMay('requests.manage')
  const { data, problem, again } = useApi<CampaignAnswer>('requests/show-campaign', { id, effectiveOn, knownOn })
  const send = useAct<object>('requests/send-messages', { refresh: ['requests'], done: 'Los mensajes están saliendo' })
  usePageName(data?.campaign.title, [{ title: 'Solicitudes de actualización', href: campaignsHref }])
  if (problem) return <><PageTitle title="Campaña" /><ProblemView problem={problem} /></>
  if (!data) return <ThinLoader active label="Abriendo la campaña" />
  const { campaign, units, figures, mail } = data
  const silent = units.filter(({ state }) => state === 'silent')
  const pending = units.filter(({ sent, accepted, items }) => sent + accepted < items).length
  const open = campaign.state === 'open'
  return (
    <>
      <PageTitle title={campaign.title} above={<><span>{campaign.periodTitle}</span> <Seal tone={open ? 'data' : 'neutral'}>{open ? 'abierta' : `cerrada el ${campaign.closedOn ? formatDay(campaign.closedOn) : ''}`}</Seal></>} lead={`${counted(campaign.items, 'cosa pedida', 'cosas pedidas')} a ${counted(campaign.units, 'unidad', 'unidades')} el ${formatDay(campaign.opensOn)}; ${effectiveOn > campaign.dueOn ? 'venció' : 'vence'} el ${formatDay(campaign.dueOn)}.${open && campaign.reminders.length > 0 ? ` Recordatorios: ${enumerate(campaign.reminders.map(formatDay))}.` : ''}`}
        actions={<><PrintButton />{mayManage && open && <><MoveDue id={id} version={campaign.version} dueOn={campaign.dueOn} /><Close id={id} version={campaign.version} pending={pending} /></>}</>} />
      <FigureRow label="Respuestas en cifras" items={[{ label: 'Unidades en silencio', figure: figures.silence }, { label: 'Respondieron en plazo', figure: figures.onTime }, { label: 'Datos respondidos', figure: figures.answered }]} />
      <div className="board-notices">
      {silent.length > 0 && <Notice tone="warning" title={silent.length === 1 ? 'Una unidad guarda silencio' : `${silent.length} unidades guardan silencio`}><p>{enumerate(silent.map(({ unitName, addressee }) => `${unitName} (${addressee.post})`))}.</p></Notice>}
      {mayManage && open && !mail && <Notice tone="data" title="No hay servidor de correo configurado"><p>Entregue los enlaces a mano: cada uno se copia, se baja como correo o se muestra en QR. Informática puede configurarlo con SECPLAN_SMTP.</p></Notice>}
      </div>
      <DataTable<UnitLine> caption="Unidades" hideCaption sort="page" phone="lines" rows={units} rowKey={({ id: unit }) => unit} columns={columns(mail, mayManage, again)} landscape source="solicitudes y respuestas registradas en el sistema" notes={['El silencio se informa por unidad y cargo. «Sin novedad» es una respuesta. El atraso se cuenta en días hábiles desde el vencimiento.']}
        empty={<EmptyState title="La campaña no pide nada" actions={<ButtonLink href={campaignsHref}>Volver</ButtonLink>} />} />
      {mayManage && open && mail && <Button busy={send.running} onPress={() => void send.run({})}>Enviar los mensajes que esperan</Button>}
      <PrintFoot text={`${campaign.title}. Hechos al ${formatDay(effectiveOn)}; conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default CampaignPage

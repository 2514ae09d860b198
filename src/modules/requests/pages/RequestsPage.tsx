import { counted, formatDay, formatPercent } from '#kernel'
import { ButtonLink, DataTable, EmptyState, PageTitle, PrintButton, PrintFoot, Section, StateBadge, useApi, useMay } from '#design'
import { type CampaignLine, type CampaignList, type MineView, requestStateTitle } from '../contract.ts'
import { campaignHref, requestHref } from '../hrefs.ts'
import { stateTone } from './state-tone.ts'
import { useWorkDates } from './use-work-dates.ts'

const Mine = ({ rows }: { rows: readonly MineView[] }) => (
  <DataTable<MineView> caption="Lo que debe su unidad" hideCaption sort="page" phone="lines" rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => requestHref(id)}
    empty={<EmptyState title="Nada pendiente">Cuando la SECPLA pida algo a su unidad aparecerá aquí y en «Mi trabajo».</EmptyState>}
    columns={[
      { key: 'title', title: 'Solicitud', width: '36%', text: ({ title }) => title }, { key: 'period', title: 'Período', text: ({ periodTitle }) => periodTitle }, { key: 'unit', title: 'Unidad', text: ({ unitName }) => unitName },
      { key: 'due', title: 'Vence', text: ({ dueOn }) => formatDay(dueOn) }, { key: 'pending', title: 'Por responder', align: 'right', text: ({ pending, items }) => `${pending} de ${items}`, number: ({ pending }) => pending },
      { key: 'state', title: 'Estado', text: ({ state, locked }) => (locked && state !== 'done' && state !== 'sent' ? `${requestStateTitle[state]}, cerrada` : requestStateTitle[state]), render: ({ state, locked }) => <StateBadge tone={stateTone[state]}>{requestStateTitle[state]}{locked && state !== 'done' && state !== 'sent' ? ', cerrada' : ''}</StateBadge> },
    ]} />
)
const Campaigns = ({ rows, loading, mayManage }: { rows?: readonly CampaignLine[]; loading: boolean; mayManage: boolean }) => (
  <DataTable<CampaignLine> caption="Campañas" hideCaption sort="page" phone="lines" loading={loading} rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => campaignHref(id)} source="solicitudes y respuestas registradas en el sistema"
    notes={['Silencio: unidades con el plazo vencido que no enviaron nada, ni siquiera «sin novedad».']}
    empty={<EmptyState title="Aún no hay campañas" actions={mayManage ? <ButtonLink kind="primary" href="/rendir/solicitudes/nueva">Nueva campaña</ButtonLink> : undefined}>Una campaña pide a cada unidad lo que falta de un período, según los registros.</EmptyState>}
    columns={[
      { key: 'title', title: 'Campaña', width: '34%', text: ({ title }) => title }, { key: 'period', title: 'Período', text: ({ periodTitle }) => periodTitle }, { key: 'opened', title: 'Abierta', text: ({ opensOn }) => formatDay(opensOn) }, { key: 'due', title: 'Vence', text: ({ dueOn }) => formatDay(dueOn) },
      { key: 'units', title: 'Unidades', align: 'right', text: ({ units }) => String(units), number: ({ units }) => units }, { key: 'answered', title: 'Respondieron', align: 'right', text: ({ answered, units }) => `${answered}${units > 0 ? ` (${formatPercent(answered / units, 0)})` : ''}`, number: ({ answered }) => answered },
      { key: 'silent', title: 'En silencio', align: 'right', text: ({ silent }) => String(silent), number: ({ silent }) => silent },
      { key: 'state', title: 'Estado', text: ({ state, closedOn }) => (state === 'open' ? 'abierta' : `cerrada el ${closedOn ? formatDay(closedOn) : ''}`), render: ({ state }) => <StateBadge tone={state === 'open' ? 'data' : 'neutral'}>{state === 'open' ? 'abierta' : 'cerrada'}</StateBadge> },
    ]} />
)

/** What my unit owes first; then, for who follows them, the campaigns. */
const RequestsPage = () => {
  const { effectiveOn, knownOn } = useWorkDates()
  const follows = useMay('requests.read')
  const answers = useMay('requests.answer')
  const { data, loading } = useApi<CampaignList>('requests/list-campaigns', { effectiveOn, knownOn })
  const owed = data?.mine.filter(({ pending, locked }) => pending > 0 && !locked).length ?? 0
  return (
    <>
      <PageTitle title="Solicitudes de actualización" lead={data && (owed > 0 ? `Su unidad debe ${counted(owed, 'respuesta', 'respuestas')}.` : follows ? `${counted(data.campaigns.length, 'campaña', 'campañas')} al ${formatDay(effectiveOn)}.` : 'Su unidad está al día.')}
        actions={<><PrintButton />{data?.mayManage && <><ButtonLink href="/rendir/solicitudes/costumbres">Plazos y recordatorios</ButtonLink><ButtonLink href="/rendir/solicitudes/ausencias">Ausencias</ButtonLink><ButtonLink kind="primary" icon="add" href="/rendir/solicitudes/nueva">Nueva campaña</ButtonLink></>}</>} />
      {answers && (data?.mine.length ?? 0) > 0 && <Section title="Lo que debe su unidad"><Mine rows={data?.mine ?? []} /></Section>}
      {answers && !follows && data?.mine.length === 0 && <Mine rows={[]} />}
      {follows && <Section title="Campañas"><Campaigns rows={data?.campaigns} loading={loading} mayManage={data?.mayManage ?? false} /></Section>}
      <PrintFoot text={`Solicitudes de actualización. Hechos al ${formatDay(effectiveOn)}; conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default RequestsPage

import { formatDay, formatPesos } from '#kernel'
import { DataTable, Section, StateBadge, type TableColumn, type Tone } from '#design'
import type { CertificateState, CertificateView } from '../../answers.ts'

export const certificateTones: Readonly<Record<CertificateState, Tone>> = { requested: 'warning', issued: 'good', refused: 'bad', released: 'neutral' }
const columns: readonly TableColumn<CertificateView>[] = [
  { key: 'number', title: 'N.º', text: ({ number }) => number || 'sin número' },
  { key: 'purpose', title: 'Para qué', text: ({ purpose }) => purpose },
  { key: 'state', title: 'Estado', text: ({ stateTitle }) => stateTitle, render: ({ state, stateTitle }) => <StateBadge tone={certificateTones[state]}>{stateTitle}</StateBadge> },
  { key: 'on', title: 'Pedido', text: ({ requestedOn, requestedBy }) => `${formatDay(requestedOn)}, ${requestedBy}` },
  { key: 'amount', title: 'Monto', align: 'right', number: ({ amount }) => amount, text: ({ amount }) => formatPesos(amount) },
]
/** Certificates asked and issued on a line. */
export const LineCertificates = ({ certificates, line }: { certificates: readonly CertificateView[]; line: string }) => (
  <Section title="Certificados de disponibilidad" aside={<a href={`/presupuestar/registrar?paso=certificado&linea=${line}`}>Pedir uno</a>}>
    {certificates.length === 0 ? <p className="source">Aún no se ha pedido ninguno en esta línea.</p> : <DataTable caption="Certificados de disponibilidad de la línea" hideCaption columns={columns} rows={certificates} rowKey={({ id }) => id} sort="none" phone="lines" />}
  </Section>
)

import { useState } from 'react'
import { formatDay, formatPesos } from '#kernel'
import { Button, DataTable, EmptyState, Fields, Form, FormActions, type FormMistake, NumberField, ProblemView, Section, StateBadge, type TableColumn, TextField, useAct, useAddressParam, useApi, useMay } from '#design'
import type { CertificateView } from '../../answers.ts'
import { certificateTones } from '../lines/LineCertificates.tsx'
import { LinePicker, lineText, useLine } from '../parts/LinePicker.tsx'
import { useYear } from '../parts/YearChoice.tsx'
import { SettleCertificate } from './SettleCertificate.tsx'

const columns: readonly TableColumn<CertificateView>[] = [
  { key: 'number', title: 'N.º', text: ({ number }) => number || 'sin número' },
  { key: 'line', title: 'Línea', text: ({ account, name }) => `${account} ${name}`, render: ({ line, account, name }) => <a href={`/presupuestar/lineas/${line}`}>{account} {name}</a> },
  { key: 'purpose', title: 'Para qué', text: ({ purpose, reason }) => [purpose, reason].filter(Boolean).join('. ') },
  { key: 'state', title: 'Estado', text: ({ stateTitle }) => stateTitle, render: ({ state, stateTitle }) => <StateBadge tone={certificateTones[state]}>{stateTitle}</StateBadge> },
  { key: 'asked', title: 'Pidió', text: ({ requestedBy, requestedOn }) => `${requestedBy}, ${formatDay(requestedOn)}` },
  { key: 'issued', title: 'Emitió', text: ({ issuedBy, issuedOn }) => (issuedBy ? `${issuedBy}${issuedOn ? `, ${formatDay(issuedOn)}` : ''}` : '') },
  { key: 'amount', title: 'Monto', align: 'right', number: ({ amount }) => amount, text: ({ amount }) => formatPesos(amount) },
  { key: 'act', title: 'Decidir', text: () => '', sortable: false, render: (row) => <SettleCertificate certificate={row} /> },
]

/** Certificates of available budget: asked here by one person and issued by another. */
export const Certificates = ({ line: lineId }: { line: string }) => {
  const { year } = useYear()
  const [, chooseLine] = useAddressParam('linea')
  const mayAsk = useMay('evidence.attach')
  const found = useLine(lineId, year)
  const line = found?.kind === 'expenditure' ? found : undefined
  const [amount, setAmount] = useState<number | null>(null)
  const [purpose, write] = useState('')
  const { data, problem: listProblem, loading } = useApi<{ certificates: readonly CertificateView[] }>('budget/list-certificates', { year })
  const { run, running, problem } = useAct<{ line: string; amount: number; purpose: string }>('budget/request-certificate', { refresh: ['budget'], done: 'Certificado pedido; lo emite otra persona de Finanzas', onDone: () => { setAmount(null); write('') } })
  const mistakes: FormMistake[] = problem?.body.errors?.map(({ pointer, message }) => ({ field: pointer.replace(/^\//, ''), message })) ?? []
  return (
    <>
      {mayAsk ? (
        <Form label="Pedir un certificado" mistakes={mistakes} onSubmit={() => void run({ line: lineId, amount: amount ?? 0, purpose })}>
          <LinePicker label="Línea de gasto" name="line" year={year} kind="expenditure" value={line ? lineId : ''} onChange={(id) => chooseLine(id || undefined)} error={problem?.field('line')} />
          {line && <p className="room" role="status">{lineText(line)} · vigente {formatPesos(line.adjusted)} · <b>{formatPesos(line.room.precommitment)}</b> disponibles</p>}
          <Fields columns={2}>
            <NumberField label="Monto" name="amount" value={amount} onChange={setAmount} minimum={1} error={problem?.field('amount')} />
            <TextField label="Para qué" name="purpose" value={purpose} onChange={write} error={problem?.field('purpose')} maxLength={300} />
          </Fields>
          {problem && mistakes.length === 0 && <ProblemView problem={problem} />}
          <FormActions><Button kind="primary" type="submit" busy={running} disabled={!line} reason={line ? undefined : 'Elija antes la línea.'}>Pedir el certificado</Button></FormActions>
        </Form>
      ) : <EmptyState title="Usted no pide certificados">Los pide la unidad que va a comprar y los emite Administración y Finanzas.</EmptyState>}
      <Section title={`Certificados de ${year}`} aside={data?.certificates.length}>
        <DataTable caption={`Certificados de disponibilidad de ${year}`} hideCaption columns={columns} rows={data?.certificates} rowKey={({ id }) => id} loading={loading} problem={listProblem} phone="lines"
          empty={<EmptyState title="Aún no se ha pedido ninguno">El certificado reserva el monto en su línea antes de comprar. Pídalo arriba.</EmptyState>} />
      </Section>
    </>
  )
}

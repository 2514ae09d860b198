import { formatDay, formatInstant, formatNumber } from '#kernel'
import { ButtonLink, DataTable, EmptyState, FigureButton, Notice, Section, Select, type TableColumn, useAddressParam } from '#design'
import type { ChangedFigure, ReportView } from '../contract.ts'
import { reportHref, useDifferences } from './report-data.ts'

const columns: readonly TableColumn<ChangedFigure>[] = [
  { key: 'title', title: 'Cifra', text: ({ title }) => title, render: ({ title, places }) => <><b>{title}</b>{places.length > 0 && <small className="locator-plain">{places.join('; ')}</small>}</> },
  { key: 'before', title: 'Decía', align: 'right', text: ({ before }) => before, render: ({ before }) => <del className="old-value">{before}</del>, sortable: false },
  { key: 'now', title: 'Dice hoy', align: 'right', text: ({ now }) => now, render: ({ now, figure }) => (figure ? <FigureButton figure={figure} changed /> : now), sortable: false },
  {
    key: 'why', title: 'Asientos que lo explican', sortable: false, text: ({ entries }) => entries.map(({ summary, text }) => `${summary}: ${text}`).join('; '),
    render: ({ entries }) => entries.length === 0 ? <span className="faint">– se cargaron muchos asientos a la vez</span> : <ul className="explained">{entries.map((entry) => <li key={entry.seq}><span className="faint">{formatInstant(entry.at)} · asiento {formatNumber(entry.seq)}</span><br />{entry.summary}{entry.text && <>: quedó en <b>{entry.text}</b></>}</li>)}</ul>,
  },
]

/** What an edition said and what its recipes say today, with the entries of the ledger that moved each figure. The edition stays as it was issued. */
export const Differences = ({ view }: { view: ReportView }) => {
  const [text, choose] = useAddressParam('edicion_comparada', String(view.editions[0]?.number ?? 0))
  const { data, problem, loading } = useDifferences(view.report.id, Number(text))
  const back = <ButtonLink kind="plain" size="compact" icon="left" href={reportHref(view.report.id)}>Volver al taller</ButtonLink>
  if (view.editions.length === 0) return <Section title="Diferencias desde la emisión" aside={back}><EmptyState title="Aún no se emite ninguna edición"><p>Cuando se emita, aquí se verá cada cifra que haya cambiado después, con el asiento que lo explica.</p></EmptyState></Section>
  return (
    <Section title="Diferencias desde la emisión" aside={back}>
      {view.editions.length > 1 && <div className="edition-choice"><Select label="Edición" value={text} onChange={choose} choices={view.editions.map(({ number, issuedOn }) => ({ value: String(number), title: `Edición ${number}`, note: formatDay(issuedOn) }))} /></div>}
      {data && data.changed.length === 0 && <Notice tone="good" title={`Ninguna de las ${formatNumber(data.compared)} cifras ha cambiado`}><p>Desde el {formatDay(data.issuedOn)} la contabilidad de lo informado se mantiene.</p></Notice>}
      {data && data.unknown.length > 0 && <Notice tone="warning" title="Hay cifras que ya no pueden calcularse"><p>{data.unknown.join('; ')}.</p></Notice>}
      {(!data || data.changed.length > 0) && <DataTable caption={data ? `${formatNumber(data.changed.length)} de ${formatNumber(data.compared)} cifras dicen otra cosa` : 'Cifras que cambiaron'} subtitle={data && `Edición ${data.edition}, emitida el ${formatDay(data.issuedOn)}, frente a lo conocido hoy`} columns={columns} rows={data?.changed} rowKey={({ key }) => key} loading={loading} problem={problem} phone="lines" source="libro de asientos de Secplan" />}
    </Section>
  )
}

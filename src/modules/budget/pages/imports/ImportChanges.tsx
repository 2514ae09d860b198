import { formatNumber, formatPesos, sortKey } from '#kernel'
import { useState } from 'react'
import { DataTable, FigureRow, JobProgress, Section, Segmented, StateBadge, type TableColumn, TextField, ThinLoader, useAddressParam } from '#design'
import type { PreviewAnswer } from '../../answers.ts'
import { phaseText } from './field-choices.ts'
import type { ImportDraftState } from './use-import-draft.ts'

type Row = PreviewAnswer['rows']['new'][number]
const told = (row: Row): string =>
  row.status === 'rejected' ? row.reasons.join(' ')
    : row.status === 'changed' ? row.changes.map(({ phase, before, after }) => `${phaseText(phase)}: ${formatPesos(before)} → ${formatPesos(after)}`).join('; ')
      : Object.entries(row.amounts).filter(([, amount]) => amount).map(([phase, amount]) => `${phaseText(phase)} ${formatPesos(amount)}`).join('; ')
const Told = ({ row }: { row: Row }) => row.status !== 'changed' ? <>{told(row)}</> : (
  <ul className="plain-list">{row.changes.map(({ phase, before, after }) => <li key={phase}>{phaseText(phase)}: de <del>{formatPesos(before)}</del> a <ins>{formatPesos(after)}</ins></li>)}</ul>
)
const columns: readonly TableColumn<Row>[] = [
  { key: 'row', title: 'Fila', align: 'right', number: ({ row }) => row + 1, text: ({ row }) => String(row + 1) },
  { key: 'account', title: 'Cuenta', text: ({ account, name, area, programme }) => [account.replace(/(-0+)+$/, ''), name, area && `área ${area}`, programme && `programa ${programme}`].filter(Boolean).join(' ') },
  { key: 'change', title: 'Qué cambia', text: told, render: (row) => <Told row={row} />, sortable: false },
]
const MOST = 40

/** What would change if it were loaded: how many, and each one old → new. */
export const ImportChanges = ({ state }: { state: ImportDraftState }) => {
  const { preview, previewing, previewJob } = state
  const [asked, choose] = useAddressParam('ver')
  const [text, type] = useState('')
  const usual = !preview || preview.counts.changed > 0 || preview.counts.new === 0 ? 'cambian' : 'nuevas'
  const which = asked || usual
  const status = which === 'nuevas' ? 'new' : which === 'rechazadas' ? 'rejected' : 'changed'
  const rows = preview?.rows[status] ?? []
  const words = sortKey(text).split(/\s+/).filter(Boolean)
  const found = rows.filter((row) => { const key = sortKey(`${row.account} ${row.name} ${row.programme}`); return words.every((word) => key.includes(word)) })
  const counts = preview?.counts
  return (
    <Section title="Qué cambiará" aside={counts && counts.missing > 0 ? `${formatNumber(counts.missing)} ya no vienen` : 'contra lo cargado'}>
      {previewing && !preview && <JobProgress job={previewing} />}
      {previewJob?.state === 'failed' && <JobProgress job={previewJob} />}
      <ThinLoader active={Boolean(previewing)} label="Revisando la hoja" />
      {counts && (
        <>
          <FigureRow label="Filas de la carga" items={[
            { label: 'nuevas', state: <StateBadge tone="good">nuevas</StateBadge>, text: formatNumber(counts.new) }, { label: 'cambian', state: <StateBadge tone="data">cambian</StateBadge>, text: formatNumber(counts.changed) },
            { label: 'iguales', state: <StateBadge tone="neutral">iguales</StateBadge>, text: formatNumber(counts.equal) }, { label: 'rechazadas', state: <StateBadge tone={counts.rejected ? 'bad' : 'neutral'}>rechazadas</StateBadge>, text: formatNumber(counts.rejected) },
          ]} />
          <div className="toolbar">
            <Segmented label="Filas que se ven" value={which} onChange={choose} choices={[{ value: 'cambian', title: 'Cambian' }, { value: 'nuevas', title: 'Nuevas' }, { value: 'rechazadas', title: 'Rechazadas' }]} />
          </div>
          <TextField label="Buscar en estas filas" type="search" value={text} onChange={type} />
          <DataTable caption={`Filas ${which}`} hideCaption columns={columns} rows={found.slice(0, MOST)} rowKey={({ row }) => String(row)} sortParam="ordencambios" phone="lines"
            empty={<p className="source">{text ? 'Ninguna fila coincide con lo buscado.' : which === 'cambian' ? 'Ninguna fila cambia lo ya cargado.' : `No hay filas ${which}.`}</p>}
            notes={found.length > MOST ? [`Se ven ${MOST} de ${formatNumber(found.length)}; busque por código o nombre para ver las demás.`] : []} />
        </>
      )}
    </Section>
  )
}

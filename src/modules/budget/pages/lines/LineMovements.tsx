import { formatDay, formatInstant, formatPesos } from '#kernel'
import { api, Chip, DataTable, EmptyState, Pagination, PlaceLink, Section, type TableColumn, useAddressParam, useApi, useAsOf, useFilters, usePage } from '#design'
import type { LedgerPhase, MovementList, MovementView } from '../../answers.ts'
import { UndoMovement } from './UndoMovement.tsx'

const phaseNames: Readonly<Record<LedgerPhase, string>> = { initial: 'Inicial', modification: 'Modificación', precommitment: 'Preobligado', commitment: 'Obligado', accrual: 'Devengado', payment: 'Pagado', collection: 'Percibido' }

const columns: readonly TableColumn<MovementView>[] = [
  { key: 'on', title: 'Fecha', text: ({ on }) => formatDay(on), render: ({ on }) => <span className="nowrap">{formatDay(on)}</span>, sortable: false },
  { key: 'phase', title: 'Fase', text: ({ phaseTitle, reversal }) => `${phaseTitle}${reversal ? ', reverso' : ''}`, sortable: false },
  { key: 'document', title: 'Documento', text: ({ document, locator }) => [document, locator].filter(Boolean).join(' · '), sortable: false,
    render: ({ document, href, locator, fileHash }) => <>{href ? <PlaceLink href={href}>{document}</PlaceLink> : fileHash ? <a href={api.file(fileHash)} download>{document}</a> : document}{locator && <small className="soft"> {locator}</small>}</> },
  { key: 'text', title: 'Detalle', text: ({ text, supplier }) => [text, supplier].filter(Boolean).join(' · '), sortable: false, render: ({ text, supplier }) => <>{text || '–'}{supplier && <small className="soft"> {supplier}</small>}</> },
  { key: 'known', title: 'Conocido', text: ({ recordedAt }) => formatInstant(recordedAt), render: ({ recordedAt }) => <span className="nowrap">{formatInstant(recordedAt).slice(0, 10)}</span>, sortable: false },
  { key: 'amount', title: 'Monto', align: 'right', number: ({ amount }) => amount, text: ({ amount }) => formatPesos(amount), sortable: false },
  { key: 'undo', title: 'Deshacer', text: () => '', sortable: false, render: (row) => <UndoMovement row={row} /> },
]

/** Movements of a line, newest first: by phase, with paging. Phase and page stay in the address. */
export const LineMovements = ({ id, phases, year }: { id: string; phases: Readonly<Partial<Record<LedgerPhase, number>>>; year: number }) => {
  const { effectiveOn, knownOn } = useAsOf()
  const { values, change } = useFilters(['fase'] as const)
  const [text] = useAddressParam('texto')
  const [page, turn] = usePage()
  const phase = (Object.keys(phaseNames) as LedgerPhase[]).find((one) => one === values.fase)
  const { data, problem, loading } = useApi<MovementList>('budget/list-movements', { line: id, phase, text, page, size: 25, effectiveOn, knownOn })
  return (
    <Section title="Movimientos" aside={data && `${data.total} hasta el ${formatDay(effectiveOn)}`}>
      <div className="toolbar no-print">
        <div className="chips" role="group" aria-label="Fase">
          <Chip pressed={!phase} onPress={() => change({ fase: undefined })}>Todas</Chip>
          {(Object.keys(phases) as LedgerPhase[]).map((one) => <Chip key={one} pressed={phase === one} onPress={() => change({ fase: phase === one ? undefined : one })}>{phaseNames[one]}</Chip>)}
        </div>
      </div>
      <DataTable caption={`Movimientos de la línea, ${year}`} subtitle="Del más nuevo al más antiguo, pesos" hideCaption columns={columns} rows={data?.rows} rowKey={({ id: key }) => key} sort="none" phone="lines" loading={loading} problem={problem}
        empty={<EmptyState title="Sin movimientos">{phase ? `No hay hechos de la fase «${phaseNames[phase]}» hasta esa fecha.` : 'Nada se ha registrado en esta línea hasta esa fecha.'}</EmptyState>} />
      {data && data.pages > 1 && <Pagination page={data.page} pages={data.pages} total={data.total} onPage={turn} label="Páginas de movimientos" />}
    </Section>
  )
}

import { formatDay } from '#kernel'
import { DataTable, EmptyState, Fields, FormDialog, NumberField, PageTitle, PrintButton, PrintFoot, Select, StateBadge, type TableColumn, TextField, useApi, useFilters, useMay, useSession } from '#design'
import type { BookRow, BookView } from '../../contract.ts'
import { actHref } from '../../hrefs.ts'
import { useActDates } from '../use-act-dates.ts'

const words = { given: 'dado', annulled: 'anulado', paper: 'fuera del sistema' } as const
const tones = { given: 'good', annulled: 'bad', paper: 'neutral' } as const
const columns: readonly TableColumn<BookRow>[] = [
  { key: 'number', title: 'N.º', text: ({ number, upTo }) => (upTo && upTo !== number ? `${number} a ${upTo}` : String(number)) },
  { key: 'on', title: 'Fecha', text: ({ on }) => (on ? formatDay(on) : '') },
  { key: 'title', title: 'Acto', text: ({ title = '' }) => title },
  { key: 'subject', title: 'Materia', width: '40%', text: ({ subject }) => subject },
  { key: 'state', title: 'Estado', text: ({ state }) => words[state], render: ({ state }) => <StateBadge tone={tones[state]}>{words[state]}</StateBadge> },
  { key: 'note', title: 'Explicación', text: ({ note }) => note },
]
type Draft = { upTo: number | null; reason: string }

/** The numbers of one series and year, each one explained. */
const BooksPage = () => {
  const { values, change } = useFilters(['libro', 'ano'] as const)
  const { effectiveOn, knownOn } = useActDates()
  const { today } = useSession().clock
  const year = values.ano || today.slice(0, 4)
  const series = values.libro || 'letter'
  const may = useMay('correspondence.number')
  const { data, problem, loading } = useApi<BookView>('correspondence/open-book', { series, year, effectiveOn, knownOn })
  const books = [...new Map((data?.books ?? []).map((book) => [book.series, book.title])).entries()]
  const years = [...new Set([year, ...(data?.books ?? []).filter((book) => book.series === series).map((book) => String(book.year))])].sort().reverse()
  return (
    <>
      <PageTitle title={data ? `${data.title}, libro de ${year}` : 'Libros de números'} lead={data && (data.last ? `Va en el N.º ${data.last}. Un número se da una vez: el anulado queda dicho y no se vuelve a usar.` : 'Todavía no tiene números.')} actions={<><PrintButton />{may && (
        <FormDialog<Draft, unknown> button="Anotar números en papel" title={`Números dados en papel, ${data?.title ?? ''} ${year}`} action="correspondence/record-paper-numbers" refresh={['correspondence']} done="Números anotados" submit="Anotar" start={() => ({ upTo: (data?.last ?? 0) + 1, reason: '' })} input={({ upTo, reason }) => ({ series, year: Number(year), upTo, reason })}>
          {({ values: draft, set, error }) => (
            <>
              <p>Del {(data?.last ?? 0) + 1} hasta el que indique quedan dichos como dados fuera del sistema, y el libro sigue después. No tiene vuelta atrás.</p>
              <NumberField label="Hasta el número" name="upTo" unit="N.º" value={draft.upTo} onChange={(upTo) => set({ upTo })} minimum={(data?.last ?? 0) + 1} error={error('upTo')} required />
              <TextField label="Por qué" name="reason" lines={2} value={draft.reason} onChange={(reason) => set({ reason })} error={error('reason')} required />
            </>
          )}
        </FormDialog>
      )}</>} />
      <Fields columns={3}>
        <Select label="Libro" value={series} onChange={(libro) => change({ libro })} choices={(books.some(([key]) => key === series) ? books : [[series, data?.title ?? 'Oficio ordinario'] as const, ...books]).map(([value, title]) => ({ value, title }))} />
        <Select label="Año" value={year} onChange={(ano) => change({ ano })} choices={years.map((value) => ({ value, title: value }))} />
      </Fields>
      <DataTable caption={`${data?.title ?? 'Libro'} ${year}`} hideCaption columns={columns} rows={data?.rows} rowKey={({ number }) => String(number)} rowHref={({ actId }) => (!actId ? undefined : series === 'incoming' ? `/actos/partes?carta=${actId}` : actHref(actId))} sort="none" loading={loading} problem={problem} phone="lines" source="libro de la Secretaría Municipal"
        empty={<EmptyState title="Libro sin números">El primero se da al numerar un acto de esta clase con fecha de {year}.</EmptyState>} />
      <PrintFoot text={`${data?.title ?? 'Libro'} ${year}. Conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default BooksPage

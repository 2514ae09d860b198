import type { Day } from '#kernel'
import { formatNumber } from '#kernel'
import { DataTable, DateField, EmptyState, FormDialog, PageTitle, PrintButton, PrintFoot, StateBadge, TextField, TodayOnly, useApi } from '#design'
import { useDataDates } from '../use-data-dates.ts'
import type { CodeListLine, CodeListsAnswer } from '../../code-lists/list-queries.ts'
import { listHref } from '../../hrefs.ts'

type Draft = { key: string; title: string; source: string; validFrom: Day | null; lines: string }
/** One code a line: «3; Estación Sur». */
const codesOf = (lines: string) => lines.split('\n').map((line) => line.split(/[;\t]/)).filter(([code]) => code?.trim()).map(([code = '', ...label]) => ({ code: code.trim(), label: label.join(';').trim() || code.trim() }))

const NewList = () => (
  <FormDialog<Draft, unknown> button="Nueva lista" icon="add" kind="primary" title="Nueva lista de códigos" action="statistics/create-code-list" refresh={['statistics']} done="Lista creada" submit="Crear" start={() => ({ key: '', title: '', source: '', validFrom: null, lines: '' })} input={({ lines, validFrom, ...rest }) => ({ ...rest, validFrom: validFrom ?? '', codes: codesOf(lines) })}>
    {({ values, set, error }) => (
      <>
        <TextField label="Título" name="title" value={values.title} onChange={(title) => set({ title })} error={error('title')} required />
        <TextField label="Código de la lista" name="key" help="Con minúsculas y guiones." value={values.key} onChange={(key) => set({ key })} error={error('key')} required />
        <TextField label="De dónde salen los códigos" name="source" value={values.source} onChange={(source) => set({ source })} error={error('source')} required />
        <DateField label="Vigentes desde" name="validFrom" value={values.validFrom} onChange={(validFrom) => set({ validFrom })} error={error('validFrom')} required />
        <TextField label="Códigos" name="codes" lines={6} help="Uno por línea: código; nombre. Puede pegarlos desde Excel." value={values.lines} onChange={(lines) => set({ lines })} error={error('codes')} required />
      </>
    )}
  </FormDialog>
)

/** The lists that data are coded with: national ones, and those of the municipality. */
const CodeListsPage = () => {
  const { effectiveOn, knownOn } = useDataDates()
  const { data, problem, loading } = useApi<CodeListsAnswer>('statistics/list-code-lists', { effectiveOn, knownOn })
  return (
    <>
      <PageTitle title="Listas de códigos" lead="Los datos se unen por código, no por nombre; cada código vale en su tiempo." actions={<><PrintButton />{data?.mayManage && <NewList />}</>} />
      <TodayOnly why="cada código lleva su propia vigencia, que se ve al abrir la lista" />
      <DataTable<CodeListLine> caption="Listas" hideCaption sort="page" phone="lines" loading={loading} problem={problem} rows={data?.lists} rowKey={({ key }) => key} rowHref={({ key }) => listHref(key)} empty={<EmptyState title="No hay listas">Las nacionales vienen con el programa.</EmptyState>}
        columns={[{ key: 'title', title: 'Lista', width: '30%', text: ({ title }) => title }, { key: 'source', title: 'Fuente', width: '34%', text: ({ source }) => source }, { key: 'count', title: 'Vigentes', align: 'right', text: ({ count }) => formatNumber(count), number: ({ count }) => count }, { key: 'ended', title: 'De otro tiempo', align: 'right', text: ({ ended }) => formatNumber(ended), number: ({ ended }) => ended },
          { key: 'of', title: 'De quién', text: ({ national }) => (national ? 'nacional' : 'propia'), render: ({ national }) => <StateBadge tone={national ? 'neutral' : 'thread'}>{national ? 'nacional' : 'propia'}</StateBadge> }]} />
      <PrintFoot text="Listas de códigos" />
    </>
  )
}
export default CodeListsPage

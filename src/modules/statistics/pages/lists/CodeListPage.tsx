import { counted, type Day, formatDay, sortKey } from '#kernel'
import { Checkbox, DataTable, DateField, Fields, FormDialog, PageTitle, PrintButton, PrintFoot, ProblemView, SearchBox, StateBadge, TextField, ThinLoader, useApi, useFilters, usePageName, useRouteParam } from '#design'
import { useDataDates } from '../use-data-dates.ts'
import { type CodeEntry, inForce } from '../../code-lists/code-list.ts'
import type { CodeListAnswer } from '../../code-lists/list-queries.ts'

const validity = ({ validFrom, validUntil }: CodeEntry): string => (validFrom && validUntil ? `${formatDay(validFrom)} a ${formatDay(validUntil)}` : validFrom ? `desde el ${formatDay(validFrom)}` : validUntil ? `hasta el ${formatDay(validUntil)}` : 'siempre')
type Setting = { code: string; label: string; parent: string; validFrom: Day | null }
const SetCode = ({ list, version }: { list: string; version: number }) => (
  <FormDialog<Setting, unknown> button="Agregar o cambiar un código" kind="primary" title="Agregar o cambiar un código" action="statistics/set-code" refresh={['statistics']} done="Código guardado; lo que decía antes queda en su tiempo" submit="Guardar" start={() => ({ code: '', label: '', parent: '', validFrom: null })} input={({ validFrom, ...rest }) => ({ ...rest, list, version, validFrom: validFrom ?? '' })}>
    {({ values, set, error }) => (
      <>
        <Fields columns={2}><TextField label="Código" name="code" value={values.code} onChange={(code) => set({ code })} error={error('code')} required /><DateField label="Desde" name="validFrom" value={values.validFrom} onChange={(validFrom) => set({ validFrom })} error={error('validFrom')} required /></Fields>
        <TextField label="Nombre" name="label" value={values.label} onChange={(label) => set({ label })} error={error('label')} required />
        <TextField label="Código superior" name="parent" value={values.parent} onChange={(parent) => set({ parent })} error={error('parent')} required={false} />
      </>
    )}
  </FormDialog>
)
type Ending = { validUntil: Day | null; replacedBy: string; reason: string }
const EndCode = ({ list, version, code }: { list: string; version: number; code: string }) => (
  <FormDialog<Ending, unknown> button="Terminar" kind="plain" size="compact" title={`Terminar la vigencia de ${code}`} action="statistics/end-code" refresh={['statistics']} done="El código dejó de estar vigente" submit="Terminar" start={() => ({ validUntil: null, replacedBy: '', reason: '' })} input={({ validUntil, replacedBy, reason }) => ({ list, version, code, validUntil: validUntil ?? '', replacedBy: replacedBy.split(/[\s,;]+/).filter(Boolean), reason })}>
    {({ values, set, error }) => <><DateField label="Último día" name="validUntil" value={values.validUntil} onChange={(validUntil) => set({ validUntil })} error={error('validUntil')} required /><TextField label="Lo reemplazan" name="replacedBy" help="Códigos separados por coma." value={values.replacedBy} onChange={(replacedBy) => set({ replacedBy })} error={error('replacedBy')} required={false} /><TextField label="Motivo" name="reason" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required /></>}
  </FormDialog>
)

/** A list with its history: each code in its time, and what replaced it. */
const CodeListPage = () => {
  const key = useRouteParam('id')
  const { effectiveOn, knownOn } = useDataDates()
  const { values, change } = useFilters(['q', 'todo'] as const)
  const { data, problem } = useApi<CodeListAnswer>('statistics/show-code-list', { key, effectiveOn, knownOn })
  usePageName(data?.list.title, [{ title: 'Listas de códigos', href: '/conocer/listas' }])
  if (!data) return problem ? <><PageTitle title="Lista de códigos" /><ProblemView problem={problem} /></> : <ThinLoader active label="Cargando la lista" />
  const { list, version, mayManage } = data
  const wanted = sortKey(values.q)
  const rows = list.codes.filter((one) => (values.todo === 'si' || inForce(one, effectiveOn)) && [one.code, one.label, ...one.aliases].some((word) => sortKey(word).includes(wanted)))
  return (
    <>
      <PageTitle title={list.title} above={<><span>Lista {list.national ? 'nacional' : 'propia'}</span><b>{list.key}</b></>} lead={list.description || undefined} actions={<><PrintButton />{mayManage && version !== null && <SetCode list={key} version={version} />}</>} />
      <div className="toolbar"><SearchBox label="Buscar código o nombre" value={values.q} onChange={(q) => change({ q: q || undefined })} /><Checkbox checked={values.todo === 'si'} onChange={(on) => change({ todo: on ? 'si' : undefined })}>Ver también los de otro tiempo</Checkbox></div>
      <DataTable<CodeEntry> caption={counted(rows.length, 'código', 'códigos')} sort="page" phone="lines" rows={rows} rowKey={({ code, validFrom }) => `${code}-${validFrom ?? ''}`} source={list.source} empty={<p className="source">Ningún código responde a eso.</p>}
        columns={[{ key: 'code', title: 'Código', text: ({ code }) => code }, { key: 'label', title: 'Nombre', width: '30%', text: ({ label }) => label }, { key: 'parent', title: 'Pertenece a', text: ({ parent }) => list.codes.find(({ code }) => code === parent)?.label ?? parent }, { key: 'time', title: 'Vigencia', text: validity, render: (one) => <>{validity(one)} {!inForce(one, effectiveOn) && <StateBadge tone="neutral">otro tiempo</StateBadge>}</> },
          { key: 'next', title: 'Lo reemplaza', text: ({ replacedBy }) => replacedBy.join(', ') || '—' }, { key: 'alias', title: 'También se llama', text: ({ aliases }) => aliases.join(', ') || '—' }, { key: 'note', title: 'Nota', text: ({ note }) => note },
          ...(mayManage && version !== null ? [{ key: 'do', title: 'Acciones', sortable: false, text: () => '', render: (one: CodeEntry) => inForce(one, effectiveOn) && <EndCode list={key} version={version} code={one.code} /> }] : [])]} />
      <PrintFoot text={`${list.title}. Fuente: ${list.source}`} />
    </>
  )
}
export default CodeListPage

import { useState } from 'react'
import { counted, formatDay, formatInstant, formatNumber } from '#kernel'
import { Button, Checkbox, DataTable, DefinitionList, Dialog, EmptyState, Form, FormActions, JobProgress, Notice, PageTitle, Pagination, PrintButton, ProblemView, Section, Select, StateBadge, type TableColumn, TextField, ThinLoader, useAct, useAddressParam, useApi, useJob, useMay, usePage, usePageName, useRouteParam } from '#design'
import '../search/search.css'
import { type AdoptionAnswer, type AdoptionFile, PROBLEMS } from './adoption-answer.ts'

const SHOW = [{ value: '', title: 'Todos' }, { value: 'linked', title: 'Con registro reconocido' }, { value: 'loose', title: 'Sin registro' }, { value: 'problems', title: 'Que no se traen' }, { value: 'false-extension', title: 'Con extensión falsa' }]
const columns = (loose: ReadonlySet<string> | undefined, toggle: (path: string) => void): readonly TableColumn<AdoptionFile>[] => [
  { key: 'path', title: 'Archivo', width: '38%', text: ({ path }) => path, render: ({ path, file_hash: hash }) => (hash ? <a href={`/archivos/${hash}`}>{path}</a> : path) },
  { key: 'format', title: 'Es', text: ({ format, false_extension: lies }) => `${format ?? '–'}${lies ? ', y su extensión dice otra cosa' : ''}`, render: ({ format, false_extension: lies }) => <>{format ?? '–'}{lies && <><br /><small className="soft">su extensión dice otra cosa</small></>}</> },
  { key: 'year', title: 'Año', text: ({ year }) => (year ? String(year) : '–') }, { key: 'unit', title: 'Unidad', text: ({ unit_name: unit }) => unit ?? '–' },
  { key: 'record', title: 'Registro', text: ({ record_title: title, code }) => title ?? (code ? `${code}, no reconocido` : '–'), render: (file) => file.record_id && loose ? <Checkbox checked={!loose.has(file.path)} onChange={() => toggle(file.path)}>{file.record_title ?? file.code}</Checkbox> : file.record_title ?? (file.code ? `${file.code}, no reconocido` : '–') },
  { key: 'problem', title: 'Nota', text: ({ problem }) => (problem ? (PROBLEMS[problem] ?? problem) : '') },
]
const Undo = ({ adoption }: { adoption: AdoptionAnswer }) => {
  const [open, toggle] = useState(false)
  const [reason, write] = useState('')
  const act = useAct<{ id: string; version: number; reason: string }>('evidence/undo-adoption', { refresh: ['evidence'], done: 'Adopción deshecha', onDone: () => toggle(false) })
  return (
    <>
      <Button icon="undo" onPress={() => toggle(true)}>Deshacer la adopción</Button>
      <Dialog title={`Deshacer «${adoption.name}»`} open={open} onClose={() => { toggle(false); act.forget() }}>
        <Form label="Deshacer" onSubmit={() => void act.run({ id: adoption.id, version: adoption.version, reason })}>
          <p>Los documentos dejan de estar en los registros desde ahora; los archivos no se borran y la historia lo recuerda.</p>
          <TextField label="Por qué" value={reason} onChange={write} lines={2} maxLength={300} error={act.problem?.field('reason')} required />
          {act.problem && <ProblemView problem={act.problem} />}
          <FormActions><Button onPress={() => toggle(false)}>Volver</Button><Button kind="danger" type="submit" busy={act.running}>Deshacer</Button></FormActions>
        </Form>
      </Dialog>
    </>
  )
}
/** What is not brought, in words; only what there is. */
const leftOut = (counts: NonNullable<AdoptionAnswer['counts']>): string => [
  counts.repeated && counted(counts.repeated, 'repetido', 'repetidos'), counts.present && counted(counts.present, 'que ya estaba', 'que ya estaban'), counts.too_large && `${formatNumber(counts.too_large)} de más de 60 MB`,
  counts.empty && counted(counts.empty, 'vacío', 'vacíos'), counts.program && counted(counts.program, 'programa', 'programas'),
].filter(Boolean).join(', ') || 'todo se trae'
/** A folder in review or adopted: what came, what does not, what its paths say, and to which records each file goes. */
const AdoptionPage = () => {
  const id = useRouteParam('id')
  const may = useMay('evidence.attach')
  const [show, choose] = useAddressParam('ver', '')
  const [page, turn] = usePage()
  const { data, problem, loading, again } = useApi<AdoptionAnswer>('evidence/show-adoption', { id, show, page })
  const [loose, change] = useState<ReadonlySet<string>>(new Set())
  const [links, link] = useState(true)
  const [job, follow] = useState<string>()
  const { job: state, cancel } = useJob(job)
  const adopt = useAct<{ id: string; version: number; links: boolean; loose: readonly string[] }, { job: string }>('evidence/adopt-folder', { refresh: ['evidence'], onDone: ({ result }) => follow(result.job) })
  const discard = useAct<{ id: string }>('evidence/discard-adoption', { refresh: ['evidence'], done: 'Carpeta descartada' })
  usePageName(data?.name ?? 'Carpeta')
  if (problem) return <ProblemView problem={problem} />
  if (!data?.counts) return <ThinLoader active={loading} label="Abriendo la carpeta" />
  const { counts } = data
  const draft = data.state === 'draft' && may
  const toggle = (path: string) => change((old) => { const next = new Set(old); if (!next.delete(path)) next.add(path); return next })
  return (
    <>
      <PageTitle title={data.name} above={<StateBadge tone={data.state === 'adopted' ? 'good' : data.state === 'draft' || data.state === 'adopting' ? 'warning' : 'neutral'}>{data.stateTitle}</StateBadge>} lead={`Traída el ${formatInstant(data.started_at)}.`} actions={<><PrintButton />{data.undoable && may && <Undo adoption={data} />}</>} />
      {data.undoUntil && data.state === 'adopted' && <Notice tone={data.undoable ? 'data' : 'warning'} title={data.undoable ? `Se puede deshacer hasta el ${formatDay(data.undoUntil)}` : `El plazo para deshacer terminó el ${formatDay(data.undoUntil)}`} />}
      {state && <JobProgress job={state} onCancel={() => void cancel()} done={<Button kind="plain" size="compact" onPress={again}>Ver la carpeta adoptada</Button>} />}
      <Section title="Qué trae">
        <DefinitionList items={[
          { term: 'Archivos', value: `${formatNumber(counts.files)}, ${counts.bytes < 1e6 ? `${formatNumber(Math.ceil(counts.bytes / 1000))} kB` : `${formatNumber(Math.round(counts.bytes / 1e5) / 10, 1)} MB`}` }, { term: draft ? 'Se adoptarían' : 'Adoptados', value: formatNumber(counts.adoptable) },
          { term: 'No se traen', value: leftOut(counts) },
          { term: 'Con extensión falsa', value: formatNumber(counts.false_extension) }, { term: 'Por su contenido', value: data.kinds.map(({ format, files }) => `${format} ${formatNumber(files)}`).join(', ') },
          { term: 'Por su ruta', value: `${formatNumber(counts.dated)} con año, ${formatNumber(counts.with_unit)} con unidad, ${formatNumber(counts.linked)} con un registro reconocido` },
        ]} />
        {draft && (
          <div className="adoption-actions">
            {counts.linked > 0 && <Checkbox checked={links} onChange={link}>Enlazar a su registro {counted(counts.linked, 'archivo que se reconoce', 'archivos que se reconocen')} por su código{loose.size > 0 ? `, menos ${formatNumber(loose.size)}` : ''}</Checkbox>}
            {(adopt.problem ?? discard.problem) && <ProblemView problem={(adopt.problem ?? discard.problem) as NonNullable<typeof adopt.problem>} />}
            <FormActions><Button onPress={() => void discard.run({ id })} busy={discard.running}>Descartar</Button><Button kind="primary" busy={adopt.running} onPress={() => void adopt.run({ id, version: data.version, links, loose: [...loose] })}>Adoptar {counted(counts.adoptable, 'documento', 'documentos')}</Button></FormActions>
          </div>
        )}
      </Section>
      <div className="adoption-filter"><Select label="Ver" value={show} onChange={(value) => { choose(value); turn(1) }} choices={SHOW} /></div>
      <DataTable caption="Archivos de la carpeta" hideCaption sort="none" phone="lines" rows={data.files} rowKey={({ path }) => path} loading={loading} columns={columns(draft && links ? loose : undefined, toggle)} source="bytes y ruta de cada archivo" empty={<EmptyState title="Ninguno de esta clase"><p>Cambie lo que se ve.</p></EmptyState>} />
      <Pagination page={page} pages={data.pages} total={data.total} onPage={turn} label="Páginas de archivos" />
    </>
  )
}
export default AdoptionPage

import { useState } from 'react'
import { counted, formatDay, formatInstant, formatNumber } from '#kernel'
import { api, Button, ButtonLink, EmptyState, FileDrop, FigureRow, FormActions, newId, Notice, PageTitle, Pagination, ProblemView, saveFile, Section, Select, type StoredFile, TextField, ThinLoader, toProblem, type ApiProblem, useAct, useApi, usePage, usePageName, useRouteParam } from '#design'
import { type Comparison, type Line, loadHref, type LoadsAnswer, worksheetHref } from '../contract.ts'
import { ComparisonTable, takeable } from './ComparisonTable.tsx'
import './worksheets.css'

const SIZE = 100
const TYPES = ['.xlsx', '.xls', '.ods', '.csv'] as const
const SHOW = [{ value: 'all', title: 'Todo lo que no está igual' }, { value: 'changed', title: 'Cambia' }, { value: 'conflict', title: 'Cambió aquí también' }, { value: 'rejected', title: 'No se admite' }, { value: 'other', title: 'Filas que no son o se repiten' }]
const fits = (show: string) => ({ verdict }: Line): boolean => show === 'all' || (show === 'other' ? verdict === 'unknown' || verdict === 'repeated' : verdict === show)
const FIGURES = [['changed', 'filas que cambian'], ['conflict', 'con cambios de otros'], ['rejected', 'con algo que no se admite'], ['unknown', 'que no son de la lista'], ['repeated', 'repetidas'], ['equal', 'iguales'], ['missing', 'que no volvieron']] as const
const figures = ({ counts }: Comparison) => FIGURES.filter(([key]) => counts[key] > 0 || key === 'changed' || key === 'equal').map(([key, label]) => ({ label, text: formatNumber(counts[key]) }))
const LETTERS = 10

/** An edited worksheet comes back: what changes is seen cell by cell, chosen, and applied as one load that can be taken back. */
const UploadPage = () => {
  const name = useRouteParam('id')
  const sheets = useApi<LoadsAnswer>('worksheets/list-loads', {})
  const sheet = sheets.data?.worksheets.find((one) => one.name === name)
  const siblings = sheets.data?.worksheets.filter(({ list }) => list === sheet?.list) ?? []
  const [file, keep] = useState<StoredFile>()
  const [taken, take] = useState<ReadonlySet<string>>(new Set())
  const [show, see] = useState('all')
  const [page, turn] = usePage()
  const [reason, write] = useState('')
  const [trouble, tell] = useState<ApiProblem>()
  const compare = useAct<{ name: string; fileHash: string }, Comparison>('worksheets/compare', { refresh: [], onDone: ({ result }) => { take(new Set(result.lines.filter(({ verdict }) => verdict === 'changed').map(({ key }) => key))); see('all'); turn(1) } })
  const [seen, look] = useState<Comparison>()
  const apply = useAct<object, { id: string }>('worksheets/apply', { refresh: ['worksheets'], onDone: ({ result }) => { const link = Object.assign(document.createElement('a'), { href: loadHref(result.id) }); document.body.append(link); link.click(); link.remove() } })
  usePageName(sheet ? `Subir: ${sheet.title}` : undefined, [{ title: 'Planillas editadas', href: '/planillas' }])
  if (sheets.problem) return <><PageTitle title="Subir planilla editada" /><ProblemView problem={sheets.problem} /></>
  if (!sheets.data) return <ThinLoader active label="Abriendo la planilla" />
  if (!sheet) return <><PageTitle title="Subir planilla editada" /><EmptyState title="Esa planilla no existe, o su cargo no la edita" actions={<ButtonLink href="/planillas">Ver las planillas</ButtonLink>} /></>
  const read = async (stored: StoredFile) => { keep(stored); look(undefined); tell(undefined); const answer = await compare.run({ name, fileHash: stored.hash }); if (answer) look(answer.result) }
  const toggle = (keys: readonly string[], on: boolean) => take((old) => { const next = new Set(old); for (const key of keys) if (on) next.add(key); else next.delete(key); return next })
  const rejected = async () => { if (file) await api.download('worksheets/rejected', { name, fileHash: file.hash }).then(({ bytes, name: given }) => saveFile(bytes, given), (error: unknown) => tell(toProblem(error))) }
  const lines = seen?.lines.filter(fits(show)) ?? []
  const changes = seen?.lines.filter(takeable) ?? []
  const records = new Set(changes.filter(({ key }) => taken.has(key)).map(({ key }) => key.slice(0, key.lastIndexOf(':')))).size
  const send = () => void apply.run({ id: newId(), name, fileHash: file?.hash, reason, leave: changes.filter(({ key, verdict }) => verdict === 'changed' && !taken.has(key)).map(({ key }) => key), force: changes.filter(({ key, verdict }) => verdict === 'conflict' && taken.has(key)).map(({ key }) => key) })
  const bad = (seen?.counts.rejected ?? 0) + (seen?.counts.unknown ?? 0) + (seen?.counts.repeated ?? 0)
  return (
    <>
      <PageTitle title={`Subir planilla editada: ${sheet.title}`} lead={sheet.about} actions={<><ButtonLink href={sheet.list}>Ir a la lista</ButtonLink><ButtonLink icon="download" href={`/api/worksheets/file/${name}`} download>Planilla para editar</ButtonLink></>} />
      {siblings.length > 1 && <p className="source no-print">Otras planillas de la misma lista: {siblings.filter((one) => one.name !== name).map((one, index) => <span key={one.name}>{index > 0 && ' · '}<a href={worksheetHref(one.name)}>{one.title}</a></span>)}</p>}
      <div className="worksheet-place no-print"><FileDrop label="Planilla editada" accept={TYPES} limit={12_000_000} help="El archivo que bajó de la lista, con sus cambios. Nada se aplica todavía." onStored={(stored) => void read(stored)} /></div>
      <ThinLoader active={compare.running} label="Comparando" />
      {compare.problem && <ProblemView problem={compare.problem} />}
      {seen && file && (
        <>
          <Section title="Qué cambia" aside={file.name}>
            <FigureRow label="Filas de la planilla" items={figures(seen)} />
            <p className="source">Se bajó el {formatInstant(seen.downloadedAt)}{seen.words.length > 0 && ` (${seen.words.join(' · ')})`}, con hechos al {formatDay(seen.effectiveOn)} y conocido al {formatDay(seen.knownOn)}.</p>
            {seen.notes.map((note) => <Notice key={note} tone="warning" title={note} />)}
            {seen.missing.length > 0 && <Notice tone="data" title={`${counted(seen.counts.missing, 'fila no volvió', 'filas no volvieron')}: no se borra nada`}><p>{seen.missing.slice(0, 12).join('; ')}{seen.missing.length > 12 ? '…' : ''}</p></Notice>}
            {seen.lines.length === 0 && <Notice tone="good" title="Todo está igual">La planilla dice lo mismo que los registros: no hay nada que aplicar.</Notice>}
          </Section>
          {seen.lines.length > 0 && (
            <Section title="Celda por celda" aside={counted(seen.lines.length, 'línea', 'líneas')}>
              <div className="worksheet-bar no-print">
                <Select label="Ver" value={show} onChange={(value) => { see(value); turn(1) }} choices={SHOW.map((one) => ({ ...one, note: formatNumber(seen.lines.filter(fits(one.value)).length) }))} />
                {bad > 0 && <Button icon="download" onPress={() => void rejected()}>Bajar las filas que no se admiten</Button>}
              </div>
              {trouble && <ProblemView problem={trouble} />}
              <ComparisonTable lines={lines.slice((page - 1) * SIZE, page * SIZE)} taken={taken} onTake={toggle} source={`${file.name} y los registros de hoy`} />
              {lines.length > SIZE && <Pagination page={page} pages={Math.ceil(lines.length / SIZE)} total={lines.length} onPage={turn} label="Páginas de la comparación" />}
            </Section>
          )}
          {changes.length > 0 && (
            <Section title="Aplicar">
              <div className="worksheet-place"><TextField label="Por qué" name="reason" help="Acta, informe o revisión de donde vienen los cambios. Queda en la historia de cada registro." lines={2} value={reason} onChange={write} maxLength={300} error={apply.problem?.field('reason')} required /></div>
              <ThinLoader active={apply.running} label="Empezando a aplicar" />
              {apply.problem && <ProblemView problem={apply.problem} />}
              <FormActions><Button kind="primary" reason={records > 0 && reason.trim().length < LETTERS ? 'Falta decir por qué, en al menos diez letras' : undefined} disabled={records === 0 || apply.running || undefined} onPress={send}>{records === 0 ? 'Elija qué tomar' : `Aplicar en ${counted(records, 'registro', 'registros')}`}</Button></FormActions>
              <p className="source">Cada registro pasa por la misma acción que a mano. Después se puede deshacer entero, dentro del plazo.</p>
            </Section>
          )}
        </>
      )}
    </>
  )
}
export default UploadPage

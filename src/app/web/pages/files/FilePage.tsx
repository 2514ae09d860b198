import { type Day, formatDay, formatInstant, formatNumber } from '#kernel'
import { api, Button, ButtonLink, DefinitionList, EmptyState, JobProgress, Notice, PageTitle, Pagination, PlaceLink, PrintButton, ProblemView, Section, StateBadge, ThinLoader, type Tone, useAct, useAddressParam, useApi, useAsOf, useJob, useMay, usePageName, useRouteParam } from '#design'
import { useState } from 'react'
import { Pieces, type PieceView } from '../search/Pieces.tsx'
import '../search/search.css'

type Reading = { readonly state: 'waiting' | 'extracted' | 'no-text' | 'failed'; readonly format: string | null; readonly false_extension: boolean; readonly reason: string | null; readonly pages: number | null; readonly characters: number; readonly by_ocr: boolean; readonly read_at: string | null }
type FileAnswer = {
  readonly hash: string; readonly name: string; readonly size: number; readonly uploaded_at: string; readonly reading: Reading | null; readonly parts: number; readonly shown: number
  readonly hangs: readonly { readonly kind: string; readonly id: string; readonly document: string; readonly title: string | null; readonly href: string | null; readonly attached_on: Day; readonly version: number }[]
  readonly passages: readonly { readonly number: number; readonly place: string; readonly pieces: readonly PieceView[] }[]
}
const STATES: Readonly<Record<Reading['state'], readonly [Tone, string]>> = { waiting: ['data', 'texto por leer'], extracted: ['good', 'texto leído'], 'no-text': ['neutral', 'sin texto'], failed: ['bad', 'no se pudo leer'] }
const KB = 1000
const sizeText = (bytes: number): string => (bytes < KB * KB ? `${formatNumber(Math.max(1, Math.round(bytes / KB)))} kB` : `${formatNumber(Math.round(bytes / (KB * KB / 10)) / 10, 1)} MB`)

const ReadAgain = ({ file, again }: { file: FileAnswer; again: () => void }) => {
  const [job, follow] = useState<string>()
  const { job: state } = useJob(job)
  const act = useAct<{ hash: string }, { job: string }>('evidence/read-again', { refresh: ['evidence'], onDone: ({ result }) => follow(result.job) })
  return (
    <>
      <Button busy={act.running} onPress={() => void act.run({ hash: file.hash })}>Volver a leer el texto</Button>
      {act.problem && <ProblemView problem={act.problem} />}
      {state && <JobProgress job={state} done={<Button kind="plain" size="compact" onPress={again}>Ver cómo quedó</Button>} />}
    </>
  )
}

/** A file: what it really is, how the reading of its text went, from which records it hangs, and its text by parts. */
const FilePage = () => {
  const hash = useRouteParam('id')
  const [part, turn] = useAddressParam('parte', '1')
  const [text] = useAddressParam('q', '')
  const asOf = useAsOf()
  const dates = asOf.chosen ? { effectiveOn: asOf.effectiveOn, knownOn: asOf.knownOn } : {}
  const may = useMay('evidence.attach')
  const from = Math.max(1, Number(part) || 1)
  const { data, problem, loading, again } = useApi<FileAnswer>('evidence/file', { hash, part: from, text, ...dates })
  usePageName(data?.name ?? 'Archivo')
  if (problem) return <ProblemView problem={problem} />
  if (!data) return <ThinLoader active={loading} label="Abriendo el archivo" />
  const { reading } = data
  const [tone, title] = STATES[reading?.state ?? 'waiting']
  return (
    <>
      <PageTitle title={data.name} above={<StateBadge tone={tone}>{reading ? title : 'texto no pedido'}</StateBadge>} actions={<><PrintButton /><ButtonLink kind="primary" icon="download" href={api.file(data.hash)} download>Descargar</ButtonLink></>} />
      {reading?.false_extension && <Notice tone="warning" title={`La extensión no dice la verdad: por dentro es ${reading.format ?? 'otra cosa'}`}>Se reconoció por sus bytes, no por su nombre. Cámbiele la extensión antes de abrirlo, y si no sabe de dónde viene, no lo abra.</Notice>}
      {reading?.reason && <Notice tone={reading.state === 'failed' ? 'bad' : 'data'} title={reading.state === 'extracted' ? 'Se leyó sólo una parte' : title === 'sin texto' ? 'No tiene texto en que buscar' : 'No se pudo leer su texto'}>{reading.reason}</Notice>}
      <Section title="El archivo">
        <DefinitionList items={[
          { term: 'Formato', value: reading?.format ?? undefined, absence: 'aún no se lee' }, { term: 'Tamaño', value: sizeText(data.size) }, { term: 'Subido', value: formatInstant(data.uploaded_at) },
          { term: 'Páginas', value: reading?.pages ? formatNumber(reading.pages) : undefined, absence: 'no aplica' },
          { term: 'Texto', value: reading?.characters ? `${formatNumber(reading.characters)} letras${reading.by_ocr ? ', reconocidas en la imagen' : ''}` : undefined, absence: 'ninguno' },
          { term: 'Huella SHA-256', value: <code className="locator">{data.hash.match(/.{8}/g)?.join(' ')}</code> },
        ]} />
        {may && <div className="adoption-actions"><ReadAgain file={data} again={again} /></div>}
      </Section>
      <Section title="De qué cuelga" aside={data.hangs.length}>
        {data.hangs.length === 0 ? <EmptyState title="Aún no respalda ningún registro"><p>Adjúntelo desde la página del registro, para que se encuentre al buscar.</p></EmptyState>
          : <ul className="plain-list">{data.hangs.map((one) => <li key={`${one.kind} ${one.id} ${one.document} ${one.version}`}><PlaceLink href={one.href ?? undefined}>{one.title ?? 'Registro sin título'}</PlaceLink> <span className="soft">· {one.document}, {formatDay(one.attached_on)}, v{one.version}</span></li>)}</ul>}
      </Section>
      {data.parts > 0 && (
        <Section title="Su texto" aside={`${formatNumber(data.parts)} ${data.parts === 1 ? 'parte' : 'partes'}`}>
          {data.passages.map(({ number, place, pieces }) => <div key={number}><h3>{place.charAt(0).toUpperCase() + place.slice(1)}</h3><p className="file-text"><Pieces pieces={pieces} /></p></div>)}
          {data.parts > data.shown && <Pagination page={Math.floor((from - 1) / data.shown) + 1} pages={Math.ceil(data.parts / data.shown)} total={data.parts} onPage={(page) => turn(String((page - 1) * data.shown + 1))} label="Partes del texto" />}
        </Section>
      )}
    </>
  )
}
export default FilePage

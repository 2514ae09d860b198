import { useState } from 'react'
import { type Day, formatDay, formatNumber, formatPercent } from '#kernel'
import { api, Button, ComboBox, DataTable, EmptyState, Fields, FormDialog, newId, Notice, NumberField, PageTitle, PlaceLink, PrintButton, PrintFoot, ProblemView, SearchBox, Section, Segmented, TextField, ThinLoader, useAct, useAddressParam, useApi, useAsOf, useMay } from '#design'
import type { InfluencesAnswer, InfluenceView } from '../contract.ts'
import { influenceHref } from '../hrefs.ts'
import type { InfluenceMethod, InfluencePlace, InfluenceResult } from '../influence/influence.ts'
import type { Position } from '../shapes.ts'
import { readPosition } from './draw/VertexList.tsx'
import { shapePath } from './map/view.ts'
import { useBackground } from './map/use-background.ts'
import { ZoneMap } from './map/ZoneMap.tsx'

type Computed = { readonly method: InfluenceMethod; readonly result: InfluenceResult }
type Way = InfluencePlace['kind']
type ProjectRow = { readonly id: string; readonly name: string; readonly longitude?: number | null; readonly latitude?: number | null }
const ageTitle: Readonly<Record<string, string>> = { age_0_5: '0 a 5 años', age_6_14: '6 a 14 años', age_15_64: '15 a 64 años', age_65: '65 y más' }
export const populationText = ({ population }: InfluenceResult): string => (population === null ? 'sin dato' : `${formatNumber(population)} personas`)

const Result = ({ method, result }: Computed) => (
  <>
    <Section title={result.population === null ? 'No se conoce la población del área' : `${formatNumber(result.population)} personas, estimadas`} aside={`${method.words}, ${formatNumber(result.areaM2 / 10_000, 1)} hectáreas`}>
      {result.warnings.map((text) => <Notice key={text} tone={text.startsWith('El Censo') ? 'data' : 'warning'} title={text} />)}
      <DataTable caption="Zonas censales usadas" subtitle="la parte de cada una que cae en el área" sort="none" phone="lines" rows={result.used} rowKey={({ geocode }) => geocode} source={result.source} empty={<p className="source">Ninguna zona censal con polígono toca el área.</p>} columns={[
        { key: 'title', title: 'Zona censal', text: ({ title }) => title }, { key: 'code', title: 'Geocódigo', text: ({ geocode }) => geocode }, { key: 'population', title: 'Población', align: 'right', text: ({ population }) => formatNumber(population), number: ({ population }) => population },
        { key: 'share', title: 'Parte dentro', align: 'right', text: ({ share }) => formatPercent(share), number: ({ share }) => share }, { key: 'people', title: 'Personas', align: 'right', text: ({ people }) => formatNumber(people), number: ({ people }) => people },
      ]} />
      <p className="source">Superficie del área sin zona censal: {formatPercent(result.uncovered)}.</p>
      {result.ages && <DataTable caption="Por edad" sort="none" rows={Object.entries(result.ages)} rowKey={([age]) => age} source={result.source} columns={[{ key: 'age', title: 'Edad', text: ([age]) => ageTitle[age] ?? age }, { key: 'people', title: 'Personas', align: 'right', text: ([, people]) => formatNumber(people), number: ([, people]) => people }]} />}
    </Section>
  </>
)
const Files = ({ id }: { id: string }) => {
  const make = useAct<{ id: string; format: 'pdf' | 'docx' }, { hash: string }>('territory/make-influence-file', { refresh: [], onDone: ({ result }) => window.location.assign(api.file(result.hash)) })
  return <>{make.problem && <ProblemView problem={make.problem} />}<Button size="compact" icon="download" busy={make.running} onPress={() => void make.run({ id, format: 'pdf' })}>PDF</Button> <Button size="compact" icon="download" busy={make.running} onPress={() => void make.run({ id, format: 'docx' })}>Word</Button></>
}
/** From a place to its people, with what is not covered. */
const InfluencePage = () => {
  const { effectiveOn, knownOn } = useAsOf()
  const list = useApi<InfluencesAnswer>('territory/list-influences', { effectiveOn, knownOn })
  const mayProjects = useMay('projects.read')
  const projects = useApi<{ rows?: readonly ProjectRow[]; projects?: readonly ProjectRow[] }>('projects/list-projects', { size: 200 }, { enabled: mayProjects })
  const background = useBackground()
  const edits = useMay('territory.edit')
  const [open, show] = useAddressParam('area')
  const [text, search] = useAddressParam('texto')
  const [way, take] = useState<Way>('circle')
  const [typed, type] = useState('')
  const [radius, spread] = useState<number | null>(500)
  const [corners, mark] = useState<readonly Position[]>([])
  const [zoneId, pick] = useState<string | null>(null)
  const [projectId, from] = useState<string | null>(null)
  const compute = useAct<{ place: InfluencePlace }, Computed>('territory/compute-influence', { refresh: [], onDone: () => show(undefined) })
  const [computed, keep] = useState<Computed>()
  const centre = readPosition(typed)
  const place: InfluencePlace | undefined = way === 'circle' ? (centre && radius ? { kind: 'circle', centre, metres: radius } : undefined) : way === 'zone' ? (zoneId ? { kind: 'zone', zoneId } : undefined) : corners.length >= 3 && corners[0] ? { kind: 'polygon', shape: { type: 'Polygon', coordinates: [[...corners, corners[0]]] } } : undefined
  const saved = list.data?.areas.find(({ id }) => id === open)
  const shown: Computed | undefined = saved ?? computed
  const rows = (projects.data?.rows ?? projects.data?.projects ?? [])
  const write = ([longitude, latitude]: Position): string => `${latitude.toFixed(6).replace('.', ',')}; ${longitude.toFixed(6).replace('.', ',')}`
  const areas = list.data?.areas.filter(({ title, method }) => `${title} ${method.words}`.toLowerCase().includes(text.toLowerCase()))
  const press = (position: Position) => { if (way === 'circle') type(write(position)); else if (way === 'polygon') mark([...corners, position]) }
  return (
    <>
      <PageTitle title="Áreas de influencia" lead="Cuánta gente vive en un lugar según el Censo 2017 por zona, y cuánto de él los datos no cubren." actions={<PrintButton />} />
      <Section title="El lugar">
        <div className="zone-controls">
        <Segmented label="Desde" value={way} onChange={(next) => { take(next as Way); keep(undefined) }} choices={[{ value: 'circle', title: 'Un punto y un radio' }, { value: 'polygon', title: 'Un polígono' }, { value: 'zone', title: 'Una unidad' }]} />
        {way === 'circle' && <Fields columns={3}>
          <TextField label="Punto" help="Latitud; longitud. También se marca en el mapa." value={typed} onChange={type} error={typed && !centre ? 'Escriba latitud; longitud, por ejemplo -39,3700; -72,6300.' : undefined} required />
          <NumberField label="Radio" unit="m" value={radius} onChange={spread} minimum={10} maximum={200_000} required />
          {mayProjects && <ComboBox label="Lugar de un proyecto" required={false} value={projectId} onChange={(id) => { from(id); const found = rows.find((row) => row.id === id); if (found?.longitude != null && found.latitude != null) type(write([found.longitude, found.latitude])) }} choices={rows.map((row) => ({ value: row.id, title: row.name, note: row.longitude != null ? 'con punto' : 'sin punto en su ficha' }))} />}
        </Fields>}
        {way === 'polygon' && <p>{corners.length === 0 ? 'Marque las esquinas en el mapa: pulse, o mueva con las flechas y use Intro en el centro; o escríbalas.' : `${corners.length} esquinas.`} <Button size="compact" disabled={corners.length === 0} icon="undo" onPress={() => mark(corners.slice(0, -1))}>Quitar la última</Button></p>}
        {way === 'polygon' && <Fields columns={2}><TextField label="Esquina" help="Latitud; longitud." value={typed} onChange={type} required={false} /><p><Button disabled={!centre} onPress={() => { if (centre) { mark([...corners, centre]); type('') } }}>Agregar la esquina</Button></p></Fields>}
        {way === 'zone' && <ComboBox label="Unidad" value={zoneId} onChange={pick} choices={(list.data?.zones ?? []).map(({ id, title }) => ({ value: id, title }))} />}
        </div>
        <ZoneMap label="Mapa para elegir el lugar; Intro marca el centro" background={background} zones={[]} focus={shown ? [shown.method.shape] : background?.urban.slice(0, 1).map(({ shape }) => shape)} onPoint={way === 'zone' ? undefined : press} onKey={(event, { sheet, view }) => { if (event.key !== 'Enter' || way === 'zone') return false; press(sheet.take([view.x, view.y])); return true }}>
          {({ sheet, pixel, view }) => <>
            {shown && <path className="map-area" d={shapePath(shown.method.shape, sheet)} />}
            {way === 'polygon' && corners.length > 0 && <path className="map-line" d={`M${corners.map((corner) => sheet.put(corner).join(',')).join('L')}`} />}
            {way === 'circle' && centre && <circle className="map-vertex chosen" cx={sheet.put(centre)[0]} cy={sheet.put(centre)[1]} r={pixel * 5} />}
            {way !== 'zone' && <g aria-hidden="true"><line className="map-cursor" x1={view.x - pixel * 8} x2={view.x + pixel * 8} y1={view.y} y2={view.y} /><line className="map-cursor" x1={view.x} x2={view.x} y1={view.y - pixel * 8} y2={view.y + pixel * 8} /></g>}
          </>}
        </ZoneMap>
        <p><Button kind="primary" busy={compute.running} reason={place ? undefined : 'Diga antes el lugar.'} onPress={() => { if (place) void compute.run({ place }).then((answer) => { if (answer) keep(answer.result) }) }}>Calcular</Button></p>
        {compute.problem && <ProblemView problem={compute.problem} />}
      </Section>
      {shown && <Result method={shown.method} result={shown.result} />}
      {computed && !saved && edits && <FormDialog button="Guardar esta área" title="Guardar el área de influencia" start={() => ({ title: '', projectId })} action="territory/save-influence" input={({ title, projectId: project }) => ({ id: newId(), title, projectId: project, place: computed.method.place })} refresh={['territory', 'evidence']} done="Área guardada" submit="Guardar" onDone={({ id }) => show(id)}>
        {({ values, set, error }) => <><TextField label="Para qué es" name="title" value={values.title} onChange={(title) => set({ title })} error={error('title')} required />{mayProjects && <ComboBox label="Proyecto" required={false} value={values.projectId} onChange={(project) => set({ projectId: project })} choices={rows.map((row) => ({ value: row.id, title: row.name }))} />}</>}
      </FormDialog>}
      <Section title="Áreas guardadas">
        <div className="zone-controls"><SearchBox label="Buscar un área" value={text} onChange={search} /></div>
        <ThinLoader active={list.loading} label="Leyendo las áreas" />
        <DataTable<InfluenceView> caption="Áreas guardadas" hideCaption phone="lines" rows={areas} rowKey={({ id }) => id} rowHref={({ id }) => influenceHref(id)} problem={list.problem} empty={<EmptyState title="Ninguna todavía">Calcule un área y guárdela con su nombre: queda con su método y su fecha.</EmptyState>} columns={[
          { key: 'title', title: 'Área', text: ({ title }) => title }, { key: 'words', title: 'Método', text: ({ method }) => method.words }, { key: 'people', title: 'Población', align: 'right', text: ({ result }) => populationText(result), number: ({ result }) => result.population },
          { key: 'uncovered', title: 'Sin cubrir', align: 'right', text: ({ result }) => formatPercent(result.uncovered), number: ({ result }) => result.uncovered }, { key: 'on', title: 'Guardada', text: ({ recordedAt }) => formatDay(recordedAt.slice(0, 10) as Day) },
          { key: 'project', title: 'Proyecto', text: ({ projectId: id }) => rows.find((row) => row.id === id)?.name ?? '', render: ({ projectId: id }) => (id ? <PlaceLink href={`/proyectos/${id}`}>{rows.find((row) => row.id === id)?.name ?? 'ver el proyecto'}</PlaceLink> : '') }, { key: 'files', title: 'Archivos', text: () => '', sortable: false, render: ({ id }) => <Files id={id} /> },
        ]} />
      </Section>
      <PrintFoot text="Áreas de influencia" />
    </>
  )
}
export default InfluencePage

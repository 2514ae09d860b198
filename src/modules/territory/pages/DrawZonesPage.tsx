import { type KeyboardEvent, useState } from 'react'
import { counted } from '#kernel'
import { Button, ButtonLink, DataTable, EmptyState, Fields, newId, Notice, PageTitle, ProblemView, Section, Select, StateBadge, TextField, ThinLoader, useAct, useAddress, useApi, useMay, usePageName, useRouteParam, VersionConflict } from '#design'
import type { DraftView, SetAnswer, ZoneDraftView } from '../contract.ts'
import { loadZonesHref, zoneSetHref, zonesHref } from '../hrefs.ts'
import type { Position } from '../shapes.ts'
import type { ZoneDefect } from '../zone-file/defect.ts'
import { AdoptDialog } from './AdoptDialog.tsx'
import { addVertex, begin, borderOf, change, type Drawing, moveVertex, redo, removeVertex, shapeOf, type Sketch, sketchOf, snapped, undo } from './draw/drawing.ts'
import { VertexList } from './draw/VertexList.tsx'
import { useBackground } from './map/use-background.ts'
import { type MapHand, ZoneMap } from './map/ZoneMap.tsx'

const REACH = 12
const drafted = (zone: Sketch): ZoneDraftView => ({ id: zone.id, code: zone.code, name: zone.name, note: zone.note, shape: shapeOf(zone) })

const Desk = ({ answer, draft }: { answer: SetAnswer; draft: DraftView }) => {
  const background = useBackground()
  const { go } = useAddress()
  const adopts = useMay('territory.adopt')
  const [drawing, set] = useState<Drawing>(() => begin(draft.zones.map(sketchOf)))
  const [version, keepVersion] = useState(draft.version)
  const [saved, keepSaved] = useState(drawing.zones)
  const [zoneId, choose] = useState(draft.zones[0]?.id ?? '')
  const [vertex, pick] = useState(-1)
  const [cursor, aim] = useState<Position>()
  const [defects, tell] = useState<readonly ZoneDefect[]>()
  const review = useAct<{ id: string }, { defects: readonly ZoneDefect[] }>('territory/review-draft', { refresh: [], onDone: ({ result }) => tell(result.defects) })
  const save = useAct<{ id: string; version: number; zones: readonly ZoneDraftView[] }, { version: number }>('territory/save-draft', { refresh: ['territory/list-sets'], done: 'Borrador guardado', onDone: ({ result }) => { keepVersion(result.version); keepSaved(drawing.zones); void review.run({ id: draft.id }) } })
  const discard = useAct<{ id: string }>('territory/discard-draft', { refresh: ['territory'], done: 'Borrador descartado', onDone: () => go(zoneSetHref(answer.set.id)) })
  const zone = drawing.zones.find(({ id }) => id === zoneId)
  const border = borderOf(zone)
  const unfinished = drawing.zones.find((one) => shapeOf(one) === null)
  const dirty = drawing.zones !== saved
  const at = border.length === 0 ? -1 : vertex < 0 ? border.length - 1 : Math.min(vertex, border.length - 1)
  const snap = (position: Position, { sheet, pixel }: MapHand, but?: Position): Position => snapped(position, drawing.zones, REACH * pixel, (one, other) => { const [a, b] = [sheet.put(one), sheet.put(other)]; return Math.hypot(a[0] - b[0], a[1] - b[1]) }, but)
  const add = (position: Position) => { if (!zone) return; set(addVertex(drawing, zone.id, at, position)); pick(at + 1) }
  const begun = () => { const id = newId(); set(change(drawing, [...drawing.zones, { id, code: String(drawing.zones.length + 1), name: '', note: '', parts: [[[]]] }])); choose(id); pick(-1) }
  const rename = (patch: Partial<Sketch>) => { if (zone) set(change(drawing, drawing.zones.map((one) => (one.id === zone.id ? { ...one, ...patch } : one)))) }
  const key = (event: KeyboardEvent, hand: MapHand): boolean => {
    const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
    if ((event.ctrlKey || event.metaKey) && event.key === 'z') { set(undo(drawing)); return true }
    if ((event.ctrlKey || event.metaKey) && event.key === 'y') { set(redo(drawing)); return true }
    const step = steps[event.key]
    if (step && zone) { const [x, y] = cursor ? hand.sheet.put(cursor) : [hand.view.x, hand.view.y]; const size = hand.view.width / (event.shiftKey ? 400 : 40); aim(hand.sheet.take([x + step[0] * size, y + step[1] * size])); return true }
    if (event.key === 'Enter' && zone) { add(snap(cursor ?? hand.sheet.take([hand.view.x, hand.view.y]), hand)); return true }
    if ((event.key === 'Delete' || event.key === 'Backspace') && zone && at >= 0) { set(removeVertex(drawing, zone.id, at)); pick(at - 1); return true }
    if (event.key === ' ' && zone && at >= 0 && cursor) { set(moveVertex(drawing, zone.id, at, snap(cursor, hand, border[at]))); return true }
    return false
  }
  const reason = unfinished ? `A la zona ${unfinished.code} le faltan vértices: necesita tres.` : !dirty ? 'Todo está guardado.' : undefined
  return (
    <>
      <div className="draw-tools">
        <Select label="Zona" value={zoneId || null} onChange={(id) => { choose(id); pick(-1) }} choices={drawing.zones.map(({ id, code, name }) => ({ value: id, title: `${code} ${name}`.trim() || 'sin código' }))} placeholder="Ninguna" />
        <Button icon="add" onPress={begun}>Zona nueva</Button>
        <Button icon="undo" disabled={drawing.past.length === 0} onPress={() => set(undo(drawing))}>Deshacer</Button><Button disabled={drawing.future.length === 0} onPress={() => set(redo(drawing))}>Rehacer</Button>
        <Button kind="primary" busy={save.running} reason={reason} onPress={() => void save.run({ id: draft.id, version, zones: drawing.zones.map(drafted) })}>Guardar el borrador</Button>
        <Button kind="danger" busy={discard.running} onPress={() => void discard.run({ id: draft.id })}>Descartar</Button>
        {adopts && <AdoptDialog set={answer.set} draft={{ id: draft.id, version }} reason={dirty || drawing.zones.length === 0 ? 'Guarde antes el borrador.' : undefined} />}
      </div>
      {save.problem && (save.problem.status === 412 ? <VersionConflict problem={save.problem} labels={{ zones: 'Zonas' }} actions={<ButtonLink href={zoneSetHref(answer.set.id)}>Ver la guardada</ButtonLink>} /> : <ProblemView problem={save.problem} />)}
      {(discard.problem ?? review.problem) && <ProblemView problem={(discard.problem ?? review.problem) as never} />}
      {defects && (defects.length === 0 ? <Notice tone="good" title="Sin defectos: se puede adoptar" /> : <Notice tone="warning" title={counted(defects.length, 'defecto que resolver', 'defectos que resolver')}>{defects.map(({ says }) => <p key={says}>{says}</p>)}</Notice>)}
      {drawing.zones.length === 0 && <EmptyState title="El borrador está vacío" actions={<><Button icon="add" onPress={begun}>Zona nueva</Button><ButtonLink href={loadZonesHref}>Cargar un archivo</ButtonLink></>}>Empiece una zona y marque su borde en el mapa.</EmptyState>}
      <ZoneMap label={zone ? `Mapa para dibujar la zona ${zone.code}: las flechas mueven la cruz, Intro agrega un vértice, Espacio lleva ahí el elegido, Suprimir lo quita` : 'Mapa de las zonas del borrador'} background={background} onChoose={zone ? undefined : choose}
        zones={drawing.zones.flatMap((one) => { const shape = shapeOf(one); return shape ? [{ id: one.id, title: `${one.code} ${one.name}`, shape, tone: one.id === zoneId ? ('chosen' as const) : ('own' as const) }] : [] })} onPoint={zone ? (position, hand) => add(snap(position, hand)) : undefined} onKey={key} focus={draft.zones.some(({ shape }) => shape) ? draft.zones.flatMap(({ shape }) => (shape ? [shape] : [])) : background?.urban.slice(0, 1).map(({ shape }) => shape)}>
        {(hand) => (
          <>
            {border.length > 0 && <path className="map-line" d={`M${border.map((position) => hand.sheet.put(position).join(',')).join('L')}`} />}
            {border.map((position, index) => { const [x, y] = hand.sheet.put(position); return <circle key={`${index}-${position[0]}`} className={index === at ? 'map-vertex chosen' : 'map-vertex'} cx={x} cy={y} r={hand.pixel * 5} onPointerDown={(event) => { event.stopPropagation(); pick(index) }} /> })}
            {cursor && zone && (() => { const [x, y] = hand.sheet.put(cursor); const arm = hand.pixel * 12; return <><line className="map-cursor" x1={x - arm} x2={x + arm} y1={y} y2={y} /><line className="map-cursor" x1={x} x2={x} y1={y - arm} y2={y + arm} /></> })()}
          </>
        )}
      </ZoneMap>
      {zone && <>
        <Section title={`Zona ${zone.code} ${zone.name}`} aside={counted(border.length, 'vértice', 'vértices')}>
          <Fields columns={3}><TextField label="Código" value={zone.code} onChange={(code) => rename({ code })} required /><TextField label="Nombre" value={zone.name} onChange={(name) => rename({ name })} required={false} /><TextField label="Nota" value={zone.note} onChange={(note) => rename({ note })} required={false} /></Fields>
          {zone.parts.length > 1 && <p className="source">Esta zona tiene {zone.parts.length} partes; aquí se edita el borde de la primera. Las demás se conservan.</p>}
          <p><Button kind="danger" onPress={() => { set(change(drawing, drawing.zones.filter(({ id }) => id !== zone.id))); choose('') }}>Quitar esta zona del borrador</Button></p>
        </Section>
        <VertexList border={border} at={at} onPick={pick} onAdd={add} onMove={(index, position) => set(moveVertex(drawing, zone.id, index, position))} onRemove={(index) => { set(removeVertex(drawing, zone.id, index)); pick(index - 1) }} />
      </>}
      <Section title="Zonas del borrador">
        <DataTable<Sketch> caption="Zonas del borrador" hideCaption sort="none" phone="lines" rows={drawing.zones} rowKey={({ id }) => id} empty={<p className="source">Ninguna todavía.</p>} columns={[{ key: 'code', title: 'Código', text: ({ code }) => code }, { key: 'name', title: 'Nombre', text: ({ name }) => name || 'sin nombre' }, { key: 'points', title: 'Vértices', align: 'right', text: (one) => String(borderOf(one).length) }, { key: 'state', title: 'Estado', text: (one) => (shapeOf(one) ? 'dibujada' : 'faltan vértices'), render: (one) => <StateBadge tone={shapeOf(one) ? 'good' : 'warning'}>{shapeOf(one) ? 'dibujada' : 'faltan vértices'}</StateBadge> }, { key: 'go', title: 'Editar', text: () => '', sortable: false, render: ({ id, code }) => <Button size="compact" onPress={() => { choose(id); pick(-1) }}>Editar {code}</Button> }]} />
      </Section>
    </>
  )
}
/** Draws a draft with mouse, keyboard or coordinates. */
const DrawZonesPage = () => {
  const id = useRouteParam('id')
  const { data, problem } = useApi<SetAnswer>('territory/show-set', { id })
  const draft = useApi<{ draft: DraftView | null }>('territory/show-draft', { setId: id })
  const start = useAct<{ id: string; setId: string; from: 'current' | 'empty' }>('territory/start-draft', { refresh: ['territory'] })
  usePageName(data && 'Dibujar', [{ title: 'Zonas', href: zonesHref }, ...(data ? [{ title: data.set.title, href: zoneSetHref(id) }] : [])])
  if (!data || !draft.data) return problem ?? draft.problem ? <><PageTitle title="Dibujar zonas" /><ProblemView problem={(problem ?? draft.problem) as never} /></> : <ThinLoader active label="Abriendo el borrador" />
  const open = draft.data.draft
  return (
    <>
      <PageTitle title={`Dibujar ${data.set.title}`} lead={open ? `Borrador: ${open.source}. Nadie lo usa hasta que se adopte.` : 'Empiece un borrador: las zonas vigentes no cambian hasta que se adopte.'} actions={<ButtonLink href={zoneSetHref(id)}>Volver al conjunto</ButtonLink>} />
      {start.problem && <ProblemView problem={start.problem} />}
      {open ? <Desk key={open.id} answer={data} draft={open} /> : <EmptyState title="No hay un borrador en curso" actions={<>{data.current && <Button kind="primary" busy={start.running} onPress={() => void start.run({ id: newId(), setId: id, from: 'current' })}>Partir de la versión {data.current.number}</Button>}<Button kind={data.current ? 'usual' : 'primary'} busy={start.running} onPress={() => void start.run({ id: newId(), setId: id, from: 'empty' })}>Partir de cero</Button></>}>Puede partir de lo vigente o de una hoja en blanco.</EmptyState>}
    </>
  )
}
export default DrawZonesPage

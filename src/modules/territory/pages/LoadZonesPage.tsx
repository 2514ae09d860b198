import { useEffect, useState } from 'react'
import { counted, formatNumber, plural } from '#kernel'
import { Button, ButtonLink, Checkbox, DataTable, Fields, FileDrop, newId, Notice, PageTitle, ProblemView, RadioGroup, Section, Select, StateBadge, type StoredFile, TextField, ThinLoader, useAct, useAddress, useAddressParam, useApi, usePageName } from '#design'
import { type FileAnswer, type FileReadingInput, type FileZone, type SetsAnswer, type ZoneKind, zoneKindTitle, zoneKinds } from '../contract.ts'
import { drawHref, zonesHref } from '../hrefs.ts'
import type { ZoneDefect } from '../zone-file/defect.ts'
import { useBackground } from './map/use-background.ts'
import { ZoneMap } from './map/ZoneMap.tsx'

type Reading = Omit<Required<FileReadingInput>, 'fileHash'>
const blank: Reading = { code: '', name: '', note: '', plane: '', repair: [], leaveOut: [], codes: {} }
const planes = [{ value: 'degrees', title: 'Grados (WGS 84)' }, { value: 'utm18', title: 'Metros, UTM 18 sur' }, { value: 'utm19', title: 'Metros, UTM 19 sur' }, { value: 'utm12', title: 'Metros, UTM 12 sur (Rapa Nui)' }] as const
const toggled = (list: readonly number[], at: number, inside: boolean): number[] => (inside ? [...new Set([...list, at])] : list.filter((one) => one !== at))

const Defects = ({ answer, reading, put }: { answer: FileAnswer; reading: Reading; put: (patch: Partial<Reading>) => void }) => {
  const mendable = answer.defects.filter(({ repairable }) => repairable)
  return (
    <Section title="Defectos" aside={answer.defects.length === 0 ? 'ninguno' : counted(answer.defects.length, 'defecto', 'defectos')}>
      {answer.defects.length === 0 ? <Notice tone="good" title="Las zonas están sanas">Sin cruces ni superposiciones, dentro de la comuna y con códigos distintos.</Notice> : <>
        {mendable.length > 0 && <p><Button kind="primary" onPress={() => put({ repair: [...new Set([...reading.repair, ...mendable.map(({ at }) => at)])] })}>Reparar lo que se puede ({mendable.length})</Button></p>}
        <DataTable<ZoneDefect> caption="Defectos del archivo" hideCaption sort="none" phone="lines" rows={answer.defects} rowKey={({ at, kind, other }) => `${at}-${kind}-${other ?? ''}`} columns={[
          { key: 'says', title: 'Qué pasa', text: ({ says }) => says }, { key: 'where', title: 'Dónde', text: ({ point }) => (point ? `${formatNumber(point[1], 5)}, ${formatNumber(point[0], 5)}` : 'en la tabla') }, { key: 'remedy', title: 'Cómo se arregla', text: ({ remedy }) => remedy },
          { key: 'stops', title: 'Efecto', text: ({ stops }) => (stops ? 'detiene' : 'aviso'), render: ({ stops }) => <StateBadge tone={stops ? 'bad' : 'warning'}>{stops ? 'detiene' : 'aviso'}</StateBadge> },
          { key: 'do', title: 'Acción', text: () => '', sortable: false, render: (defect) => (defect.repairable ? <Button size="compact" onPress={() => put({ repair: toggled(reading.repair, defect.at, true) })}>Reparar</Button> : defect.kind === 'outside' || defect.kind === 'no-shape' || defect.kind === 'repeated-code' ? <Button size="compact" onPress={() => put({ leaveOut: toggled(reading.leaveOut, defect.at, true) })}>Dejar fuera</Button> : null) },
        ]} />
      </>}
    </Section>
  )
}
const ZoneTable = ({ answer, reading, put }: { answer: FileAnswer; reading: Reading; put: (patch: Partial<Reading>) => void }) => (
  <Section title="Zonas del archivo" aside={counted(answer.zones.length, 'figura', 'figuras')}>
    <DataTable<FileZone> caption="Zonas del archivo" hideCaption sort="none" phone="lines" rows={answer.zones} rowKey={({ at }) => String(at)} columns={[
      { key: 'code', title: 'Código', text: ({ code }) => code, render: (zone) => (zone.leftOut ? zone.code : <TextField label={`Código de la figura ${zone.at + 1}`} value={reading.codes[String(zone.at)] ?? zone.code} onChange={(code) => put({ codes: { ...reading.codes, [String(zone.at)]: code } })} />) },
      { key: 'name', title: 'Nombre', text: ({ name }) => name || 'sin nombre' }, { key: 'area', title: 'Superficie', align: 'right', text: ({ areaM2 }) => (areaM2 === null ? '' : `${formatNumber(areaM2)} m²`), number: ({ areaM2 }) => areaM2 },
      { key: 'state', title: 'Estado', text: ({ leftOut, repaired }) => (leftOut ? 'fuera' : repaired ? 'reparada' : 'tal como vino'), render: ({ leftOut, repaired }) => <StateBadge tone={leftOut ? 'neutral' : repaired ? 'data' : 'good'}>{leftOut ? 'fuera' : repaired ? 'reparada' : 'tal como vino'}</StateBadge> },
      { key: 'out', title: 'Incluir', text: () => '', sortable: false, render: ({ at, leftOut, code }) => <Checkbox checked={!leftOut} onChange={(inside) => put({ leaveOut: toggled(reading.leaveOut, at, !inside) })}><span className="visually-hidden">Incluir la figura {at + 1} {code}</span></Checkbox> },
    ]} />
  </Section>
)
const Destination = ({ answer, reading, fileHash }: { answer: FileAnswer; reading: Reading; fileHash: string }) => {
  const sets = useApi<SetsAnswer>('territory/list-sets', {}).data?.sets ?? []
  const { go } = useAddress()
  const [given] = useAddressParam('conjunto')
  const [where, choose] = useState(given || 'nuevo')
  const [title, write] = useState('')
  const [kind, pick] = useState<ZoneKind>('neighbourhood-unit')
  const [made, keep] = useState(newId)
  const create = useAct<{ id: string; title: string; kind: ZoneKind }>('territory/create-set', { refresh: ['territory'] })
  const load = useAct<FileReadingInput & { id: string; setId: string }, { setId: string }>('territory/load-file', { refresh: ['territory'], done: 'Las zonas quedaron en un borrador', onDone: ({ result }) => go(drawHref(result.setId)) })
  const send = async () => {
    const known = sets.some(({ id }) => id === where) ? where : ''
    if (!known && !(await create.run({ id: made, title, kind }))) return
    if (!(await load.run({ id: newId(), setId: known || made, fileHash, ...reading })) && !known) { choose(made); keep(newId()) }
  }
  const count = answer.zones.filter(({ leftOut }) => !leftOut).length
  const reason = !answer.loadable ? 'Resuelva antes lo que detiene.' : where === 'nuevo' && title.trim().length < 3 ? 'Escriba el nombre del conjunto.' : undefined
  return (
    <Section title="Llevar al borrador">
      <Fields columns={3}>
        <Select label="Conjunto" value={where} onChange={choose} choices={[{ value: 'nuevo', title: 'Uno nuevo' }, ...sets.filter(({ draftId }) => !draftId).map((set) => ({ value: set.id, title: set.title }))]} />
        {where === 'nuevo' && <><TextField label="Nombre del conjunto" value={title} onChange={write} required /><Select label="Clase" value={kind} onChange={pick} choices={zoneKinds.map((value) => ({ value, title: zoneKindTitle[value] }))} /></>}
      </Fields>
      {(create.problem ?? load.problem) && <ProblemView problem={(create.problem ?? load.problem) as never} />}
      <p><Button kind="primary" reason={reason} busy={create.running || load.running} onPress={() => void send()}>Llevar {counted(count, 'zona', 'zonas')} al borrador</Button></p>
      <p className="source">Entra {plural(count, 'entera', 'todas')} o ninguna. Nadie {plural(count, 'la usa', 'las usa')} hasta que se adopte como versión; la adopción se puede deshacer.</p>
    </Section>
  )
}
/** From a GeoJSON to a draft: read, decide, mend. */
const LoadZonesPage = () => {
  const [file, keep] = useState<StoredFile>()
  const [reading, set] = useState<Reading>(blank)
  const [answer, show] = useState<FileAnswer>()
  const background = useBackground()
  const preview = useAct<FileReadingInput, FileAnswer>('territory/preview-file', { refresh: [], onDone: ({ result }) => show(result) })
  const put = (patch: Partial<Reading>) => set((old) => ({ ...old, ...patch }))
  const text = JSON.stringify(reading)
  useEffect(() => {
    if (!file) return undefined
    const timer = setTimeout(() => void preview.run({ fileHash: file.hash, ...reading }), answer ? 350 : 0)
    return () => clearTimeout(timer)
  }, [file, text])
  usePageName('Cargar zonas', [{ title: 'Zonas', href: zonesHref }])
  const bad = new Set(answer?.defects.filter(({ stops }) => stops).map(({ at }) => at))
  const zones = answer?.zones.flatMap(({ at, code, name, shape }) => (shape ? [{ id: String(at), title: `${code} ${name}`, shape, tone: bad.has(at) ? ('bad' as const) : ('own' as const) }] : [])) ?? []
  const columns = answer ? [{ value: '-', title: 'Ninguna' }, ...answer.properties.map(({ name, sample }) => ({ value: name, title: name, note: sample }))] : []
  return (
    <>
      <PageTitle title="Cargar zonas" lead="Un GeoJSON con polígonos, tal como llegó. Nada entra hasta el último paso." actions={<ButtonLink href={zonesHref}>Volver a las zonas</ButtonLink>} />
      <Section title="Archivo">
        {file ? <p>Archivo: <b>{file.name}</b> <Button kind="plain" size="compact" onPress={() => { keep(undefined); show(undefined); set(blank) }}>Cambiar</Button></p> : <FileDrop label="Archivo de zonas" help="GeoJSON (.geojson o .json), en grados o en metros UTM. Los shapefile se exportan antes a GeoJSON, por ejemplo con QGIS." accept={['.geojson', '.json']} onStored={keep} />}
        {preview.problem && <ProblemView problem={preview.problem} />}
      </Section>
      <ThinLoader active={preview.running} label="Revisando las zonas" />
      {answer && file && <>
        <Section title="Cómo se lee">
          <Fields columns={3}>
            <Select label="Código" value={answer.columns.code || '-'} onChange={(code) => put({ code })} choices={columns} />
            <Select label="Nombre" value={answer.columns.name || '-'} onChange={(name) => put({ name })} choices={columns} />
            <Select label="Decreto o nota" value={answer.columns.note || '-'} onChange={(note) => put({ note })} choices={columns} />
          </Fields>
          {(answer.plane !== 'degrees' || reading.plane !== '') && <RadioGroup label="Coordenadas" help="Los números no son grados. Confirme la proyección; el mapa muestra dónde quedan." value={answer.planeConfirmed ? answer.plane : null} onChange={(plane) => put({ plane })} choices={planes} />}
        </Section>
        <Defects answer={answer} reading={reading} put={put} />
        <ZoneMap label="Mapa de las zonas del archivo; las que tienen defectos, en rojo" background={background} zones={zones}>
          {({ sheet, pixel }) => answer.defects.flatMap(({ at, kind, point }) => { if (!point) return []; const [x, y] = sheet.put(point); return [<circle key={`${at}-${kind}`} className="map-mark" cx={x} cy={y} r={pixel * 9} />] })}
        </ZoneMap>
        <ZoneTable answer={answer} reading={reading} put={put} />
        <Destination answer={answer} reading={reading} fileHash={file.hash} />
      </>}
    </>
  )
}
export default LoadZonesPage

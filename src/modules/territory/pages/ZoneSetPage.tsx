import { counted, formatDay, formatNumber, formatPercent } from '#kernel'
import { Button, ButtonLink, DataTable, DefinitionList, EmptyState, FormDialog, newId, Notice, PageTitle, PrintButton, PrintFoot, ProblemView, RecordPage, SearchBox, Section, StateBadge, TextField, ThinLoader, useAct, useAddress, useAddressParam, useApi, useAsOf, useEvidence, useFilters, useMay, usePageName, useRouteParam, type ThreadStop } from '#design'
import { type SetAnswer, zoneActTitle, zoneKindTitle, type ZoneVersionView, type ZoneView } from '../contract.ts'
import { drawHref, loadZonesHref, ZONE_SET, zoneSetHref, zonesHref } from '../hrefs.ts'
import { FigureDialog, WeightsDialog } from './FigureDialogs.tsx'
import { ZoneChoropleth } from './ZoneChoropleth.tsx'
import { SetFields } from './ZoneSetsPage.tsx'

const fold = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase()
const actText = ({ actKind, actNumber, actOn }: ZoneVersionView): string => [zoneActTitle[actKind], actNumber && `N.º ${actNumber}`, actOn && `del ${formatDay(actOn)}`].filter(Boolean).join(' ')
const peopleText = ({ figure }: ZoneView): string => (figure.population === null ? 'sin dato' : formatNumber(figure.population))
const methodText = ({ figure }: ZoneView): string => (figure.typed ? `escrita: ${figure.figures.find(({ scope }) => scope === 'whole')?.source ?? ''}` : figure.weights === null || figure.used.length === 0 ? 'ninguna zona censal' : `${figure.weights.method === 'areal' ? 'por superficie' : `reparto declarado: ${figure.weights.source}`}${figure.rest === null ? '' : `, más ${formatNumber(figure.rest)} escritos`}`)

/** Where a unit's figure comes from: the zones used, the part of each, what is not covered. */
const UnitDetail = ({ zone, answer, edits }: { zone: ZoneView; answer: SetAnswer; edits: boolean }) => (
  <Section title={`De dónde sale: ${zone.code} ${zone.name}`} id="detalle" level={3} aside={zone.figure.weights ? `${zone.figure.weights.source}, ${formatDay(zone.figure.weights.on.slice(0, 10) as never)}${zone.figure.weights.author ? `, ${zone.figure.weights.author}` : ''}` : undefined}>
    {zone.figure.warnings.map((text) => <Notice key={text} tone="warning" title={text} />)}
    <DataTable caption={`Zonas censales en ${zone.code}`} hideCaption sort="none" phone="lines" rows={zone.figure.used} rowKey={({ geocode }) => geocode} empty={<p className="source">Ninguna zona censal con polígono toca esta unidad.</p>} columns={[
      { key: 'title', title: 'Zona censal', text: ({ title }) => title }, { key: 'code', title: 'Geocódigo', text: ({ geocode }) => geocode }, { key: 'population', title: 'Población de la zona', align: 'right', text: ({ population }) => formatNumber(population), number: ({ population }) => population },
      { key: 'share', title: 'Parte en la unidad', align: 'right', text: ({ share }) => formatPercent(share), number: ({ share }) => share }, { key: 'people', title: 'Personas', align: 'right', text: ({ people }) => formatNumber(people), number: ({ people }) => people },
    ]} />
    {zone.figure.figures.length > 0 && <DefinitionList items={zone.figure.figures.map((one) => ({ term: `${one.measure === 'population' ? 'Personas' : 'Hogares'}, ${one.scope === 'whole' ? 'toda la unidad' : 'fuera de las zonas censales'}`, value: `${formatNumber(one.value)} al ${formatDay(one.datedOn as never)}, según ${one.source}` }))} />}
    {zone.figure.weights?.uncovered !== null && zone.figure.weights !== null && <p className="source">Superficie de la unidad sin zona censal: {formatPercent(zone.figure.weights.uncovered)}.</p>}
    {edits && <p><WeightsDialog zone={zone} places={answer.places} /> <FigureDialog zone={zone} /></p>}
  </Section>
)
const Versions = ({ answer, adopts }: { answer: SetAnswer; adopts: boolean }) => {
  const restore = useAct<{ versionId: string }>('territory/restore-version', { refresh: ['territory', 'evidence'], done: 'La versión volvió a regir' })
  const { set } = useAddress()
  return (
    <Section title="Versiones" aside={counted(answer.versions.length, 'versión', 'versiones')}>
      {restore.problem && <ProblemView problem={restore.problem} />}
      <DataTable<ZoneVersionView> caption="Versiones" hideCaption sort="none" phone="lines" rows={answer.versions} rowKey={({ id }) => id} empty={<p className="source">Aún no se adopta ninguna.</p>} columns={[
        { key: 'number', title: 'Versión', text: ({ number }) => String(number), render: ({ number }) => <Button kind="plain" size="compact" onPress={() => set({ version: String(number) })}>Versión {number}</Button> }, { key: 'act', title: 'Acto', text: actText }, { key: 'from', title: 'Rige', text: ({ validFrom, validUntil }) => `desde el ${formatDay(validFrom)}${validUntil ? ` hasta el ${formatDay(validUntil)}` : ''}` },
        { key: 'zones', title: 'Zonas', align: 'right', text: ({ zones }) => formatNumber(zones) }, { key: 'source', title: 'Fuente', text: ({ source }) => source },
        { key: 'state', title: 'Estado', text: ({ current, withdrawn }) => (withdrawn ? 'deshecha' : current ? 'a la vista' : 'anterior'), render: (version) => (version.withdrawn ? <><StateBadge tone="bad">deshecha</StateBadge> {adopts && <Button size="compact" icon="undo" onPress={() => void restore.run({ versionId: version.id })}>Recuperar</Button>}</> : version.current ? <StateBadge tone="good">rige</StateBadge> : <StateBadge tone="neutral">anterior</StateBadge>) },
        { key: 'undo', title: 'Deshacer', text: () => '', sortable: false, render: (version) => (adopts && version.current && !version.withdrawn ? <FormDialog button="Deshacer" size="compact" kind="danger" title={`Deshacer la versión ${version.number}`} start={() => ({ reason: '' })} action="territory/withdraw-version" input={({ reason }) => ({ id: newId(), versionId: version.id, reason })} refresh={['territory', 'evidence']} done="Versión deshecha" submit="Deshacer" undo={() => restore.run({ versionId: version.id })}>{({ values, set: put, error }) => <><p>Se puede hasta el {formatDay(version.undoableUntil)}. La versión queda en la historia.</p><TextField label="Motivo" name="reason" value={values.reason} onChange={(reason) => put({ reason })} error={error('reason')} lines={2} required /></>}</FormDialog> : null) },
      ]} />
    </Section>
  )
}
/** From the drawing to its people: where the set is. */
const stopsOf = ({ set, current }: SetAnswer, people: string): readonly ThreadStop[] => [
  { id: 'borrador', kind: 'Borrador', name: set.draftId ? 'en curso' : current ? 'adoptado' : 'por empezar', state: set.draftId ? 'here' : current ? 'done' : 'empty' },
  { id: 'acto', kind: 'Acto', name: current ? actText(current) : 'sin acto', state: current ? 'done' : 'empty' },
  { id: 'vigencia', kind: 'Rige desde', name: current ? formatDay(current.validFrom) : 'sin versión', value: current ? `versión ${current.number}` : undefined, state: current ? 'done' : 'empty' },
  { id: 'gente', kind: 'Población conocida', name: people, state: people === 'sin dato' ? 'missing' : 'done' },
]
/** A set of zones: map and list with the same filter, the figure of each, its versions. */
const ZoneSetPage = () => {
  const id = useRouteParam('id')
  const { effectiveOn, knownOn } = useAsOf()
  const [number] = useAddressParam('version')
  const { data, problem, loading } = useApi<SetAnswer>('territory/show-set', { id, effectiveOn, knownOn, ...(number ? { number } : {}) })
  const { values, change } = useFilters(['texto'])
  const [chosen, choose] = useAddressParam('zona')
  const [edits, adopts] = [useMay('territory.edit'), useMay('territory.adopt')]
  const evidence = useEvidence(ZONE_SET, id)
  const restoreDraft = useAct<{ id: string }>('territory/restore-draft', { refresh: ['territory'], done: 'Borrador recuperado' })
  usePageName(data?.set.title, [{ title: 'Zonas', href: zonesHref }])
  if (!data) return problem ? <><PageTitle title="Conjunto de zonas" /><ProblemView problem={problem} /></> : <ThinLoader active label="Abriendo las zonas" />
  const { set, current, coverage } = data
  const zones = data.zones.filter((zone) => fold(`${zone.code} ${zone.name}`).includes(fold(values.texto ?? '')))
  const zone = data.zones.find((one) => one.id === chosen)
  const known = zones.filter(({ figure }) => figure.population !== null)
  const sum = known.reduce((total, { figure }) => total + (figure.population ?? 0), 0)
  return (
    <>
      <ThinLoader active={loading} label="Actualizando las zonas" />
      <RecordPage title={set.title} thread={stopsOf(data, known.length > 0 ? formatNumber(sum) : 'sin dato')} above={<><span>{zoneKindTitle[set.kind]}</span>{set.demonstration && <StateBadge tone="data">demostración</StateBadge>}{current && <StateBadge tone={current.current ? 'good' : 'neutral'}>versión {current.number}</StateBadge>}</>} lead={set.note || undefined}
        actions={<><PrintButton />{edits && <ButtonLink kind="primary" href={drawHref(id)}>{set.draftId ? 'Seguir el borrador' : 'Dibujar una versión'}</ButtonLink>}</>}
        notice={<>
          {set.demonstration && <Notice tone="data" title="Zonas de demostración">No son las de la municipalidad: sirven para probar el sistema.</Notice>}
          {current && !current.current && <Notice tone="warning" title={`Está mirando la versión ${current.number}, que no es la vigente`} action={<ButtonLink href={zoneSetHref(id)}>Ver la vigente</ButtonLink>} />}
          {edits && data.discardedDraft && <Notice tone="data" title="Hay un borrador descartado" action={<Button icon="undo" busy={restoreDraft.running} onPress={() => { if (data.discardedDraft) void restoreDraft.run({ id: data.discardedDraft }) }}>Recuperarlo</Button>} />}
        </>}
        summary={current === null ? <EmptyState title="Aún no hay una versión adoptada" actions={edits ? <><ButtonLink href={drawHref(id)}>Dibujar</ButtonLink><ButtonLink href={`${loadZonesHref}?conjunto=${id}`}>Cargar un archivo</ButtonLink></> : undefined}>Mientras tanto nadie usa estas zonas.</EmptyState> : <>
          {coverage && <Notice tone="warning" title={`Las zonas censales con polígono alcanzan al ${formatPercent(coverage.withPolygon / coverage.counted)} de la comuna`}>{formatNumber(coverage.withPolygon)} de {formatNumber(coverage.counted)} habitantes en {coverage.polygons} zonas urbanas. Otros {formatNumber(coverage.inFile - coverage.withPolygon)} viven en localidades sin polígono y {formatNumber(coverage.counted - coverage.inFile)} en lugares que el archivo publicado no trae. {coverage.source}.</Notice>}
          <div className="zone-controls"><SearchBox label="Buscar una zona" value={values.texto ?? ''} onChange={(texto) => change({ texto })} /></div>
          <ZoneChoropleth set={set} zones={zones} source={coverage?.source ?? 'zonas del sistema'} />
          <DataTable<ZoneView> caption="Zonas" subtitle={`${actText(current)}, rige desde el ${formatDay(current.validFrom)}`} rows={zones} rowKey={(one) => one.id} phone="lines" empty={<p className="source">Ninguna zona se llama así.</p>} source={coverage?.source}
            totals={zones.length > 1 ? [{ id: 'total', code: '', name: 'Suma de lo conocido', note: '', areaM2: zones.reduce((total, { areaM2 }) => total + areaM2, 0), shape: { type: 'Polygon', coordinates: [] }, figure: { population: known.length > 0 ? sum : null, estimated: null, rest: null, typed: false, households: null, used: [], weights: null, figures: [], warnings: [] } }] : []}
            columns={[
              { key: 'code', title: 'Código', text: ({ code }) => code }, { key: 'name', title: 'Nombre', text: ({ name }) => name }, { key: 'area', title: 'Superficie (ha)', align: 'right', text: ({ areaM2 }) => formatNumber(areaM2 / 10_000, 1), number: ({ areaM2 }) => areaM2 },
              { key: 'people', title: 'Población', align: 'right', text: peopleText, number: ({ figure }) => figure.population, render: (one) => (one.id === 'total' ? peopleText(one) : <Button kind="plain" size="compact" label={undefined} onPress={() => choose(one.id)}>{peopleText(one)}<span className="visually-hidden">, de dónde sale {one.code}</span></Button>) },
              { key: 'how', title: 'Cómo se sabe', text: (one) => (one.id === 'total' ? '' : methodText(one)) },
              { key: 'uncovered', title: 'Sin zona censal', align: 'right', text: ({ id: key, figure }) => (key === 'total' ? '' : figure.weights?.uncovered == null ? 'no aplica' : formatPercent(figure.weights.uncovered)), number: ({ figure }) => figure.weights?.uncovered ?? null },
            ]} />
          {zone && <UnitDetail zone={zone} answer={data} edits={edits} />}
          <Versions answer={data} adopts={adopts} />
        </>}
        data={<DefinitionList items={[{ term: 'Clase', value: zoneKindTitle[set.kind] }, { term: 'Nota', value: set.note, absence: 'sin nota' }, { term: 'Zonas', value: String(data.zones.length) }, { term: 'Acto', value: current ? actText(current) : '', absence: 'sin adoptar' }, { term: 'Fuente del trazado', value: current?.source ?? '', absence: 'sin adoptar' }]} />}
        dataActions={edits && <FormDialog button="Cambiar la ficha" icon="edit" title="Cambiar la ficha" start={() => ({ title: set.title, kind: set.kind, note: set.note })} action="territory/change-set" input={(given) => ({ id, version: set.version, ...given })} refresh={['territory', 'evidence']} done="Ficha cambiada" submit="Guardar" labels={{ title: 'Nombre', note: 'Nota' }}>{(draft) => <SetFields {...draft} />}</FormDialog>}
        documents={evidence.documents} documentCount={evidence.documentCount} history={evidence.history} historyCount={evidence.historyCount} />
      <PrintFoot text={set.title} />
    </>
  )
}
export default ZoneSetPage

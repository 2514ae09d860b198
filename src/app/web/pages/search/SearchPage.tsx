import { useEffect, useState } from 'react'
import { formatNumber, counted, sortKey } from '#kernel'
import { Button, Chip, Desk, EmptyState, isOffered, Notice, PageTitle, Pagination, PlaceLink, PrintButton, ProblemView, Section, Select, TextField, ThinLoader, useAddress, useApi, useAsOf, useFilters, usePage, useSession } from '#design'
import { modulePages } from '../../pages.ts'
import { shellPages } from '../../shell/shell-pages.ts'
import { FigureHit } from './FigureHit.tsx'
import { Pieces } from './Pieces.tsx'
import type { GroupView, HitView, SearchAnswerView } from './search-answer.ts'
import './search.css'

const REST_MS = 250
const YEARS_BACK = 12
const SIZE = 30
const EACH = 6

const Hit = ({ hit }: { hit: HitView }) => (
  <>
    <p className="hit-title"><PlaceLink href={hit.href}><Pieces pieces={hit.pieces} /></PlaceLink></p>
    {hit.subtitle && <p className="hit-subtitle"><Pieces pieces={hit.subtitlePieces} /></p>}
    {hit.snippet && <p className="hit-snippet"><Pieces pieces={hit.snippet} /></p>}
  </>
)
const Group = ({ group, atLeast, alone, onMore }: { group: GroupView; atLeast: boolean; alone: boolean; onMore: () => void }) => (
  <Section title={group.title} aside={`${formatNumber(group.count)}${atLeast ? ' o más' : ''}`}>
    <ul className="hits">{group.items.map((hit) => <li key={`${hit.kind} ${hit.record_id}`}>{hit.recipe ? <FigureHit hit={hit} start={false} /> : <Hit hit={hit} />}</li>)}</ul>
    {!alone && group.count > group.items.length && <p><Button kind="plain" size="compact" onPress={onMore}>Ver {group.title.toLowerCase()}: {formatNumber(group.count)}{atLeast ? ' o más' : ''}</Button></p>}
  </Section>
)
/** Pages of the product by their name, found without asking the server. */
const usePlaces = (text: string): readonly { title: string; path: string; summary?: string }[] => {
  const permissions = useSession().account?.permissions ?? []
  const words = sortKey(text).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  return [...shellPages, ...modulePages].filter((page) => page.listed !== false && !page.path.includes('$') && isOffered(page, permissions))
    .filter(({ title, summary }) => { const key = sortKey(`${title} ${summary ?? ''}`); return words.every((word) => key.includes(word)) }).slice(0, 6).map(({ title, path, summary }) => ({ title, path, summary }))
}
/** `?cifra=` opens a figure with its parameters (`p.period=2026`). */
const useNamedFigure = (): HitView | undefined => {
  const { search } = useAddress()
  if (!search['cifra']) return undefined
  const parameters = Object.fromEntries(Object.entries(search).filter(([name]) => name.startsWith('p.')).map(([name, value]) => [name.slice(2), value]))
  return { kind: 'figure', record_id: search['cifra'], title: 'Cifra', subtitle: '', href: '', pieces: [{ text: 'Cifra buscada', hit: false }], subtitlePieces: [], recipe: { id: search['cifra'], parameters } }
}

/** Buscar: everything the person may know, by kind, with filters and pages. What is written stays in the address. */
const SearchPage = () => {
  const { values, change } = useFilters(['q', 'tipo', 'unidad', 'anio'] as const)
  const [page, turn] = usePage()
  const asOf = useAsOf()
  // Without dates chosen by the person, everything known today: the closed period of the other pages would hide what is new.
  const dates = asOf.chosen ? { effectiveOn: asOf.effectiveOn, knownOn: asOf.knownOn } : {}
  const today = useSession().clock.today
  const [text, write] = useState(values.q)
  useEffect(() => write(values.q), [values.q])
  useEffect(() => {
    if (text === values.q) return undefined
    const timer = setTimeout(() => change({ q: text || undefined }), REST_MS)
    return () => clearTimeout(timer)
  }, [text])
  const asked = values.q.trim()
  const { data, problem, loading } = useApi<SearchAnswerView>('search', { text: asked, kind: values.tipo || undefined, unit: values.unidad || undefined, year: values.anio || undefined, page, size: SIZE, each: values.tipo ? SIZE : EACH, full: 1, ...dates }, { enabled: asked.length > 0 })
  const places = usePlaces(asked)
  const figure = useNamedFigure()
  const years = Array.from({ length: YEARS_BACK }, (_, index) => String(Number(today.slice(0, 4)) + 1 - index))
  const shown = asked ? data : undefined
  const nothing = shown && shown.groups.length === 0
  return (
    <>
      <PageTitle title="Buscar" lead="Registros, texto dentro de los documentos, acuerdos, cifras, normativa y manual: todo lo que usted puede ver." actions={<PrintButton />} />
      <form role="search" className="search-form" onSubmit={(event) => { event.preventDefault(); change({ q: text || undefined }) }}>
        <TextField label="Qué busca" type="search" value={text} onChange={write} placeholder="luminarias · &quot;plaza de armas&quot; · 40012345-0 · 215.31.02" maxLength={200} autoFocus={!asked} />
        <Button type="submit" kind="primary">Buscar</Button>
      </form>
      {figure && <Section title="Cifra"><FigureHit hit={figure} start /></Section>}
      <Desk filtersLabel="Afinar la búsqueda" filters={<>
        <div className="search-kinds" role="group" aria-label="Clase de resultado">
          <Chip pressed={!values.tipo} onPress={() => change({ tipo: undefined })}>Todo</Chip>
          {values.tipo && !shown?.groups.some(({ kind }) => kind === values.tipo) && <Chip pressed onPress={() => change({ tipo: undefined })}>Sólo una clase</Chip>}
          {shown?.groups.map(({ kind, title, count }) => <Chip key={kind} pressed={values.tipo === kind} onPress={() => change({ tipo: values.tipo === kind ? undefined : kind })}>{title} {formatNumber(count)}</Chip>)}
        </div>
        <Select label="Año" value={values.anio} onChange={(anio) => change({ anio: anio || undefined })} choices={[{ value: '', title: 'Todos' }, ...years.map((year) => ({ value: year, title: year }))]} />
        {(shown?.units.length ?? 0) > 0 && <Select label="Unidad a cargo" value={values.unidad} onChange={(unidad) => change({ unidad: unidad || undefined })} choices={[{ value: '', title: 'Todas' }, ...(shown?.units ?? []).map(({ id, name }) => ({ value: id, title: name }))]} />}
        <p className="source">El año y la unidad valen para los registros que los dicen. Si elige fechas arriba, lo posterior a ellas no aparece.</p>
      </>}>
        <ThinLoader active={loading && asked.length > 0} label="Buscando" />
        {problem && <ProblemView problem={problem} />}
        {shown && <p role="status" className="source">{nothing ? `Nada coincide con «${asked}».` : `${shown.atLeast ? 'Al menos ' : ''}${counted(shown.total, 'resultado', 'resultados')} para «${shown.corrected ? shown.corrected.to : asked}».`}</p>}
        {shown?.corrected && <Notice tone="data" title={`Nada decía «${shown.corrected.from}»: se buscó «${shown.corrected.to}»`}>Si quería decir lo que escribió, póngalo entre comillas.</Notice>}
        {places.length > 0 && !values.tipo && page === 1 && <Section title="Ir a"><ul className="hits">{places.map(({ title, path, summary }) => <li key={path}><p className="hit-title"><a href={path}>{title}</a></p>{summary && <p className="hit-subtitle">{summary}</p>}</li>)}</ul></Section>}
        {shown?.groups.map((group) => <Group key={group.kind} group={group} atLeast={shown.atLeast} alone={values.tipo === group.kind} onMore={() => change({ tipo: group.kind })} />)}
        {shown && values.tipo && shown.pages > 1 && <Pagination page={page} pages={shown.pages} total={shown.total} onPage={turn} label="Páginas de resultados" />}
        {(nothing || !asked) && places.length === 0 && !figure && (
          <EmptyState title={asked ? 'Pruebe de otra manera' : 'Escriba en la casilla lo que recuerda'}>
            <ul>
              <li>Menos palabras, o sólo su comienzo: «pavi» encuentra «pavimentación». Los acentos dan lo mismo.</li>
              <li>Una frase exacta va entre comillas: «"plaza de armas"».</li>
              <li>Los códigos se escriben como quiera: BIP con o sin guion, RUT con o sin puntos, cuenta con puntos o guiones, decreto con su número.</li>
              {(values.tipo || values.anio || values.unidad) && <li>Quite los filtros: hay uno puesto.</li>}
              <li>Un documento recién adjuntado tarda unos segundos en leerse; uno escaneado necesita reconocimiento de texto. Su ficha lo dice.</li>
            </ul>
          </EmptyState>
        )}
      </Desk>
    </>
  )
}
export default SearchPage

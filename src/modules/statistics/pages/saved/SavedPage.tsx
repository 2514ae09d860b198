import { ButtonLink, Notice, PageTitle, ProblemView, ThinLoader, useAddress, useApi, useAsOf, usePageName, useRouteParam, useToasts, Button, useAct } from '#design'
import { useEffect, useRef } from 'react'
import type { BuilderAnswer } from '../../builder/open-builder.query.ts'
import { tableHref, tablesHref } from '../../hrefs.ts'
import { readSearch, wholeSearch } from '../../saved/canonical-search.ts'
import { citation } from '../../saved/citation.ts'
import type { SavedView } from '../../saved/saved-contract.ts'
import { Builder } from '../builder/Builder.tsx'
import { ChangeSaved, RetireSaved } from './SavedList.tsx'

type Answer = { readonly table: SavedView; readonly retired: boolean; readonly mayChange: boolean; readonly mayShare: boolean }

const Restore = ({ table }: { table: SavedView }) => {
  const { run, running } = useAct<{ id: string; version: number }, unknown>('statistics/restore-saved', { refresh: ['statistics'], done: 'Cuadro recuperado' })
  return <Button busy={running} onPress={() => void run({ id: table.id, version: table.version })}>Recuperar</Button>
}
/** A kept table: its address brings the same request, asked again with the data of today. */
const SavedPage = () => {
  const id = useRouteParam('id')
  const { search, set } = useAddress()
  const { say } = useToasts()
  const { effectiveOn, knownOn } = useAsOf()
  const { data, problem } = useApi<Answer>('statistics/show-saved', { id })
  const table = data?.table
  const kept = table ? readSearch(wholeSearch(table.search, table.look)) : undefined
  const placed = useRef('')
  // The kept request enters the address once; what is changed after stays there, and is not the kept table until it is saved.
  useEffect(() => { if (kept && placed.current !== id) { placed.current = id; if (!search['medidas']) set(kept, { replace: true }) } }, [id, table])
  const about = useApi<BuilderAnswer>('statistics/open-builder', { id: table?.datasetId, version: table?.pinned ?? undefined, effectiveOn, knownOn }, { enabled: table !== undefined })
  usePageName(table?.title, [{ title: 'Cuadros', href: tablesHref }])
  if (!table || !kept) return problem ? <><PageTitle title="Cuadro guardado" /><ProblemView problem={problem} action={<ButtonLink href={tablesHref}>Ver los cuadros</ButtonLink>} /></> : <ThinLoader active label="Abriendo el cuadro" />
  if (data.retired) return <><PageTitle title={table.title} /><Notice tone="warning" title="Este cuadro se borró" action={data.mayChange ? <Restore table={table} /> : undefined}>El pedido se conserva: puede recuperarse.</Notice></>
  const changed = Object.entries(kept).some(([name, value]) => search[name] !== value)
  const cite = (): void => void navigator.clipboard.writeText(citation(table, about.data?.dataset.publisher ?? '', `${window.location.origin}${window.location.pathname}`, knownOn)).then(() => say('Cita copiada.'), () => say('El navegador no dejó copiar.'))
  return (
    <>
      <Notice tone="data" title={table.title} action={<>{changed && search['medidas'] && <Button onPress={() => set({ ...Object.fromEntries(Object.keys(search).map((name) => [name, undefined])), ...kept })}>Volver a lo guardado</Button>}<Button onPress={cite}>Copiar la cita</Button>{data.mayChange && <><ChangeSaved table={table} mayShare={data.mayShare} /><RetireSaved table={table} /></>}<ButtonLink href={tableHref(table.datasetId, table.search)}>Abrir como cuadro nuevo</ButtonLink></>}>
        {[table.note, table.pinned ? `Fijo en la versión ${table.pinned}.` : 'Sigue la última versión.', table.shared ? 'Lo ve toda la oficina.' : 'Solo lo ve usted.', changed && search['medidas'] ? 'Lo cambió: lo guardado sigue igual.' : ''].filter(Boolean).join(' ')}
      </Notice>
      {about.problem && <ProblemView problem={about.problem} />}
      {about.data?.standing !== undefined && about.data.standing !== 'may' && <Notice tone="warning" title="Conjunto restringido" action={<ButtonLink href={tableHref(table.datasetId)}>Abrir con finalidad</ButtonLink>}>Sus números se abren escribiendo la finalidad.</Notice>}
      {about.data?.standing === 'may' && about.data.version && search['medidas'] && <Builder about={about.data} structure={about.data.version.structure} />}
    </>
  )
}
export default SavedPage

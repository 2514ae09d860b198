import { useEffect, useState } from 'react'
import { Button, Dialog, Notice, PageTitle, ProblemView, PrintButton, PrintFoot, Section, ThinLoader, useAddress, useMay, useSession, useToasts } from '#design'
import { type Day, formatDay } from '#kernel'
import type { BuilderAnswer } from '../../builder/open-builder.query.ts'
import { defaultRequest } from '../../builder/default-request.ts'
import { addressToRequest, layerToText, requestToAddress, textToLayer } from '../../builder/table-address.ts'
import type { TableRequest } from '../../model/request.ts'
import type { Structure } from '../../model/structure.ts'
import { canonicalSearch } from '../../saved/canonical-search.ts'
import { Calculations } from './Calculations.tsx'
import { ChartSection } from './ChartSection.tsx'
import { CubeTable } from './CubeTable.tsx'
import { blockSize, blockText, MOST_COPIED, wholeBlock } from './copy-block.ts'
import { Downloads } from './Downloads.tsx'
import { Pickers } from './Pickers.tsx'
import { PivotBar } from './PivotBar.tsx'
import { SaveTable } from './SaveTable.tsx'
import { TableNotes } from './TableNotes.tsx'
import { codesOfLine, layerWords, tableView } from './table-view.ts'
import { useTable } from './use-table.ts'
import { usePhone } from './use-phone.ts'
import './builder.css'

type Props = { about: BuilderAnswer; structure: Structure }
const lookOf = (search: Readonly<Record<string, string>>): string => new URLSearchParams(Object.entries(search).filter(([name]) => name === 'capa' || name === 'grafico' || name === 'clases')).toString()

/** The builder over one data set. The address is the table: nothing is kept anywhere else. */
export const Builder = ({ about, structure }: Props) => {
  const { search, set } = useAddress()
  const { say } = useToasts()
  const phone = usePhone()
  const mayShare = useMay('statistics.load')
  const [choosing, choose] = useState(false)
  const { dataset, home } = about
  const { today } = useSession().clock
  const request = addressToRequest(dataset.id, search) ?? { ...defaultRequest({ dataset: dataset.id, structure, above: about.above, home, today }), version: Number(search['version']) || 'latest' as const }
  const layer = textToLayer(search['capa'])
  const { cube, problem, loading } = useTable(request)
  const change = (next: TableRequest): void => set({ ...requestToAddress(next) })
  const shown = cube?.source.datasetId === dataset.id ? cube : undefined
  const view = shown && tableView(shown, layer)
  useEffect(() => { if (!phone) choose(false) }, [phone])
  const sortBy = (column: number): void => {
    if (!view) return
    const by = [...codesOfLine(view.columns, column), ...view.layer.variables.map((_, level) => view.layer.codeAt(view.line, level)?.code ?? '')]
    const same = request.sort && request.sort.by.join() === by.join()
    change({ ...request, sort: !same ? { by, descending: true } : request.sort?.descending ? { by, descending: false } : undefined })
  }
  const copyAll = (): void => {
    if (!view) return
    const block = wholeBlock(view)
    if (blockSize(block) > MOST_COPIED) say('Es demasiado para el portapapeles: descargue el cuadro en Excel o CSV.')
    else void navigator.clipboard.writeText(blockText(view, block)).then(() => say('Cuadro copiado: péguelo en una planilla.'), () => say('El navegador no dejó copiar. Descargue el cuadro en Excel.'))
  }
  const pickers = <Pickers about={about} structure={structure} request={request} cube={shown} change={change} />
  const canonical = canonicalSearch(dataset.id, new URLSearchParams(Object.entries(requestToAddress(request)).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString(), request.version)
  return (
    <>
      <ThinLoader active={loading} label="Calculando el cuadro" />
      <PageTitle title={dataset.title} lead={dataset.description || undefined} above={<><span>{dataset.publisher}</span>{about.version && <span>Versión {about.version.number} · cubre {about.version.period} · actualizado {formatDay(about.version.updatedOn)}</span>}</>}
        actions={<><PrintButton />{shown && <Downloads request={request} layerText={layerToText(layer) ?? ''} confidential={dataset.access === 'confidential'} />}{shown && canonical && <SaveTable cube={shown} search={canonical.search} look={lookOf(search)} mayShare={mayShare} />}</>} />
      {dataset.overdueDays > 0 && <Notice tone="warning" title="Dato atrasado">{shown?.source.overdue ?? 'Su próxima versión ya debería haber llegado.'}</Notice>}
      {request.version !== 'latest' && about.versions[0] && about.versions[0].number !== request.version && <Notice tone="data" title={`Ve la versión ${request.version}`} action={<Button onPress={() => change({ ...request, version: 'latest' })}>Ver la última</Button>}>Hay una más nueva: la {about.versions[0].number}, que cubre {about.versions[0].period}.</Notice>}
      <div className="builder">
        {!phone && <aside className="builder-side no-print" aria-label="Variables del cuadro">{pickers}</aside>}
        <div className="builder-main">
          {phone && <Button icon="sort" onPress={() => choose(true)}>Elegir variables</Button>}
          {shown && <PivotBar request={request} cube={shown} layer={layer} change={change} onLayer={(key, code) => set({ capa: layerToText({ ...layer, [key]: code }) })} />}
          {shown && <Calculations request={request} cube={shown} populations={about.populations} change={change} />}
          {problem && <ProblemView problem={problem} action={<Button onPress={() => set(Object.fromEntries(Object.keys(requestToAddress(request)).map((name) => [name, undefined])))}>Volver al cuadro propuesto</Button>} />}
          {!shown && !problem && <p className="cube-waiting" role="status">Calculando el cuadro… El primero de un conjunto grande tarda unos segundos.</p>}
          {shown && view && !problem && (
            <Section title={shown.title} aside={<><span className="soft">{shown.measures.map(({ unit }) => unit).filter((unit, at, all) => unit && all.indexOf(unit) === at).join('; ')}</span> <Button kind="plain" size="compact" onPress={copyAll}>Copiar</Button></>}>
              {layerWords(view) && <p className="cube-layer">{layerWords(view)}</p>}
              <CubeTable view={view} layer={layer} sort={request.sort} onSort={sortBy} />
              <TableNotes cube={shown} layer={layer} />
            </Section>
          )}
          {shown && !problem && <ChartSection cube={shown} layer={layer} home={home} kind={search['grafico'] ?? ''} classes={search['clases'] ?? ''} change={set} />}
        </div>
      </div>
      <Dialog title="Variables del cuadro" open={choosing} onClose={() => choose(false)} actions={<Button kind="primary" onPress={() => choose(false)}>Ver el cuadro</Button>}><div className="picker-sheet">{pickers}</div></Dialog>
      {shown && <PrintFoot text={`${shown.title}. Fuente: ${shown.source.publisher}, versión ${shown.source.version}. Conocido al ${formatDay(shown.asOf.knownOn as Day)}`} />}
    </>
  )
}

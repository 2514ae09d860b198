import { counted, type Day, formatDay, formatInstant } from '#kernel'
import { api, ButtonLink, DefinitionList, FormDialog, Notice, Section, TextField } from '#design'
import type { LoadView } from '../../loads/load-contract.ts'
import { datasetHref } from '../../hrefs.ts'
import { Differences } from '../datasets/VersionList.tsx'

const Undo = ({ load, onDone }: { load: LoadView; onDone: () => void }) => (
  <FormDialog<{ reason: string }, unknown> button="Deshacer la carga" kind="danger" title="Deshacer la carga" action="statistics/undo-load" refresh={['statistics', 'evidence']} done="Carga deshecha" submit="Deshacer" start={() => ({ reason: '' })} input={({ reason }) => ({ id: load.id, version: load.version, reason })} onDone={onDone}>
    {({ values, set, error }) => <><p>La versión deja de usarse; la anterior vuelve a ser la última. Se puede hasta el {load.undoableUntil && formatDay(load.undoableUntil as Day)}.</p><TextField label="Motivo" name="reason" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required /></>}
  </FormDialog>
)
/** What was loaded, from which file, what it changed, and how to take it back. */
export const LoadReceipt = ({ load, onDone }: { load: LoadView; onDone: () => void }) => (
  <Section title="Recibo" aside={<>{load.state === 'loaded' && load.undoableUntil && <Undo load={load} onDone={onDone} />}<ButtonLink kind="primary" href={datasetHref(load.datasetId)}>Ver el conjunto</ButtonLink></>}>
    {load.state === 'loaded' && <Notice tone="good" title={`Versión ${load.versionNumber ?? ''} cargada: ${counted(load.preview?.rows ?? 0, 'fila', 'filas')}`}>La versión anterior queda como estaba.</Notice>}
    {load.state === 'undone' && <Notice tone="data" title="Esta carga se deshizo">Su versión no se usa; quien mire «conocido al» un día anterior la sigue viendo.</Notice>}
    {load.state === 'cancelled' && <Notice tone="data" title="Esta carga se descartó">No se guardó ningún dato.</Notice>}
    <DefinitionList columns={2} items={[{ term: 'Conjunto', value: load.datasetTitle }, { term: 'Período', value: load.period, absence: 'no dice' }, { term: 'Motivo', value: load.reason, absence: 'no dice' }, { term: 'Archivo', value: <a href={api.file(load.fileHash)} download>{load.fileName}</a> }, { term: 'Receta', value: load.recipe, absence: 'sin receta' }, { term: 'Empezó', value: formatInstant(load.startedAt) }]} />
    {load.preview?.changes && <Differences changes={load.preview.changes} first={load.preview.against === 0} />}
  </Section>
)

import { formatDay } from '#kernel'
import { api, Button, Checkbox, DataTable, EmptyState, FormDialog, TextField, useAct, useMay } from '#design'
import { savedHref } from '../../hrefs.ts'
import type { SavedView } from '../../saved/saved-contract.ts'

type Draft = { readonly title: string; readonly note: string; readonly shared: boolean }
export const ChangeSaved = ({ table, mayShare }: { table: SavedView; mayShare: boolean }) => (
  <FormDialog<Draft, unknown> button="Cambiar" kind="plain" size="compact" title="Cambiar el cuadro guardado" action="statistics/change-saved" refresh={['statistics']} done="Cuadro cambiado" submit="Guardar" start={() => ({ title: table.title, note: table.note, shared: table.shared })} input={(draft) => ({ id: table.id, version: table.version, ...draft })}>
    {({ values, set, error }) => <><TextField label="Título" name="title" value={values.title} onChange={(title) => set({ title })} error={error('title')} required /><TextField label="Para qué sirve" name="note" lines={2} value={values.note} onChange={(note) => set({ note })} error={error('note')} required={false} />{(mayShare || table.shared) && <Checkbox checked={values.shared} onChange={(shared) => set({ shared })}>Que lo vea toda la oficina</Checkbox>}</>}
  </FormDialog>
)
export const RetireSaved = ({ table }: { table: SavedView }) => {
  const { run, running } = useAct<{ id: string; version: number }, { id: string; version: number }>('statistics/retire-saved', { refresh: ['statistics'], done: 'Cuadro borrado', undo: ({ result }) => api.act('statistics/restore-saved', { id: result.id, version: result.version }) })
  return <Button kind="plain" size="compact" busy={running} onPress={() => void run({ id: table.id, version: table.version })}>Borrar</Button>
}
/** The tables that were kept: one's own and those of the office. */
export const SavedList = ({ tables, mayShare }: { tables: readonly SavedView[]; mayShare: boolean }) => {
  const mayManage = useMay('statistics.manage')
  return (
    <DataTable<SavedView> caption="Cuadros guardados" hideCaption sort="page" sortParam="orden_guardados" phone="lines" rows={tables} rowKey={({ id }) => id} rowHref={({ id }) => savedHref(id)} source="cuadros guardados en el sistema" empty={<EmptyState title="No hay cuadros guardados">Arme uno y use «Guardar consulta».</EmptyState>}
      columns={[
        { key: 'title', title: 'Cuadro', width: '40%', text: ({ title }) => title, render: ({ id, title, note }) => <><a href={savedHref(id)}>{title}</a>{note && <small className="under">{note}</small>}</> }, { key: 'dataset', title: 'Datos', text: ({ datasetTitle }) => datasetTitle },
        { key: 'reach', title: 'Lo ve', text: ({ shared, mine, author }) => (shared ? `la oficina${mine || !author ? '' : ` (de ${author})`}` : 'solo usted') }, { key: 'follow', title: 'Versión', text: ({ pinned }) => (pinned ? `fija en la ${pinned}` : 'la última') }, { key: 'changed', title: 'Cambió', text: ({ changedOn }) => formatDay(changedOn) },
        { key: 'do', title: 'Acciones', sortable: false, text: () => '', render: (table) => (table.mine || mayManage) && <><ChangeSaved table={table} mayShare={mayShare} /><RetireSaved table={table} /></> },
      ]} />
  )
}

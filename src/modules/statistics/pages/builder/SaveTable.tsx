import { Checkbox, FormDialog, newId, RadioGroup, TextField, useAddress } from '#design'
import { readSearch } from '../../saved/canonical-search.ts'
import { savedHref } from '../../hrefs.ts'
import type { Cube } from '../../model/cube.ts'

type Draft = { readonly id: string; readonly title: string; readonly note: string; readonly shared: boolean; readonly follow: 'latest' | 'pinned' }
type Props = { cube: Cube; search: string; look: string; mayShare: boolean }

/** Keeps the table of this address under a name. */
export const SaveTable = ({ cube, search, look, mayShare }: Props) => {
  const { go } = useAddress()
  const pinned = readSearch(search)['version'] !== undefined
  return (
    <FormDialog<Draft, Draft & { readonly datasetId: string; readonly search: string; readonly look: string }> button="Guardar consulta" kind="primary" title="Guardar este cuadro" action="statistics/save-query" refresh={['statistics']} done="Cuadro guardado" submit="Guardar"
      start={() => ({ id: newId(), title: cube.title.slice(0, 200), note: '', shared: false, follow: pinned ? 'pinned' : 'latest' })} input={(draft) => ({ ...draft, datasetId: cube.source.datasetId, search, look })} onDone={({ id }) => go(savedHref(id))}>
      {({ values, set, error }) => <>
        <TextField label="Título" name="title" value={values.title} onChange={(title) => set({ title })} error={error('title')} required />
        <TextField label="Para qué sirve" name="note" lines={2} value={values.note} onChange={(note) => set({ note })} error={error('note')} required={false} />
        <RadioGroup label="Al llegar datos nuevos" name="follow" value={values.follow} onChange={(follow) => set({ follow })} choices={[{ value: 'latest', title: 'Mostrar siempre la última versión', note: 'Los períodos nuevos entran si eligió «últimos».' }, { value: 'pinned', title: `Quedarse con la versión ${cube.source.version}`, note: 'El cuadro no cambiará nunca.' }]} />
        {mayShare && <Checkbox checked={values.shared} onChange={(shared) => set({ shared })}>Que lo vea toda la oficina</Checkbox>}
      </>}
    </FormDialog>
  )
}

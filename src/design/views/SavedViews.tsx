import { useEffect, useRef, useState } from 'react'
import { useAddress } from '../address/address.tsx'
import { useApi } from '../client/use-api.ts'
import { Icon } from '../icons/Icon.tsx'
import { Menu, type MenuEntry } from '../overlay/Menu.tsx'
import { ArrangeViews } from './ArrangeViews.tsx'
import { SaveView } from './SaveView.tsx'
import { viewPatch, viewText } from './view-address.ts'
import { type View, type Views, VIEWS } from './views-api.ts'

/**
 * The saved views of the list that stands at this address. The address stays the truth: choosing a view writes it, saving one keeps it.
 * The list opens with the person's own view only when its address says nothing.
 */
export const SavedViews = () => {
  const { path, params, search, set } = useAddress()
  // A record is one: its address is already its name.
  const isList = Object.keys(params).length === 0
  const { data } = useApi<Views>(VIEWS, { path }, { enabled: isList })
  const [saving, save] = useState<View | 'new'>()
  const [arranging, arrange] = useState(false)
  const bare = useRef(Object.keys(search).length === 0)
  const text = viewText(search)
  useEffect(() => {
    if (!data || !bare.current) return
    bare.current = false
    const chosen = data.views.find(({ id }) => id === data.defaultId)
    if (chosen && text === '') set(viewPatch({}, chosen.search), { replace: true })
  }, [data])
  if (!data || !isList) return null
  const entry = (view: View): MenuEntry => ({ id: view.id, title: view.name, chosen: view.search === text, note: [view.by, view.id === data.defaultId ? 'se abre con ésta' : ''].filter(Boolean).join(' · ') || undefined, onPress: () => set(viewPatch(search, view.search)) })
  const [own, shared] = [data.views.filter(({ mine }) => mine), data.views.filter(({ mine }) => !mine)]
  const shown = data.views.find((view) => view.search === text)
  return (
    <div className="saved-views no-print">
      <Menu shortcut="v" button={<>{shown ? `Vista: ${shown.name}` : 'Vistas guardadas'}<Icon name="down" /></>} groups={[
        ...(own.length > 0 ? [{ title: 'Suyas', entries: own.map(entry) }] : []),
        ...(shared.length > 0 ? [{ title: 'De su unidad', entries: shared.map(entry) }] : []),
        { title: 'Esta lista', entries: [
          { id: 'all', title: 'Ver todo, sin filtros', disabled: text === '', onPress: () => set(viewPatch(search, '')) },
          { id: 'save', title: 'Guardar lo que se ve…', disabled: text === '' || shown?.mine, note: text === '' ? 'antes filtre, ordene o elija columnas' : shown?.mine ? 'ya está guardada' : undefined, onPress: () => save('new') },
          { id: 'arrange', title: 'Ordenar las vistas…', disabled: data.views.length === 0, onPress: () => arrange(true) },
        ] },
      ]} />
      {arranging && <ArrangeViews path={path} data={data} onRename={(view) => { arrange(false); save(view) }} onClose={() => arrange(false)} />}
      {saving && <SaveView path={path} search={text} mayShare={data.mayShare} of={saving === 'new' ? undefined : saving} onClose={() => save(undefined)} />}
    </div>
  )
}

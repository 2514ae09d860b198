import { useAsOf } from '../address/period.ts'
import { type QueryInput, searchText } from '../client/api.ts'
import { ButtonLink } from '../form/Button.tsx'
import { Icon } from '../icons/Icon.tsx'
import { Menu } from '../overlay/Menu.tsx'

/** A list that is edited in Excel: `plan.indicators`, with the filters on screen. */
export type Worksheet = { readonly name: string; readonly title: string; readonly filters?: QueryInput }
const DOWN = 'Planilla para editar'
const UP = 'Subir planilla editada'
const GRID = 'Editar en grilla'

/** Edited here in a grid, or down to Excel with what is filtered and both dates, and back up; behind a menu when the list has several. */
export const WorksheetLinks = ({ worksheets }: { worksheets: readonly Worksheet[] }) => {
  const dates = useAsOf()
  const file = ({ name, filters }: Worksheet): string => `/api/worksheets/file/${name}${searchText({ ...filters, effectiveOn: dates.effectiveOn, knownOn: dates.knownOn })}`
  const back = ({ name }: Worksheet): string => `/planillas/${name}`
  const grid = ({ name, filters }: Worksheet): string => `/planillas/grilla/${name}${searchText(filters)}`
  const [only, ...more] = worksheets
  if (!only) return null
  if (more.length === 0) return <><ButtonLink kind="plain" size="compact" icon="edit" href={grid(only)}>{GRID}</ButtonLink><ButtonLink kind="plain" size="compact" icon="download" href={file(only)} download>{DOWN}</ButtonLink><ButtonLink kind="plain" size="compact" icon="upload" href={back(only)}>{UP}</ButtonLink></>
  const entries = (href: (one: Worksheet) => string) => [{ entries: worksheets.map((one) => ({ id: one.name, title: one.title, onPress: () => { const link = Object.assign(document.createElement('a'), { href: href(one) }); document.body.append(link); link.click(); link.remove() } })) }]
  return (
    <>
      <Menu className="button plain compact" label={GRID} button={<><Icon name="edit" />{GRID}</>} groups={entries(grid)} />
      <Menu className="button plain compact" label={DOWN} button={<><Icon name="download" />{DOWN}</>} groups={entries(file)} />
      <Menu className="button plain compact" label={UP} button={<><Icon name="upload" />{UP}</>} groups={entries(back)} />
    </>
  )
}

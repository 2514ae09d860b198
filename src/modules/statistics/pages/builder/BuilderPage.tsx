import { EmptyState, ButtonLink, FormDialog, Notice, PageTitle, ProblemView, TextField, ThinLoader, useAddress, useApi, useAsOf, usePageName, useRouteParam } from '#design'
import type { BuilderAnswer } from '../../builder/open-builder.query.ts'
import { datasetHref, tablesHref } from '../../hrefs.ts'
import { Builder } from './Builder.tsx'

const OpenRestricted = ({ about }: { about: BuilderAnswer }) => (
  <FormDialog<{ purpose: string }, unknown> button="Abrir con finalidad" kind="primary" title={`Abrir «${about.dataset.title}»`} action="statistics/open-restricted" refresh={['statistics', 'evidence']} done="Acceso abierto por hoy; quedó anotado" submit="Abrir" start={() => ({ purpose: '' })} input={({ purpose }) => ({ id: about.dataset.id, purpose })}>
    {({ values, set, error }) => <TextField label="Para qué lo necesita" name="purpose" lines={3} help="Queda en la bitácora con su nombre. El acceso vale por el día." value={values.purpose} onChange={(purpose) => set({ purpose })} error={error('purpose')} required />}
  </FormDialog>
)

/** A table over one data set. */
const BuilderPage = () => {
  const id = useRouteParam('id')
  const { effectiveOn, knownOn } = useAsOf()
  const { search } = useAddress()
  const version = Number(search['version']) || undefined
  const { data, problem } = useApi<BuilderAnswer>('statistics/open-builder', { id, version, effectiveOn, knownOn })
  usePageName(data?.dataset.title, [{ title: 'Cuadros', href: tablesHref }])
  if (!data) return problem ? <><PageTitle title="Cuadro" /><ProblemView problem={problem} /></> : <ThinLoader active label="Abriendo el conjunto" />
  if (data.standing !== 'may') return <><PageTitle title={data.dataset.title} />{data.standing === 'purpose' ? <Notice tone="warning" title="Conjunto restringido" action={<OpenRestricted about={data} />}>Sus números se abren escribiendo la finalidad.</Notice> : <Notice tone="data" title="Conjunto restringido">Su cargo ve la ficha, no los números.</Notice>}</>
  if (!data.version) return <><PageTitle title={data.dataset.title} /><EmptyState title="Este conjunto aún no tiene datos en esas fechas" actions={<ButtonLink href={datasetHref(id)}>Ver su ficha</ButtonLink>}>Cargue una versión o mire desde una fecha posterior.</EmptyState></>
  return <Builder about={data} structure={data.version.structure} />
}
export default BuilderPage

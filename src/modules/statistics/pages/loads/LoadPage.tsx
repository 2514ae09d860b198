import { PageTitle, PrintFoot, ProblemView, Steps, ThinLoader, useAddress, useApi } from '#design'
import type { LoadView } from '../../loads/load-contract.ts'
import { ChooseData } from './ChooseData.tsx'
import { ConfirmLoad } from './ConfirmLoad.tsx'
import { LoadReceipt } from './LoadReceipt.tsx'
import { ReadWith } from './ReadWith.tsx'

const step = (load: LoadView | undefined): number => (!load ? 0 : load.state === 'loaded' || load.state === 'undone' ? 3 : load.preview ? 2 : 1)
const titles = ['Archivo', 'Cómo se lee', 'Qué cambia', 'Recibo'] as const

/** A file becomes a version in four steps; each stays in the address, so it can be left and taken up again. */
const LoadPage = () => {
  const { search } = useAddress()
  const id = search['carga'] ?? ''
  const { data, problem, again } = useApi<LoadView>('statistics/show-load', { id }, { enabled: id !== '' })
  const load = id === '' ? undefined : data
  const at = step(load)
  return (
    <>
      <PageTitle title="Cargar datos" lead={load ? `«${load.fileName}» en ${load.datasetTitle}.` : 'La versión anterior queda tal como estaba; la carga se puede deshacer.'} />
      <Steps label="Pasos de la carga" steps={titles.map((title, index) => ({ id: title, title, state: index < at ? 'full' : index === at ? 'here' : 'empty' }))} />
      {problem && <ProblemView problem={problem} />}
      {id === '' && <ChooseData />}
      {id !== '' && !load && !problem && <ThinLoader active label="Abriendo la carga" />}
      {load && load.state !== 'loaded' && load.state !== 'undone' && load.state !== 'cancelled' && <ReadWith key={load.id} load={load} onRead={again} />}
      {load?.preview && (load.state === 'reading' || load.state === 'ready') && <ConfirmLoad key={`${load.id}-${load.version}`} load={load} onDone={again} />}
      {load && (load.state === 'loaded' || load.state === 'undone' || load.state === 'cancelled') && <LoadReceipt load={load} onDone={again} />}
      <PrintFoot text={load ? `Carga ${load.id.slice(0, 8)} de ${load.datasetTitle}` : 'Cargar datos'} />
    </>
  )
}
export default LoadPage

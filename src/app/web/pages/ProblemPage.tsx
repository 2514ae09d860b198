import { Notice, PageTitle, ProblemView, Section, ThinLoader, useApi, usePageName, useRouteParam } from '#design'

type ProblemHelp = { readonly id: string; readonly kind: string; readonly title: string; readonly remedy: string; readonly law?: { readonly norm: string; readonly article?: string }; readonly detail?: string }

const families: Readonly<Record<string, string>> = {
  input: 'Lo enviado no tiene la forma esperada.', identity: 'No se sabe quién lo pide: hay que entrar.', permission: 'Su cargo no puede hacer esto.', absent: 'Lo pedido no existe o no está a su alcance.',
  conflict: 'El estado de las cosas no lo permite ahora.', version: 'Otra persona guardó antes.', size: 'Es más grande de lo que se acepta.', rule: 'Una regla legal o presupuestaria lo impide.',
  rate: 'Se hicieron demasiados intentos seguidos.', dependency: 'Algo de lo que depende no responde.', defect: 'Es una falla del programa, no de usted.',
}

/** Help of one problem: what it means, what to do, the law. */
const ProblemPage = () => {
  const id = useRouteParam('_splat')
  const own = id.startsWith('web/')
  const { data, problem, loading } = useApi<ProblemHelp>(`problems/${id}`, undefined, { enabled: !own })
  usePageName(data?.title)
  if (own) return <><PageTitle title="Problemas de esta pantalla" /><Notice tone="data" title="El navegador no recibió una respuesta útil"><p>Puede que el programa esté detenido, que la red se haya cortado o que la página sea de una versión anterior. Lo escrito sigue en la pantalla. Espere un momento, repita y, si continúa, avise a quien administra el sistema.</p></Notice></>
  return (
    <>
      <PageTitle title={data?.title ?? 'Ayuda sobre un problema'} lead={data && families[data.kind]} />
      <ThinLoader active={loading} />
      {problem && <ProblemView problem={problem} />}
      {data && <Section title="Qué hacer" aside={data.law ? `${data.law.norm}${data.law.article ? `, ${data.law.article}` : ''}` : undefined}><div className="prose"><p>{data.remedy}</p>{data.detail && <p>{data.detail}</p>}</div><p className="source">Código del problema: {data.id}</p></Section>}
    </>
  )
}
export default ProblemPage

import { ButtonLink, EmptyState, PageTitle, usePageName } from '#design'

/** An address with nothing behind. */
export const NotFound = () => {
  usePageName('Página no encontrada')
  return (
    <>
      <PageTitle title="Esta página no existe" />
      <EmptyState title="Nada responde en esta dirección" actions={<><ButtonLink kind="primary" href="/">Ir a Mi trabajo</ButtonLink><ButtonLink href="/atajos">Ver los atajos</ButtonLink></>}>
        <p>Puede que el enlace esté incompleto o que el registro haya cambiado de lugar. Con Ctrl K se busca en todo.</p>
      </EmptyState>
    </>
  )
}

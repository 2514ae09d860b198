import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Button, PageTitle, ProblemView, toProblem } from '#design'

/** What is seen when a page breaks: the rest of the product keeps working. */
export const PageFailure = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter()
  const failure = error instanceof Error ? error : new Error(String(error))
  const stale = /dynamically imported module|Importing a module/.test(failure.message)
  const again = () => { if (stale) return window.location.reload(); reset(); void router.invalidate() }
  return (
    <>
      <PageTitle title={stale ? 'Hay una versión nueva de Secplan' : 'Esta página no se pudo mostrar'} />
      {stale ? <p>Esta pestaña quedó con la versión anterior. Al cargarla de nuevo seguirá donde estaba.</p> : <ProblemView problem={toProblem(failure)} />}
      <div className="actions form-actions"><Button kind="primary" onPress={again}>Cargar de nuevo</Button></div>
    </>
  )
}

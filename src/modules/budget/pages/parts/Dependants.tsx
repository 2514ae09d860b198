import { counted } from '#kernel'
import type { ApiProblem } from '#design'

type Dependant = { readonly line: string; readonly account: string; readonly what: string; readonly later: number }

/** What leans on what was to be undone: each line with its reason, to go and see. */
export const Dependants = ({ problem }: { problem: ApiProblem }) => {
  const list = (problem.body.facts?.['dependants'] ?? []) as readonly Dependant[]
  if (list.length === 0) return null
  return (
    <table>
      <caption>Líneas que lo impiden</caption>
      <thead><tr><th scope="col">Línea</th><th scope="col">Qué pasaría</th><th scope="col">Hechos posteriores</th></tr></thead>
      <tbody>{list.map(({ line, account, what, later }) => <tr key={line}><th scope="row"><a href={`/presupuestar/lineas/${line}`}>{account}</a></th><td>{what}</td><td>{counted(later, 'hecho', 'hechos')}</td></tr>)}</tbody>
    </table>
  )
}

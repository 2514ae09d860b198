import type { AnyAction, AnyQuery } from '#platform/actions'
import { modules } from '../modules.ts'

/** An action of the product by its name: the command line does what the API does. */
export const actionNamed = (name: string): AnyAction => {
  const found = modules.flatMap(({ actions }) => actions ?? []).find((action) => action.name === name)
  if (!found) throw new Error(`No existe la acción ${name}`)
  return found
}
export const queryNamed = (name: string): AnyQuery => {
  const found = modules.flatMap(({ queries }) => queries ?? []).find((query) => query.name === name)
  if (!found) throw new Error(`No existe la consulta ${name}`)
  return found
}

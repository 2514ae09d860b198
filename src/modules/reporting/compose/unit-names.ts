import type { ReadContext } from '#platform/actions'
import { registry } from '#registry'

type Units = { readonly units: readonly { readonly id: string; readonly name: string }[] }

/** Names of the units of the commune by id, asked to the registry. */
export const unitNames = async (context: ReadContext): Promise<ReadonlyMap<string, string>> => {
  const query = registry.queries?.find(({ name }) => name === 'registry.list-units')
  const { units } = query ? ((await query.run({}, context)) as Units) : { units: [] }
  return new Map(units.map(({ id, name }) => [id, name]))
}

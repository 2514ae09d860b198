import type { Actor } from '#kernel'
import { scopeOf } from '#platform/actions'
import { fileRows } from '#evidence'
import type { Town } from '../../../../tests/town.ts'

/** Stores bytes as an uploaded file of the town. */
export const upload = async (town: Town, actor: Actor, name: string, bytes: Uint8Array): Promise<string> => {
  const { services } = town.system
  const { hash, size } = await services.files.put(bytes)
  await services.database.write(scopeOf(actor), (tx) => fileRows(tx).add({ hash, name, mediaType: 'application/geo+json', size, visibility: 'internal', uploadedBy: actor.accountId, at: services.clock.now().toISOString() }))
  return hash
}

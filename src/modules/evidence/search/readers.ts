import type { Actor, Permission } from '#kernel'

/** What somebody must be able to do to know that records of a kind exist. Kinds nobody named are known to whoever holds an office. */
const readers = new Map<string, Permission>()

/** Says which permission opens the records of each kind; called once while modules load. */
export const nameReaders = (kinds: Readonly<Record<string, Permission>>): void => {
  for (const [kind, permission] of Object.entries(kinds)) readers.set(kind, permission)
}
/** Kinds of records this person may not know of, whatever their label. */
export const barredKinds = ({ permissions }: Actor): readonly string[] => [...readers].filter(([, permission]) => !permissions.has(permission)).map(([kind]) => kind)
export const mayKnow = ({ permissions }: Actor, kind: string): boolean => {
  const needed = readers.get(kind)
  return needed === undefined || permissions.has(needed)
}

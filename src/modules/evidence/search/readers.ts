import type { Actor, Permission } from '#kernel'
import type { ReadContext } from '#platform/actions'
import { threadStore } from '../thread/thread.store.ts'
import { searchStore } from './search.store.ts'

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

/** Whether a reader is told of a record, as its own module answers it. */
export type Teller = (id: string, context: ReadContext) => Promise<boolean>
const tellers = new Map<string, Teller>()
/** Says who knows of the records of a kind that keep no search line: drafts of their author, errands between two people. */
export const nameTellers = (kinds: Readonly<Record<string, Teller>>): void => {
  for (const [kind, teller] of Object.entries(kinds)) tellers.set(kind, teller)
}
/** May this reader know of the record at all: its kind by permission, itself by the label of its line, and without a line by what its module tells them. */
export const mayKnowRecord = async (context: ReadContext, kind: string, id: string): Promise<boolean> => {
  const { actor, tx } = context
  if (!mayKnow(actor, kind) || !(await searchStore(tx).known(kind, id))) return false
  const teller = tellers.get(kind)
  return teller === undefined || (await threadStore(tx).lines([{ kind, id }])).length > 0 || teller(id, context)
}

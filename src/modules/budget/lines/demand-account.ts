import type { ReadContext } from '#platform/actions'
import { accountNames, type AccountNames, depthOf, longCode, shortCode, cutTo, type Depth } from '../accounts/account-tree.ts'
import { cubeStore } from '../execution/cube.store.ts'
import { accountUnknown } from '../problems.ts'

export const namesOf = async (context: ReadContext): Promise<AccountNames> => accountNames(await cubeStore(context.tx).localAccounts())

/** The long code of an account that exists, in the classifier or in the municipality. */
export const demandAccount = (code: string, names: AccountNames): string => {
  const long = longCode(code)
  if (!long || !names.known(long)) throw accountUnknown({ account: code })
  return long
}

/** The account above, in its long form; undefined for a subtítulo. */
export const parentAccount = (long: string): string | undefined => {
  const depth = depthOf(long)
  return depth === 1 ? undefined : cutTo(long, (depth - 1) as Depth)
}
export { shortCode }

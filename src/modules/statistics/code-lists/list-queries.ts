import { can } from '#kernel'
import { defineQuery, notFound, type ReadContext } from '#platform/actions'
import { z } from 'zod'
import { type CodeList, inForce } from './code-list.ts'
import { type LocalList, localLists } from './local-list.store.ts'
import { shippedLists } from './shipped-lists.ts'

/** Every list a recipe or a table may ask for: the national ones and those of the municipality. */
export const allLists = async ({ tx }: Pick<ReadContext, 'tx'>): Promise<readonly (CodeList | LocalList)[]> => [...shippedLists(), ...(await localLists(tx).all())]

export type CodeListLine = Omit<CodeList, 'codes'> & { readonly count: number; readonly ended: number }
export type CodeListsAnswer = { readonly lists: readonly CodeListLine[]; readonly mayManage: boolean }

export const listCodeLists = defineQuery({
  name: 'statistics.list-code-lists', title: 'Listas de códigos', input: z.object({}), allowed: can('statistics.read'),
  run: async (_input, context): Promise<CodeListsAnswer> => ({
    lists: (await allLists(context)).map(({ codes, key, title, description, source, national }) => {
      const now = codes.filter((one) => inForce(one, context.asOf.effectiveOn)).length
      return { key, title, description, source, national, count: now, ended: codes.length - now }
    }),
    mayManage: context.actor.permissions.has('statistics.manage'),
  }),
})

export type CodeListAnswer = { readonly list: CodeList; readonly version: number | null; readonly mayManage: boolean }
export const showCodeList = defineQuery({
  name: 'statistics.show-code-list', title: 'Una lista de códigos', input: z.object({ key: z.string().max(60) }), allowed: can('statistics.read'),
  run: async ({ key }, context): Promise<CodeListAnswer> => {
    const list = (await allLists(context)).find((one) => one.key === key)
    if (!list) throw notFound({ what: 'la lista de códigos' })
    return { list, version: 'version' in list ? list.version : null, mayManage: !list.national && context.actor.permissions.has('statistics.manage') }
  },
})

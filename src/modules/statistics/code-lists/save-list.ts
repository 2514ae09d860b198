import { can, formatDay } from '#kernel'
import { type ActionContext, defineAction, notFound, versionMoved } from '#platform/actions'
import { CreateCodeListInput, EndCodeInput, SetCodeInput } from '../contract.ts'
import { CODE_LIST, listHref } from '../hrefs.ts'
import { listIsNational } from '../problems.ts'
import { type LocalList, localLists } from './local-list.store.ts'
import { shippedLists } from './shipped-lists.ts'

const demandLocal = (key: string): void => {
  const national = shippedLists().find((list) => list.key === key)
  if (national) throw listIsNational({ title: national.title })
}
const held = async (context: ActionContext, key: string, version: number): Promise<{ title: string }> => {
  demandLocal(key)
  const row = await localLists(context.tx).hold(key)
  if (!row) throw notFound({ what: 'la lista de códigos' })
  if (row.version !== version) throw versionMoved({ what: row.title, yours: version, current: row.version }, { facts: { current: row } })
  return row
}
const keep = async (context: ActionContext, key: string): Promise<LocalList> => {
  const list = await localLists(context.tx).get(key)
  if (!list) throw notFound({ what: 'la lista de códigos' })
  await context.keep({ kind: CODE_LIST, id: key, version: list.version, data: list })
  await context.index({ kind: CODE_LIST, id: key, title: list.title, subtitle: 'Lista de códigos propia', href: listHref(key) })
  return list
}

/** Starts a list of codes of the municipality: neighbourhoods, programmes, sectors. */
export const createCodeList = defineAction({
  name: 'statistics.create-code-list', title: 'Crear una lista de códigos', input: CreateCodeListInput, allowed: can('statistics.manage'),
  run: async ({ key, validFrom, codes, ...head }, context) => {
    demandLocal(key)
    const store = localLists(context.tx)
    await store.add({ key, ...head }, context.entryId)
    await store.addCodes(key, validFrom, codes, context.entryId)
    const list = await keep(context, key)
    return { result: { key, version: list.version }, entry: { name: 'code-list-created', summary: `Se creó la lista de códigos «${list.title}»`, effectiveOn: validFrom, record: { kind: CODE_LIST, id: key }, facts: { codes: codes.length } } }
  },
})

/** Adds a code, or says what it is called from a day on; what it was called before stays in its history. */
export const setCode = defineAction({
  name: 'statistics.set-code', title: 'Agregar o cambiar un código', input: SetCodeInput, allowed: can('statistics.manage'),
  run: async ({ list: key, version, validFrom, ...code }, context) => {
    await held(context, key, version)
    const store = localLists(context.tx)
    await store.setCode(key, validFrom, code, context.entryId)
    await store.next(key)
    const list = await keep(context, key)
    return { result: { key, version: list.version }, entry: { name: 'code-set', summary: `«${list.title}»: el código ${code.code} es «${code.label}» desde el ${formatDay(validFrom)}`, effectiveOn: validFrom, record: { kind: CODE_LIST, id: key } } }
  },
})

/** Ends a code, saying which ones replace it. */
export const endCode = defineAction({
  name: 'statistics.end-code', title: 'Terminar la vigencia de un código', input: EndCodeInput, allowed: can('statistics.manage'),
  run: async ({ list: key, version, code, validUntil, replacedBy, reason }, context) => {
    await held(context, key, version)
    const store = localLists(context.tx)
    if ((await store.endCode(key, code, validUntil, replacedBy)) === 0) throw notFound({ what: `el código ${code} en vigor` })
    await store.next(key)
    const list = await keep(context, key)
    return { result: { key, version: list.version }, entry: { name: 'code-ended', summary: `«${list.title}»: el código ${code} vale hasta el ${formatDay(validUntil)}. ${reason}`, effectiveOn: validUntil, record: { kind: CODE_LIST, id: key }, facts: { replacedBy } } }
  },
})

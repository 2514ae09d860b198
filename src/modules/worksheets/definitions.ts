import type { Actor } from '#kernel'
import { type AnyWorksheet, type ModuleDefinition, notAllowed, notFound } from '#platform/actions'

export type Modules = () => readonly ModuleDefinition[]

export const worksheetsOf = (modules: Modules): readonly AnyWorksheet[] => modules().flatMap(({ worksheets = [] }) => worksheets)
/** Somebody who may edit some list in Excel. */
export const mayEditSome = (modules: Modules) => (actor: Actor): boolean => worksheetsOf(modules).some(({ allowed }) => allowed(actor))

/** The worksheet of that name. Throws `notFound`, or `notAllowed` for whoever may not edit it. */
export const demandWorksheet = (modules: Modules, name: string, actor: Actor): AnyWorksheet => {
  const found = worksheetsOf(modules).find((one) => one.name === name)
  if (!found) throw notFound({ what: 'esa planilla' })
  if (!found.allowed(actor)) throw notAllowed({ title: `Editar «${found.title}» en Excel` })
  return found
}

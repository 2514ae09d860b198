import type { Code, Dimension } from '../model/structure.ts'

/** A dimension with everything above its codes: parents may be codes of the dimension or only names that group them (the regions of a list of communes). */
export type Hierarchy = {
  readonly find: (code: string) => Code | undefined
  readonly childrenOf: (code: string) => readonly Code[]
  readonly atLevel: (level: string) => readonly Code[]
  /** The codes with rows that make up this one, none counted twice: itself when it has rows, else those of its children. */
  readonly cover: (code: string) => readonly string[]
  /** The same for the whole dimension. */
  readonly coverAll: () => readonly string[]
}

/** `above` are codes of the same list that the data does not bring; `present` the codes that do have rows (all of the dimension unless told). */
export const hierarchyOf = (dimension: Dimension, above: readonly Code[] = [], present?: ReadonlySet<string>): Hierarchy => {
  const own = new Map(dimension.codes.map((code) => [code.code, code]))
  const outside = new Map(above.filter(({ code }) => !own.has(code)).map((code) => [code.code, code]))
  const find = (code: string): Code | undefined => own.get(code) ?? outside.get(code)
  const known = new Map(above.map(({ code, parent }) => [code, parent]))
  const parentOf = ({ code, parent }: Code): string | undefined => parent ?? known.get(code)
  const children = new Map<string, Code[]>()
  for (const code of [...own.values(), ...outside.values()]) {
    const parent = parentOf(code)
    if (parent !== undefined && parent !== code.code && find(parent)) children.set(parent, [...(children.get(parent) ?? []), code])
  }
  const hasRows = (code: string): boolean => own.has(code) && (present?.has(code) ?? true)
  const cover = (code: string, path: ReadonlySet<string> = new Set()): readonly string[] => {
    if (hasRows(code)) return [code]
    if (path.has(code)) return []
    const deeper = new Set([...path, code])
    return (children.get(code) ?? []).flatMap((child) => cover(child.code, deeper))
  }
  return {
    find,
    childrenOf: (code) => children.get(code) ?? [],
    atLevel: (level) => [...own.values(), ...outside.values()].filter((code) => code.level === level),
    cover: (code) => [...new Set(cover(code))],
    coverAll: () => {
      const roots = [...own.values()].filter((code) => code.code !== dimension.total && !own.has(parentOf(code) ?? ''))
      return [...new Set(roots.flatMap(({ code }) => cover(code)))]
    },
  }
}
/** Does any code hang from another of the same dimension? Then it must be asked which of them have rows. */
export const isHierarchical = ({ codes }: Dimension): boolean => {
  const own = new Set(codes.map(({ code }) => code))
  return codes.some(({ parent }) => parent !== undefined && own.has(parent))
}

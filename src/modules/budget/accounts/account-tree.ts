import { type Account, loadClassifier } from '#platform/law'

/** Levels of a long code: 1 subtítulo, 2 ítem, 3 asignación, 4 subasignación, 5 sub-subasignación. */
export type Depth = 1 | 2 | 3 | 4 | 5
export const depthTitle: Record<Depth, string> = { 1: 'Subtítulo', 2: 'Ítem', 3: 'Asignación', 4: 'Subasignación', 5: 'Sub-subasignación' }
export type LocalAccountRow = { readonly long_code: string; readonly name: string }

const WIDTHS = [2, 2, 3, 3, 3] as const

const segmentsOf = (longCode: string): string[] => longCode.split('-').slice(1)
const isZero = (segment: string): boolean => !/[1-9]/.test(segment)

/** Depth of a long code: the position of its last segment that is not zero. */
export const depthOf = (longCode: string): Depth => Math.max(1, segmentsOf(longCode).findLastIndex((segment) => !isZero(segment)) + 1) as Depth

const cuts = new Map<string, string>()
/** The account above at a depth: (215-22-05-001-000-000, 1) → 215-22-00-000-000-000. */
export const cutTo = (longCode: string, depth: Depth): string => {
  const key = `${depth}${longCode}`
  const known = cuts.get(key)
  if (known) return known
  const cut = [longCode.slice(0, 3), ...WIDTHS.map((width, index) => (index < depth ? (segmentsOf(longCode)[index] ?? '0'.repeat(width)) : '0'.repeat(width)))].join('-')
  if (cuts.size > 50_000) cuts.clear()
  cuts.set(key, cut)
  return cut
}

/** The short form people say: 215-22-05-000-000-000 → 215-22-05. */
export const shortCode = (longCode: string): string => longCode.split('-').slice(0, 1 + depthOf(longCode)).join('-')

/** A short or long code in its long form. Undefined when it is not a code of five levels. */
export const longCode = (code: string): string | undefined => {
  const [prefix, ...segments] = code.trim().split('-')
  if ((prefix !== '115' && prefix !== '215') || segments.length < 1 || segments.length > WIDTHS.length) return undefined
  if (segments.some((segment, index) => !/^\d+$/.test(segment) || segment.length !== WIDTHS[index])) return undefined
  return [prefix, ...WIDTHS.map((width, index) => segments[index] ?? '0'.repeat(width))].join('-')
}

/** The two digits of the subtítulo. */
export const titleOf = (longCode: string): string => longCode.slice(4, 6)

let national: ReadonlyMap<string, string> | undefined
const nationalNames = (): ReadonlyMap<string, string> => (national ??= new Map(loadClassifier().map((account: Account) => [account.longCode, account.name])))

export type AccountNames = { readonly nameOf: (longCode: string) => string; readonly known: (longCode: string) => boolean }

/** Names of accounts: of the municipality first, then of the classifier, then of the nearest account above. */
export const accountNames = (local: readonly LocalAccountRow[]): AccountNames => {
  const own = new Map(local.map(({ long_code: code, name }) => [code, name]))
  const exact = (code: string): string | undefined => own.get(code) ?? nationalNames().get(code)
  const nearest = (code: string): string => {
    for (let depth = depthOf(code); depth >= 1; depth--) {
      const found = exact(cutTo(code, depth as Depth))
      if (found) return found
    }
    return code
  }
  // Lines repeat accounts: a budget of thousands of lines has a few hundred names.
  const memory = new Map<string, string>()
  return {
    known: (code) => exact(code) !== undefined,
    nameOf: (code) => {
      const known = memory.get(code)
      if (known !== undefined) return known
      const found = nearest(code)
      memory.set(code, found)
      return found
    },
  }
}

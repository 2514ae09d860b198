import type { Selection } from '../../model/request.ts'
import type { Code, Dimension } from '../../model/structure.ts'
import { ageGroups } from '../../tables/ages.ts'

export type Mode = { readonly id: string; readonly title: string; readonly select: Selection; readonly pressed: boolean }
const levelTitle: Readonly<Record<string, string>> = { country: 'País', region: 'Regiones', province: 'Provincias', commune: 'Comunas' }
export const levelWord: Readonly<Record<string, string>> = { country: 'país', region: 'región', province: 'provincia', commune: 'comuna' }
const same = (a: Selection | undefined, b: Selection): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The quick choices of a dimension: everything, the last periods, a level, a grouping. */
export const modesOf = (dimension: Dimension, above: readonly Code[], adds: boolean, now: Selection | undefined): readonly Mode[] => {
  const mode = (id: string, title: string, select: Selection): Mode => ({ id, title, select, pressed: same(now, select) })
  const levels = dimension.role !== 'place' ? [] : [...new Set([...dimension.codes, ...(adds ? above : [])].flatMap(({ level }) => (level ? [level] : [])))]
  const codes = dimension.codes.filter(({ code }) => code !== dimension.total)
  const grouped = (kind: 'age-5' | 'age-large'): boolean => { const { groups, crossing } = ageGroups(codes, kind); return groups.length > 1 && groups.length < codes.length && crossing.length === 0 }
  return [
    mode('all', 'Todos', { kind: 'all' }),
    ...(dimension.role === 'time' ? [3, 5, 10].filter((count) => count < dimension.codes.length).map((count) => mode(`last${count}`, `Últimos ${count}`, { kind: 'latest', count })) : []),
    ...(levels.length > 1 ? levels.map((level) => mode(`level-${level}`, levelTitle[level] ?? level, { kind: 'level', level })) : []),
    ...(dimension.role === 'age' && adds ? [...(grouped('age-5') ? [mode('age-5', 'Quinquenios', { kind: 'grouping', grouping: 'age-5' })] : []), ...(grouped('age-large') ? [mode('age-large', 'Grandes grupos', { kind: 'grouping', grouping: 'age-large' })] : [])] : []),
  ]
}
/** What can be ticked: what stands above first, then the data set's own values. */
export const optionsOf = (dimension: Dimension, above: readonly Code[], adds: boolean): readonly Code[] => {
  const own = new Set(dimension.codes.map(({ code }) => code))
  return [...(adds ? above.filter(({ code }) => !own.has(code)).sort((a, b) => rank(a) - rank(b)) : []), ...(dimension.role === 'time' ? [...dimension.codes].sort((a, b) => (a.code < b.code ? 1 : -1)) : dimension.codes)]
}
const rank = ({ level }: Code): number => ['country', 'region', 'province'].indexOf(level ?? '')
/** What is inside a place, down to the values the data has: a province gives its communes, and so does its region. */
export const insideOf = (code: string, dimension: Dimension, above: readonly Code[]): Selection => {
  const all = [...dimension.codes, ...above]
  const own = new Set(dimension.codes.map((one) => one.code))
  const children = all.filter(({ parent }) => parent === code)
  if (children.every((one) => own.has(one.code))) return { kind: 'children', of: code }
  const found: string[] = []
  const walk = (of: string, depth: number): void => { for (const one of all) if (one.parent === of && depth < 6) { if (own.has(one.code) && !found.includes(one.code)) found.push(one.code); else walk(one.code, depth + 1) } }
  walk(code, 0)
  return found.length > 0 ? { kind: 'codes', codes: found } : { kind: 'children', of: code }
}

import { formatPesos, sortKey } from '#kernel'
import type { ProjectImportChoices, RepeatedCode, RepeatRule } from './import-contract.ts'
import type { ListRow } from './read-rows.ts'
import { slug } from './read-values.ts'

/** Rows that are one project, with the row that rules and the cost they make. */
export type Gathered = { readonly key: string; readonly code: string; readonly rows: readonly ListRow[]; readonly main: ListRow }

/** A stable code for a project without one: words of its name and a short mark of name and place. */
const codeless = ({ name, places = [] }: ListRow): string => {
  const text = `${sortKey(name)}|${places.map(sortKey).join('|')}`
  let mark = 7
  for (const letter of text) mark = (mark * 31 + letter.charCodeAt(0)) >>> 0
  return `${slug(name).slice(0, 32).replace(/-+$/, '')}-${mark.toString(36).slice(0, 6)}`
}
/** What is proposed for rows with the same code: equal amounts are one project told by parts, several years are its history, otherwise they may be different projects. */
const propose = (rows: readonly ListRow[]): { rule: RepeatRule; reason: string } => {
  const amounts = new Set(rows.map(({ cost }) => cost ?? 0))
  const years = new Set(rows.map(({ since }) => since?.slice(0, 4) ?? ''))
  const names = new Set(rows.map(({ name }) => sortKey(name)))
  if (amounts.size === 1) return { rule: 'one', reason: `las ${rows.length} filas traen el mismo monto: es uno solo, no se suma` }
  if (years.size === rows.length && names.size === 1) return { rule: 'latest', reason: 'el mismo proyecto en años distintos: rige la fila más reciente' }
  if (names.size === 1) return { rule: 'latest', reason: 'el mismo nombre con montos distintos: rige la última fila' }
  return { rule: 'apart', reason: 'los nombres son distintos: el código puede estar compartido' }
}
const newest = (rows: readonly ListRow[]): ListRow => rows.reduce((best, row) => ((row.since ?? '') >= (best.since ?? '') ? row : best))
const add = (rows: readonly ListRow[], field: 'cost' | 'external' | 'own'): Partial<ListRow> => {
  const told = rows.map((row) => row[field]).filter((value): value is number => value !== undefined)
  return told.length > 0 ? { [field]: told.reduce((sum, value) => sum + value, 0) } : {}
}
const join = (rows: readonly ListRow[], rule: RepeatRule): ListRow => {
  const main = newest(rows)
  const places = [...new Set(rows.flatMap((row) => row.places ?? []))]
  return { ...main, ...(places.length > 0 ? { places } : {}), ...(rule === 'sum' ? { ...add(rows, 'cost'), ...add(rows, 'external'), ...add(rows, 'own') } : {}) }
}

/** Projects of a list: rows with the same code (or, without it, the same name and place) together, under the rule decided for each code. */
export const gatherRows = (rows: readonly ListRow[], choices: Pick<ProjectImportChoices, 'repeated' | 'repeatedAll'>): { projects: Gathered[]; repeated: RepeatedCode[] } => {
  const groups = new Map<string, ListRow[]>()
  for (const row of rows) {
    const key = row.code || codeless(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  const repeated: RepeatedCode[] = []
  const projects = [...groups].flatMap(([code, group]): Gathered[] => {
    const [first] = group
    if (!first) return []
    if (group.length === 1) return [{ key: code, code, rows: group, main: first }]
    const proposed = propose(group)
    const rule = choices.repeated[code] ?? choices.repeatedAll ?? ''
    repeated.push({ code: first.codeSays || first.name, rows: group.map((row) => ({ row: row.row, name: row.name, since: row.since?.slice(0, 4) ?? '', cost: row.cost === undefined ? 'sin monto' : formatPesos(row.cost) })), rule, proposed: proposed.rule, reason: proposed.reason })
    const used = rule || proposed.rule
    if (used !== 'apart') return [{ key: code, code, rows: group, main: join(group, used) }]
    return group.map((row, index) => { const own = index === 0 ? code : `${code.slice(0, 36)}-${index + 1}`; return { key: own, code: own, rows: [row], main: row } })
  })
  return { projects, repeated }
}

import { type Day, formatPesos, sortKey } from '#kernel'
import { type FundingName, stageTitle } from '../contract.ts'
import type { ProjectState } from '../portfolio/project.ts'
import { cellText, plain, proposeColumns, proposeHeader, proposeUnit } from './columns.ts'
import { changesOf } from './compare.ts'
import { type Gathered, gatherRows } from './gather-rows.ts'
import { type AmountField, amountFields, type ImportField, type ListItem, type ListPreview, type ListProblem, type MappedValue, type ProjectImportChoices, type ReadSheet, type Resemblance, type ToldProject } from './import-contract.ts'
import { financeOf, type ListRow, type Mapping, readRows } from './read-rows.ts'
import { codeKind, type Proposal, proposeSource, proposeStage } from './read-values.ts'
import { resemblance, wordsOf } from './resemble.ts'

export type ListRecipe = { readonly name: string; readonly columns: readonly { readonly says: string; readonly field: ImportField }[]; readonly stages: Readonly<Record<string, string>>; readonly sources: Readonly<Record<string, string>> }
export type ListFacts = { readonly portfolio: readonly ProjectState[]; readonly sources: readonly FundingName[]; readonly units: readonly { readonly id: string; readonly name: string; readonly code: string }[]; readonly recipes: readonly ListRecipe[]; readonly today: Day }

const PICTURE_ROWS = 30
const distinct = (says: readonly string[], propose: (text: string) => Proposal, chosen: Readonly<Record<string, string>>, remembered: Readonly<Record<string, string>>): MappedValue[] => {
  const counts = new Map<string, number>()
  for (const text of says) if (text) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].map(([text, count]) => {
    const mine = chosen[text]
    if (mine !== undefined) return { says: text, count, value: mine, reason: 'lo decidió usted', sure: true }
    return remembered[text] !== undefined ? { says: text, count, value: remembered[text], reason: 'receta', sure: true } : { says: text, count, ...propose(text) }
  })
}
const proposeUnitName = (text: string, units: ListFacts['units']): Proposal => {
  const key = plain(text)
  const found = units.find(({ name, code }) => plain(name) === key || plain(code) === key) ?? units.find(({ code, name }) => key.split(' ').includes(plain(code)) || plain(name).includes(key))
  return found ? { value: found.id, reason: `${found.code}, ${found.name}`, sure: plain(found.name) === key || plain(found.code) === key } : { value: '', reason: 'no está en el registro de unidades', sure: false }
}
/** The recipe whose titles are most of those of a header. */
export const recipeFor = (recipes: readonly ListRecipe[], titles: readonly string[]): ListRecipe | undefined => {
  const said = new Set(titles.map(plain))
  return recipes.find(({ columns }) => { const named = columns.filter(({ says }) => plain(says) !== ''); return named.length > 1 && named.filter(({ says }) => said.has(plain(says))).length / named.length > 3 / 4 })
}

/** Everything the assistant shows of a list: what it is read as, what it would change of the portfolio, and what has to be decided first. Pure. */
export const previewList = (sheets: readonly ReadSheet[], choices: ProjectImportChoices, facts: ListFacts): ListPreview => {
  const headers = sheets.map((one) => proposeHeader(one))
  const guessed = headers.findIndex(({ row }) => row >= 0)
  const index = choices.sheet ?? Math.max(0, guessed)
  const sheet = sheets[index] ?? { name: '', rows: [] }
  const header = choices.header ?? headers[index]?.row ?? -1
  const problems: ListProblem[] = []
  const tell = (severity: ListProblem['severity'], cell: string, says: string, what: string, remedy: string): void => { problems.push({ id: `${cell}${what}`, severity, cell, says, what, remedy }) }
  const recipe = recipeFor(facts.recipes, (sheet.rows[header] ?? []).map(cellText))
  const proposed = header >= 0 ? proposeColumns(sheet, header, recipe && new Map(recipe.columns.map(({ says, field }) => [plain(says), field]))) : []
  const columns = proposed.map((column) => { const mine = choices.columns?.find((one) => one.column === column.column); return mine && mine.field !== column.field ? { ...column, field: mine.field, reason: 'lo decidió usted', sure: true } : column })
  const byField = new Map<ImportField, number>(columns.filter(({ field }) => field !== 'ignored').map(({ field, column }) => [field, column]))
  for (const field of new Set(columns.map(({ field }) => field))) if (field !== 'ignored' && columns.filter((one) => one.field === field).length > 1) tell('stops', '', '', 'Dos columnas se leen como el mismo dato.', 'Deje una sola y marque la otra como «No se lee».')
  if (!byField.has('name')) tell('stops', '', '', header < 0 ? 'No se reconoce un encabezado con el nombre de los proyectos.' : 'Ninguna columna se lee como el nombre del proyecto.', 'Señale la fila de los títulos y la columna del nombre. Si el archivo no es una lista de proyectos, traiga otro.')
  const units = amountFields.flatMap((field: AmountField) => { const column = byField.get(field); if (column === undefined) return []; const found = proposeUnit(sheet, header, column); const mine = choices.units[String(column)]; return [mine ? { ...found, unit: mine, sure: true, reason: mine === found.unit ? found.reason : 'lo decidió usted' } : found] })
  for (const { sure, says, reason } of units) if (!sure) tell('stops', '', says, 'Falta confirmar en qué unidad están los montos de la columna.', `Elija pesos, miles o millones: ${reason}.`)
  const says = (field: ImportField) => { const column = byField.get(field); return column === undefined ? [] : sheet.rows.slice(header + 1).map((row) => cellText(row[column])) }
  const stageTitleSays = columns.find(({ field }) => field === 'stage')?.says ?? ''
  const stages = distinct(says('stage'), (text) => proposeStage(text, stageTitleSays), choices.stages, recipe?.stages ?? {})
  const sources = distinct(says('source'), (text) => proposeSource(text, facts.sources), choices.sources, recipe?.sources ?? {})
  const unitNames = distinct(says('unit'), (text) => proposeUnitName(text, facts.units), choices.unitNames, {})
  for (const { says: text, value } of stages) if (value === '' && choices.stages[text] === undefined) tell('stops', '', text, `La etapa «${text}» no tiene equivalente.`, 'Elija la etapa de la cartera que le corresponde, o déjela sin etapa.')
  const mapping: Mapping = { header, columns: byField, units: new Map(units.map(({ column, unit }) => [column, unit])), stages: new Map(stages.map(({ says: text, value }) => [text, value])), sources: new Map(sources.map(({ says: text, value }) => [text, value])), unitNames: new Map(unitNames.map(({ says: text, value }) => [text, value])) }
  const rows = byField.has('name') ? readRows(sheet, mapping, choices, facts.today) : []
  const data = rows.filter(({ role }) => role === 'data')
  checkTotals(rows, tell)
  const wanted = new Set(choices.places.map(plain))
  const inside = (row: ListRow) => wanted.size === 0 || (row.places ?? []).some((place) => wanted.has(plain(place)))
  const bad = (row: ListRow): string[] => [row.name.length < 3 ? 'La fila no trae el nombre del proyecto.' : '', ...row.faults.filter(({ what }) => /monto/.test(what)).map(({ cell, says: text, what }) => `${cell} dice «${text}». ${what}`)].filter(Boolean)
  for (const row of data.filter(inside)) for (const fault of row.faults) if (!/monto/.test(fault.what)) tell('can-wait', fault.cell, fault.says, fault.what, 'Corríjalo después en la ficha del proyecto, o en el archivo.')
  const { projects, repeated } = gatherRows(data.filter((row) => inside(row) && bad(row).length === 0), choices)
  for (const { code, rule } of repeated) if (rule === '') tell('stops', '', code, `«${code}» viene en más de una fila.`, 'Diga si es un proyecto o varios, más abajo.')
  const { items, resemblances } = compareAll(projects, choices, facts, tell)
  const rejected = data.filter((row) => inside(row) && bad(row).length > 0).map((row): ListItem => itemOf(row.code || `fila-${row.row}`, [row], toldOf(row, row.code, facts), 'rejected', bad(row)))
  const left = data.filter((row) => !inside(row))
  const count = (state: ListItem['state']) => items.filter((item) => item.state === state).length
  const places = new Map<string, number>()
  for (const row of data) for (const place of row.places ?? []) places.set(place, (places.get(place) ?? 0) + 1)
  return {
    sheets: sheets.map(({ name, rows: all }, number) => ({ index: number, name, rows: all.length })), sheet: index, header, headerReason: headers[index]?.reason ?? '', rowCount: sheet.rows.length,
    picture: sheet.rows.slice(0, PICTURE_ROWS).map((cells, number) => ({ number: number + 1, cells: Array.from({ length: Math.min(30, Math.max(...sheet.rows.slice(0, PICTURE_ROWS).map((row) => row.length))) }, (_, column) => cellText(cells[column]).slice(0, 60)), role: number === header ? 'header' as const : number < header ? 'title' as const : rows.find(({ row }) => row === number)?.role ?? 'data' as const })),
    columns, units, stages, sources, unitNames, places: [...places].map(([name, times]) => ({ name, count: times })).sort((a, b) => b.count - a.count || (sortKey(a.name) < sortKey(b.name) ? -1 : 1)), repeated, resemblances,
    counts: { rows: data.length, new: count('new'), changed: count('changed'), equal: count('equal'), rejected: rejected.length, leftOut: left.length + count('left-out'), merged: projects.reduce((sum, one) => sum + one.rows.length - 1, 0), totals: rows.filter(({ role }) => role === 'total').length, bipWithoutEnding: data.filter(({ codeSays }) => codeKind(codeSays) === 'bip-short').length, otherCodes: data.filter(({ codeSays }) => codeKind(codeSays) === 'other').length },
    items: [...items, ...rejected], problems: problems.sort((a, b) => (a.severity === b.severity ? 0 : a.severity === 'stops' ? -1 : 1)), loadable: !problems.some(({ severity }) => severity === 'stops') && count('new') + count('changed') > 0, recipe: recipe?.name ?? '',
  }
}

type Tell = (severity: ListProblem['severity'], cell: string, says: string, what: string, remedy: string) => void
/** A row of totals is not a project; its amount is checked against the rows above it, since the total before. */
const checkTotals = (rows: readonly ListRow[], tell: Tell): void => {
  let [sum, all] = [0, 0]
  for (const row of rows) {
    if (row.role === 'data') { sum += row.cost ?? 0; all += row.cost ?? 0 }
    if (row.role !== 'total' || row.cost === undefined) continue
    if (row.cost !== sum && row.cost !== all) tell('can-wait', `fila ${row.row + 1}`, formatPesos(row.cost), `El total no es la suma de sus filas: suman ${formatPesos(sum)}.`, 'Revise si faltan filas en el archivo. El total no se carga como proyecto.')
    sum = 0
  }
}
export const toldOf = (row: ListRow, code: string, facts: Pick<ListFacts, 'sources'>): ToldProject => ({
  code, name: row.name, ...(row.bip ? { bip: row.bip } : {}), ...(row.places ? { place: row.places.join(', ').slice(0, 200) } : {}), ...(row.stage ? { stage: row.stage } : {}), ...financeOf(row, facts.sources), ...(row.unitId ? { unitId: row.unitId } : {}),
  ...(row.latitude !== undefined ? { latitude: row.latitude, longitude: row.longitude } : {}), ...(row.women !== undefined ? { women: row.women } : {}), ...(row.men !== undefined ? { men: row.men } : {}), ...(row.since ? { since: row.since } : {}),
})
const itemOf = (key: string, rows: readonly ListRow[], told: ToldProject, state: ListItem['state'], reasons: readonly string[], more: Partial<ListItem> = {}): ListItem =>
  ({ key, rows: rows.map(({ row }) => row), state, told, codeSays: rows[0]?.codeSays ?? '', stageTitle: told.stage ? stageTitle[told.stage] : '', costText: told.cost === undefined ? '' : formatPesos(told.cost), reasons, changes: [], ...more })

const compareAll = (projects: readonly Gathered[], choices: ProjectImportChoices, facts: ListFacts, tell: Tell): { items: ListItem[]; resemblances: Resemblance[] } => {
  const names = { sources: facts.sources, units: new Map(facts.units.map(({ id, name }) => [id, name])) }
  const byCode = new Map<string, ProjectState>()
  for (const state of facts.portfolio) { byCode.set(state.code, state); if (state.bip) { byCode.set(`bip-${state.bip}`, state); byCode.set(`bip-${state.bip.slice(0, 8)}`, state) } }
  const words = facts.portfolio.map((state) => wordsOf(state.name))
  const taken = new Map<string, string>()
  const resemblances: Resemblance[] = []
  const items = projects.map(({ key, code, rows, main }): ListItem => {
    const told = toldOf(main, code, facts)
    if (choices.dropped.includes(key)) return itemOf(key, rows, told, 'left-out', ['La quitó usted de la carga.'])
    const coded = byCode.get(code) ?? (main.bipShort ? byCode.get(`bip-${main.bipShort}`) : undefined)
    let found = coded
    if (!found) {
      const best = facts.portfolio.map((state, index) => ({ state, like: resemblance({ name: told.name, place: told.place ?? '', cost: told.cost }, { name: state.name, place: state.place, cost: state.cost?.amount }, words[index]) }))
        .filter((one) => one.like !== undefined).sort((a, b) => (b.like?.score ?? 0) - (a.like?.score ?? 0))[0]
      if (best?.like) {
        const decided = choices.pairs[key] ?? ''
        resemblances.push({ key, row: main.row, name: told.name, told: [told.place, told.cost === undefined ? '' : formatPesos(told.cost)].filter(Boolean).join(' · '), projectId: best.state.id, projectName: best.state.name, project: [best.state.bip, best.state.place, best.state.cost ? formatPesos(best.state.cost.amount) : ''].filter(Boolean).join(' · '), why: best.like.why, decided })
        if (decided === '') tell('stops', `fila ${main.row + 1}`, told.name, `Se parece a «${best.state.name}», que ya está en la cartera.`, 'Diga si es el mismo proyecto o es otro, más abajo.')
        else if (decided !== 'apart') found = facts.portfolio.find(({ id }) => id === decided)
      }
    }
    if (!found) return itemOf(key, rows, told, 'new', [])
    const owner = taken.get(found.id)
    if (owner) return itemOf(key, rows, told, 'rejected', [`«${found.name}» ya se actualiza con otra fila de la lista (${owner}).`])
    taken.set(found.id, main.codeSays || `fila ${main.row + 1}`)
    const changes = changesOf(told, found, choices.kept[key] ?? [], names)
    return itemOf(key, rows, told, changes.some(({ kept }) => !kept) ? 'changed' : 'equal', [], { changes, match: { id: found.id, name: found.name, by: coded ? 'code' : 'person' } })
  })
  return { items, resemblances }
}

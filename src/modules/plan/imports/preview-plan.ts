import { addMonths, counted, type Day, dayFrom, formatDay, yearOf } from '#kernel'
import { editTree } from './edit-tree.ts'
import { plain } from './labels.ts'
import { type PlanField, type PlanImportChoices, type PlanPreview, type PlanProblem, type ReadPlan, type TreeItem, treeKindTitle } from './plan-import-contract.ts'
import { understand } from './understand.ts'

export type PlanRecipe = { readonly name: string; readonly columns: readonly { readonly says: string; readonly field: PlanField }[] }
export type PlanFacts = { readonly fileName: string; readonly units: readonly { readonly id: string; readonly code: string; readonly name: string }[]; readonly takenCodes: ReadonlySet<string>; readonly recipes: readonly PlanRecipe[]; readonly minimumYears: number; readonly today: Day }

/** The unit of the registry a text names: by its code or its name, whole or as the first of several. Empty when none. */
export const unitNamed = (text: string, units: PlanFacts['units']): string => {
  const short = (name: string) => plain(name).replace(/^(direccion|departamento|secretaria|unidad)( comunal| municipal)?( de)?( la| los)? /, '')
  for (const part of [text, ...text.split(/\s*[-–/,;]\s*|\s+y\s+/)]) {
    const key = plain(part).replace(/^secplan$/, 'secpla')
    if (key.length < 3) continue
    const found = units.find(({ code, name }) => plain(code) === key || plain(name) === key) ?? units.find(({ name }) => short(name) === short(key) || (key.length > 8 && plain(name).includes(key)))
    if (found) return found.id
  }
  return ''
}
/** Years of the plan as the file or its headings say them. */
const termOf = (plan: ReadPlan, { fileName, today, minimumYears }: PlanFacts): readonly [number, number] => {
  for (const text of [fileName, ...plan.blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : block.rows.slice(0, 3).flatMap((row) => row.map(({ lines }) => lines.join(' ')))))]) {
    const found = /\b(20\d\d)\s*(?:[-–_]|al?)\s*(20\d\d)\b/.exec(text)
    if (found && Number(found[2]) > Number(found[1])) return [Number(found[1]), Number(found[2])]
  }
  return [yearOf(today) + 1, yearOf(today) + minimumYears]
}
/** Codes of a tree: those of the document where they are alone, otherwise by place (2.1, 2.1.3). Indicators do not repeat those of other plans. */
export const codeTree = (tree: readonly TreeItem[], takenCodes: ReadonlySet<string>): readonly TreeItem[] => {
  const used = new Set<string>()
  const codes = new Map<string, string>()
  const under = new Map<string | null, TreeItem[]>()
  for (const item of tree) { const list = under.get(item.parent); if (list) list.push(item); else under.set(item.parent, [item]) }
  const walk = (parent: string | null, prefix: string): readonly TreeItem[] => {
    const seen = { axis: 0, objective: 0, programme: 0, indicator: 0 }
    return (under.get(parent) ?? []).map((item) => {
      seen[item.kind] += 1
      const own = item.kind === 'indicator' ? `${prefix}.I${seen.indicator}` : `${prefix}${prefix ? '.' : ''}${item.kind === 'programme' ? 'P' : ''}${seen[item.kind]}`
      const free = (code: string) => code !== '' && !used.has(`${item.kind} ${code}`) && (item.kind !== 'indicator' || !takenCodes.has(code))
      let code = item.code.slice(0, 20)
      for (let turn = 1; !free(code); turn++) code = turn === 1 ? own.slice(0, 20) : `${own.slice(0, 16)}-${turn}`
      used.add(`${item.kind} ${code}`)
      codes.set(item.id, code)
      return { ...item, code }
    })
  }
  const ordered = (parent: string | null, prefix: string): TreeItem[] => walk(parent, prefix).flatMap((item) => [item, ...ordered(item.id, codes.get(item.id) ?? '')])
  return ordered(null, '')
}

/** Everything the assistant shows of a document: the tree it tells after what the person corrected, and what was and was not understood. Pure. */
export const previewPlan = (read: ReadPlan, choices: PlanImportChoices, facts: PlanFacts): PlanPreview => {
  const [firstYear, lastYear] = termOf(read, facts)
  const startsOn = choices.startsOn ?? dayFrom(firstYear, 1, 1)
  const endsOn = choices.endsOn ?? dayFrom(lastYear, 12, 31)
  const titles = new Set(read.blocks.flatMap((block) => (block.type === 'table' ? block.rows.slice(0, 3).flatMap((row) => row.map(({ lines }) => plain(lines.join(' ')))) : [])))
  const recipe = facts.recipes.find(({ columns }) => columns.length > 1 && columns.every(({ says }) => titles.has(plain(says))))
  const remembered = new Map((recipe?.columns ?? []).map(({ says, field }) => [plain(says), field] as const))
  const named = new Map<string, string>()
  const unitOf = (text: string): string => { const found = named.get(text) ?? (text ? unitNamed(text, facts.units) : ''); named.set(text, found); return found }
  const { tree: told, tables } = understand(read, { ...choices, lastYear: yearOf(endsOn), remembered, unitId: unitOf })
  const tree = codeTree(editTree(told, choices.edits), facts.takenCodes)
  const problems: PlanProblem[] = []
  const tell = (severity: PlanProblem['severity'], place: string, says: string, what: string, remedy: string, item?: string): void => { problems.push({ id: `${place}|${what}|${item ?? ''}`, severity, place, says, what, remedy, ...(item ? { item } : {}) }) }
  const of = (kind: TreeItem['kind']) => tree.filter((item) => item.kind === kind)
  if (of('objective').length === 0) tell('stops', '', '', 'No se reconoció ningún objetivo.', 'Diga qué columna trae los objetivos. Si el documento no trae la matriz del plan, traiga el que la tiene.')
  if (endsOn < addMonths(startsOn, facts.minimumYears * 12 - 1)) tell('stops', '', `${formatDay(startsOn)} a ${formatDay(endsOn)}`, `La vigencia es menor que ${counted(facts.minimumYears, 'año', 'años')}.`, 'Corrija las fechas de inicio y de término.')
  for (const item of tree) {
    if (item.placeholder) tell('stops', item.place, item.name, `${counted(tree.filter(({ parent }) => parent === item.id).length, 'elemento cuelga', 'elementos cuelgan')} de un ${treeKindTitle[item.kind].toLowerCase()} que el documento no nombra.`, 'Póngale nombre, o traslade lo que tiene a otro y quítelo.', item.id)
    else if (item.name.length < 3) tell('stops', item.place, item.name, 'El nombre es demasiado corto.', 'Corríjalo en el árbol o quítelo.', item.id)
    for (const doubt of item.doubts) tell('can-wait', item.place, item.name, doubt.replace(/\.?$/, '.'), 'Compárelo con el documento; se corrige en el árbol o después en su ficha.', item.id)
    if (item.kind === 'indicator' && item.indicator && item.indicator.targets.length === 0) tell('can-wait', item.place, item.indicator.targetSays, 'El indicador queda sin meta en números.', 'Escríbala en su ficha cuando el plan esté cargado.', item.id)
    if (item.unitSays && !item.unitId) tell('can-wait', item.place, item.unitSays, 'La unidad responsable no está en el registro.', 'Elija la unidad en el árbol, o créela en el registro.', item.id)
  }
  for (const table of tables) for (const row of table.rows) if (row.state === 'not-understood' && table.how !== 'unknown') tell('can-wait', `${table.title}, fila ${row.number}`, row.text, `No se entendió: ${row.why}.`, 'Corrija el documento, o agréguelo después en el plan.')
  for (const block of read.blocks) if (block.type === 'table') for (const { row, what } of block.faults) if (!choices.skipped.includes(block.number)) tell('can-wait', `${block.title}, fila ${row + 1}`, '', what, 'Compare la fila con el documento; si quedó mal, corríjala en el árbol.')
  const rows = tables.flatMap((table) => (table.how === 'unknown' || table.how === 'skipped' ? [] : table.rows)).filter(({ state }) => state !== 'header')
  return {
    name: choices.name || `PLADECO ${yearOf(startsOn)}–${yearOf(endsOn)}`, startsOn, endsOn, tree, tables, problems: problems.sort((a, b) => (a.severity === b.severity ? 0 : a.severity === 'stops' ? -1 : 1)), recipe: recipe?.name ?? '',
    counts: { axes: of('axis').length, objectives: of('objective').length, programmes: of('programme').length, indicators: of('indicator').length, rows: rows.length, understood: rows.filter(({ state }) => state === 'understood').length, notUnderstood: rows.filter(({ state }) => state === 'not-understood').length, doubts: rows.filter(({ state }) => state === 'doubt').length },
    loadable: !problems.some(({ severity }) => severity === 'stops'),
  }
}

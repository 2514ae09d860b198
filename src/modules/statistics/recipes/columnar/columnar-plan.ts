import { columnName, duck, foreignName, joined, numbersOf, type Columns, type Sql, textsOf } from '#platform/analytics'
import type { Finding } from '../../model/observations.ts'
import { statusColumn, type Structure } from '../../model/structure.ts'
import type { CodeLists } from '../model/code-list.ts'
import type { Recipe } from '../model/recipe.ts'
import { dimensionReader } from '../run/dimension-reader.ts'
import { findingBook } from '../run/findings.ts'
import { usualAbsences } from '../run/status-words.ts'
import { structureOf } from '../run/structure-of.ts'
import { needsSheet } from './can-run.ts'
import { type ColumnFacts, headerOf, measureSql, selectSql, textSql, whereSql } from './columnar-sql.ts'

/** What is asked of the engine. The store and the tests bring it; nothing here reaches a file. */
export type AskEngine = (query: Sql) => Promise<Columns>
export type ColumnarPlan = {
  readonly structure: Structure; readonly rows: number
  /** The observations, ready to be written as they are: `columns` names them with their types. */
  readonly select: Sql; readonly columns: readonly { readonly name: string; readonly type: 'text' | 'number' }[]
}
export type ColumnarRun = { readonly plan?: ColumnarPlan; readonly findings: readonly Finding[] }

const NUMERIC = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DOUBLE|FLOAT|DECIMAL)/
/** Distinct texts of a dimension are worked out here with the same rules as a sheet: beyond these it is not a dimension. */
const MOST_TEXTS = 100_000

/**
 * Runs over a table of the engine (`read_parquet`, `read_csv`) a recipe that only maps columns: millions of rows never come here, only the distinct texts
 * of each dimension. Without `plan` nothing loads and the findings say why.
 */
export const columnarPlan = async (recipe: Recipe, source: Sql, lists: CodeLists, ask: AskEngine): Promise<ColumnarRun> => {
  const findings = findingBook(() => '')
  const ended = (): ColumnarRun => ({ findings: findings.list() })
  const why = needsSheet(recipe)
  if (why) { findings.add('receta de planilla', 'stops', {}, `Esta receta no puede leer un archivo tan grande: ${why}.`, 'Use una receta que sólo nombre columnas, o divida el archivo.'); return ended() }
  const described = await ask(duck`select column_name, column_type from (describe select * from ${source})`)
  const [names, types] = [textsOf(described, 'column_name'), textsOf(described, 'column_type')]
  const present = new Set(names)
  const facts: ColumnFacts = { usual: usualAbsences, numeric: new Set(names.flatMap((name, at) => (name && NUMERIC.test(types[at] ?? '') ? [name] : []))) }
  for (const { header, optional } of recipe.columns) if (!present.has(header) && !optional) findings.add('falta una columna', 'stops', {}, `Falta la columna «${header}».`, 'Si sólo cambió de nombre, agréguelo en la receta; si ya no viene, márquela como opcional.')
  for (const header of present) if (header && !recipe.columns.some((column) => column.header === header)) findings.add('columna nueva', 'warns', {}, `La columna «${header}» no está en la receta y no se leyó.`, 'Agréguela a la receta o márquela como ignorada.')
  if (findings.stops()) return ended()
  const where = whereSql(recipe)
  const mapping = new Map<string, Map<string, string>>()
  const readers = new Map(recipe.dimensions.map((rule) => [rule.key, dimensionReader(rule, { lists, findings, footnotes: 'none', notes: new Map(), lineBreaks: recipe.reading.lineBreaks })]))
  for (const rule of recipe.dimensions) {
    const reader = readers.get(rule.key)
    const codes = new Map<string, string>()
    mapping.set(rule.key, codes)
    const header = headerOf(recipe, 'dimension', rule.key)
    const label = headerOf(recipe, 'label', rule.key)
    const texts = header === undefined ? [[rule.constant ?? '', ''] as const] : await distinctTexts(ask, source, where, header, label)
    if (texts.length > MOST_TEXTS) { findings.add('demasiadas categorías', 'stops', {}, `«${rule.title}» trae más de ${MOST_TEXTS} valores distintos.`, 'No es una dimensión: márquela como ignorada.'); continue }
    for (const [text, said] of texts) {
      const code = reader?.read(text, {})
      if (code === undefined) continue
      codes.set(text, code)
      if (said) reader?.book.relabel(code, said)
    }
  }
  const wrong = recipe.measures.map((rule) => ({ rule, header: headerOf(recipe, 'measure', rule.key), wrong: measureSql(recipe, rule, facts).wrong })).filter(({ header }) => header !== undefined && !facts.numeric.has(header))
  for (const { rule, header = '', wrong: is } of wrong) {
    const bad = await ask(duck`select cast(count(*) as double) as n, any_value(${textSql(header)}) as example from (select * from ${source} ${where}) where ${is}`)
    const count = numbersOf(bad, 'n')[0] ?? 0
    if (count > 0) findings.add('texto que no es número', 'stops', {}, `«${rule.title}»: ${count} celdas no son números ni marcas conocidas, por ejemplo «${textsOf(bad, 'example')[0] ?? ''}».`, 'Diga en la receta qué significa ese texto, o descarte esas filas.')
  }
  if (findings.stops()) return ended()
  const select = selectSql(recipe, source, mapping, facts)
  const keys = joined(recipe.dimensions.map(({ key }) => columnName(key)))
  const counted = await ask(duck`select cast(count(*) as double) as n, ${recipe.measures.map(({ key }) => duck`cast(count(${columnName(statusColumn(key))}) as double) as ${columnName(key)}`)} from (${select})`)
  if (recipe.shape === 'cube') {
    const twice = await ask(duck`select cast(count(*) as double) as n, any_value(k) as example from (select concat_ws(', ', ${keys}) as k from (${select}) group by ${keys} having count(*) > 1)`)
    const count = numbersOf(twice, 'n')[0] ?? 0
    if (count > 0) findings.add('clave repetida', 'stops', {}, `${count} combinaciones vienen más de una vez, por ejemplo ${textsOf(twice, 'example')[0] ?? ''}.`, 'Agregue a la receta la columna que las distingue, o quite las filas repetidas. Si cada fila es un acto o una persona, la receta es de «registros».')
  }
  const rows = numbersOf(counted, 'n')[0] ?? 0
  if (rows === 0) findings.add('tabla vacía', 'stops', {}, 'El archivo no trae ninguna fila con datos.', 'Revise que esté completo y que la receta no descarte todas las filas.')
  if (findings.stops()) return ended()
  const marked = recipe.measures.filter(({ key }) => (numbersOf(counted, key)[0] ?? 0) > 0).map(({ key }) => key)
  const columns = [...recipe.dimensions.map(({ key }) => ({ name: key, type: 'text' as const })), ...recipe.measures.map(({ key }) => ({ name: key, type: 'number' as const })), ...marked.map((key) => ({ name: statusColumn(key), type: 'text' as const }))]
  const structure = structureOf(recipe, (key) => readers.get(key)?.book.all() ?? [], { measures: new Map(), dimensions: new Map(), table: [], cells: [] })
  return { plan: { structure, rows, select, columns }, findings: findings.list() }
}

const distinctTexts = async (ask: AskEngine, source: Sql, where: Sql, header: string, label: string | undefined): Promise<readonly (readonly [string, string])[]> => {
  const answer = await ask(duck`select ${textSql(header)} as t, ${label === undefined ? duck`''` : duck`coalesce(cast(any_value(${foreignName(label)}) as varchar), '')`} as l from ${source} ${where} group by 1 order by 1 limit ${MOST_TEXTS + 1}`)
  const labels = textsOf(answer, 'l')
  return textsOf(answer, 't').map((text, at) => [text ?? '', labels[at] ?? ''] as const)
}

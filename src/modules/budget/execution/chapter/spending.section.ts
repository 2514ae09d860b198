import { byText } from '#kernel'
import { sql } from '#platform/database'
import { linesOf, objectivesOfLines } from '../figure-scope.ts'
import { column, chip, type Desk, endOf, get, heading, missing, paragraph, prose, type Section, SOURCE } from './writing.ts'
import { amountHeads, dimensionRows, hasSums, titleRows } from './rows.ts'
import type { Block, TableRow } from '#kernel'

const tableOf = (id: string, title: string, first: string, rows: readonly TableRow[], notes: readonly string[] = []): Block => ({
  type: 'table', id, title, subtitle: 'Acumulado desde enero, en miles de pesos', landscape: false,
  columns: [column('code', first, 'left', 6), column('name', 'Denominación', 'left', 26), ...amountHeads.expenditure.map((text, index) => column(`a${index}`, text))],
  rows, source: SOURCE, notes: ['La marca de la barra es la parte del año transcurrida.', ...notes],
})

export const titleSection: Section = async (desk) => {
  const title = heading('presupuesto-gastos', 'Gastos por subtítulo')
  if ((await get(desk, 'adjusted')).value === null) return [title, missing('presupuesto-gastos-sin-dato', 'No hay gastos registrados en el período.')]
  const [staff, goods, works] = [await get(desk, 'accrued', { title: '21' }), await get(desk, 'accrued', { title: '22' }), await get(desk, 'accrued', { title: '31' })]
  const parts = [...(staff.value ? prose`En personal se han devengado ${chip(staff)}. ` : []), ...(goods.value ? prose`En bienes y servicios de consumo, ${chip(goods)}. ` : []), ...(works.value === null ? prose`No hay iniciativas de inversión en el presupuesto.` : prose`En iniciativas de inversión, ${chip(works)}, con una ejecución de ${chip(await get(desk, 'execution-rate', { title: '31' }))}.`)]
  return [title, paragraph('presupuesto-gastos-texto', parts), tableOf('presupuesto-gastos-tabla', `Gastos por subtítulo, ${endOf(desk)}`, 'Subt.', await titleRows(desk, 'expenditure'))]
}

export const areaSection: Section = async (desk) => {
  const { lines, span } = await linesOf(desk.context, 'expenditure', desk.at)
  const names = new Map(desk.context.law.table('budget/management-areas', desk.period.to).map((area) => [String(area['code']), String(area['title'])]))
  const areas = [...new Set(lines.map(({ area }) => area))].filter((area) => area !== '').sort(byText).map((key) => ({ key, name: names.get(key) ?? `Área ${key}`, parameters: { area: key } }))
  const title = heading('presupuesto-areas', 'Gastos por área de gestión')
  if (areas.length === 0) return [title, missing('presupuesto-areas-sin-dato', 'Los balances cargados no distinguen áreas de gestión.')]
  const without = hasSums(lines.filter(({ area }) => area === ''), span.upToMonth) ? [{ key: '', name: 'Sin área de gestión', parameters: { area: '' } }] : []
  return [title, tableOf('presupuesto-areas-tabla', `Gastos por área de gestión, ${endOf(desk)}`, 'Área', await dimensionRows(desk, [...areas, ...without], 'area'))]
}

export const programmeSection: Section = async (desk) => {
  const { lines, span } = await linesOf(desk.context, 'expenditure', desk.at)
  const programmes = [...new Map(lines.filter(({ programme }) => programme !== '').map((line) => [line.programme, line.programmeName]))].sort(([a], [b]) => byText(a, b))
  const title = heading('presupuesto-programas', 'Gastos por programa')
  if (programmes.length === 0) return [title, missing('presupuesto-programas-sin-dato', 'Los balances cargados no distinguen programas.')]
  const without = hasSums(lines.filter(({ programme }) => programme === ''), span.upToMonth) ? [{ key: '', name: 'Sin programa', parameters: { programme: '' } }] : []
  return [title, tableOf('presupuesto-programas-tabla', `Gastos por programa, ${endOf(desk)}`, 'Código', await dimensionRows(desk, [...programmes.map(([key, name]) => ({ key, name, parameters: { programme: key } })), ...without], 'programa'))]
}

const objectiveTitles = async (desk: Desk, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await desk.context.tx.all<{ record_id: string; title: string }>(sql`select record_id, title from evidence.search_lines where commune = ${desk.context.tx.commune} and kind = 'objective' and record_id = any (${ids as string[]})`)
  return new Map(rows.map(({ record_id: id, title }) => [id, title]))
}

export const objectiveSection: Section = async (desk) => {
  const title = heading('presupuesto-objetivos', 'Gastos por objetivo del plan')
  const { lines, span } = await linesOf(desk.context, 'expenditure', desk.at)
  const objectivesOf = await objectivesOfLines(desk.context)
  const objectives = [...new Set(lines.flatMap((line) => objectivesOf(line)))]
  if (objectives.length === 0) return [title, missing('presupuesto-objetivos-sin-dato', 'Todavía no hay programas ni proyectos enlazados con objetivos del plan de desarrollo comunal.')]
  const titles = await objectiveTitles(desk, objectives)
  const values = objectives.map((id) => {
    const text = titles.get(id) ?? 'Objetivo del plan'
    const code = /^[\d.]+/.exec(text)?.[0] ?? ''
    return { id, key: code, name: code ? text.slice(code.length).replace(/^[.\s·]+/, '') : text, parameters: { objective: id } }
  }).sort((a, b) => byText(a.key, b.key) || byText(a.name, b.name))
  const repeated = lines.some((line) => objectivesOf(line).length > 1)
  const without = hasSums(lines.filter((line) => objectivesOf(line).length === 0), span.upToMonth) ? [{ key: '', name: 'Sin objetivo del plan', parameters: { objective: '' } }] : []
  const notes = repeated ? ['Un programa o proyecto que sirve a dos objetivos aparece en ambos: las filas suman más que el presupuesto completo.'] : []
  return [title, tableOf('presupuesto-objetivos-tabla', `Gastos por objetivo del plan, ${endOf(desk)}`, 'Obj.', await dimensionRows(desk, [...values, ...without], 'objetivo', repeated), notes)]
}

import { cutTo } from '../../accounts/account-tree.ts'
import { namesOf } from '../../lines/demand-account.ts'
import { adjustedOf, type LineKind } from '../../movements/phase.ts'
import { sumCells } from '../cube.ts'
import { linesOf } from '../figure-scope.ts'
import { column, type Desk, get, heading, missing, money, paragraph, prose, row, type Section, share, SOURCE, words, yearShare } from './writing.ts'

const MOST = 8

/** Ítems by the distance, in pesos, between what is executed and an even rhythm of the year. The largest first, behind or ahead. */
export const largestGaps = async (desk: Desk, kind: LineKind): Promise<readonly { readonly account: string; readonly gap: number }[]> => {
  const { lines, span } = await linesOf(desk.context, kind, desk.at)
  const gaps = new Map<string, number>()
  for (const line of lines) {
    const sums = sumCells(line.cells, span.upToMonth)
    const account = cutTo(line.account, 2)
    gaps.set(account, (gaps.get(account) ?? 0) + (kind === 'income' ? sums[6] : sums[4]) - Math.round(adjustedOf(sums) * yearShare(desk.period)))
  }
  return [...gaps].map(([account, gap]) => ({ account, gap })).filter(({ account, gap }) => gap !== 0 && !account.startsWith('215-35') && !account.startsWith('115-15')).sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap)).slice(0, MOST)
}

const rowsOf = async (desk: Desk, kind: LineKind) => {
  const names = await namesOf(desk.context)
  const rows = []
  for (const { account, gap } of await largestGaps(desk, kind)) {
    const item = account.slice(4, 9)
    rows.push(row(`desviacion-${kind}-${item}`, [
      words(item.replace('-', '.'), true), words(names.nameOf(account)), words(gap < 0 ? 'bajo el ritmo' : 'sobre el ritmo'), money(await get(desk, kind === 'income' ? 'income-budgeted' : 'adjusted', { item })),
      money(await get(desk, kind === 'income' ? 'income-collected' : 'accrued', { item })), share(await get(desk, kind === 'income' ? 'income-execution-rate' : 'execution-rate', { item }), yearShare(desk.period)),
    ]))
  }
  return rows
}

export const deviationSection: Section = async (desk) => {
  const title = heading('presupuesto-desviaciones', 'Mayores desviaciones')
  const [income, expenditure] = [await rowsOf(desk, 'income'), await rowsOf(desk, 'expenditure')]
  if (income.length + expenditure.length === 0) return [title, missing('presupuesto-desviaciones-ninguna', 'Ningún ítem se aparta del ritmo parejo del año.')]
  const group = (id: string, text: string) => row(id, [words(''), words(text), words(''), words(''), words(''), words('')], 'group')
  return [
    title,
    paragraph('presupuesto-desviaciones-texto', prose`Se comparan los ítems con un ritmo parejo del año y se muestran los que más se apartan en pesos. Un ingreso con vencimientos, como los permisos de circulación, o un gasto de una vez puede apartarse sin ser un problema: la razón debe anotarla la unidad.`),
    {
      type: 'table', id: 'presupuesto-desviaciones-tabla', title: 'Ítems que más se apartan del ritmo del año', subtitle: 'En miles de pesos', source: SOURCE, notes: ['La marca de la barra es la parte del año transcurrida.'],
      columns: [column('item', 'Ítem', 'left', 6), column('name', 'Denominación', 'left', 30), column('side', 'Desviación', 'left', 12), column('budget', 'Vigente'), column('done', 'Ejecutado'), column('rate', 'Ejecución')],
      rows: [...(income.length ? [group('desviaciones-ingresos', 'Ingresos'), ...income] : []), ...(expenditure.length ? [group('desviaciones-gastos', 'Gastos'), ...expenditure] : [])],
    },
  ]
}

import { column, chip, get, heading, missing, money, paragraph, prose, row, type Section, SOURCE, words } from './writing.ts'
import { cutTo } from '../../accounts/account-tree.ts'
import { namesOf } from '../../lines/demand-account.ts'
import { sumCells } from '../cube.ts'
import { linesOf } from '../figure-scope.ts'
import { outstandingOf } from '../../movements/phase.ts'

const MOST = 10

export const debtSection: Section = async (desk) => {
  const title = heading('presupuesto-deuda', 'Deuda exigible y deuda flotante')
  const [debt, accrued, before, floating] = [await get(desk, 'outstanding-debt'), await get(desk, 'accrued'), await get(desk, 'outstanding-debt', { shift: '1' }), await get(desk, 'accrued', { item: '34-07' })]
  if (debt.value === null) return [title, missing('presupuesto-deuda-sin-dato', 'No hay gastos registrados en el período.')]
  const { lines, span } = await linesOf(desk.context, 'expenditure', desk.at)
  const names = await namesOf(desk.context)
  const owed = new Map<string, number>()
  for (const line of lines) owed.set(cutTo(line.account, 2), (owed.get(cutTo(line.account, 2)) ?? 0) + outstandingOf(sumCells(line.cells, span.upToMonth)))
  const largest = [...owed].filter(([, amount]) => amount > 0).sort(([, a], [, b]) => b - a).slice(0, MOST)
  const rows = []
  for (const [account] of largest) {
    const item = account.slice(4, 9)
    rows.push(row(`deuda-${item}`, [words(item.replace('-', '.'), true), words(names.nameOf(account)), money(await get(desk, 'outstanding-debt', { item }))]))
  }
  // What the largest leave out, above or below zero, so that the total is the sum of its rows.
  const shown = new Set(largest.map(([account]) => account))
  if (rows.length > 0 && [...owed].some(([account, amount]) => amount !== 0 && !shown.has(account))) {
    const except = largest.map(([account]) => account.slice(4, 9)).join(',')
    rows.push(row('deuda-otros', [words(''), words('Demás ítems'), money(await get(desk, 'outstanding-debt', { except }))]))
  }
  return [
    title,
    paragraph('presupuesto-deuda-texto', [
      ...prose`De ${chip(accrued)} devengados quedan ${chip(debt)} por pagar.`, ...(before.value === null ? [] : prose` A igual fecha del año anterior eran ${chip(before)}.`),
      ...(floating.value === null ? prose` No hay deuda flotante (34.07) registrada este año.` : prose` La deuda flotante de años anteriores (34.07) suma ${chip(floating)} devengados.`),
    ]),
    ...(rows.length === 0 ? [missing('presupuesto-deuda-ninguna', 'Ningún ítem tiene documentos devengados sin pagar.')] : [{
      type: 'table' as const, id: 'presupuesto-deuda-tabla', title: 'Ítems con mayor deuda exigible', subtitle: 'En miles de pesos', source: SOURCE,
      columns: [column('item', 'Ítem', 'left', 6), column('name', 'Denominación', 'left', 40), column('debt', 'Deuda exigible')], rows: [...rows, row('deuda-total', [words(''), words('Total de la deuda exigible'), money(debt)], 'total')],
    }]),
  ]
}

import { chip, endOf, get, heading, missing, ofPeriod, paragraph, prose, type Section } from './writing.ts'

/** The first page: six figures in two rows and what they say. */
export const summarySection: Section = async (desk) => {
  const [adjusted, accrued, rate, collected, incomeRate, debt] = [await get(desk, 'adjusted'), await get(desk, 'accrued'), await get(desk, 'execution-rate'), await get(desk, 'income-collected'), await get(desk, 'income-execution-rate'), await get(desk, 'outstanding-debt')]
  const [before, incomeBefore] = [await get(desk, 'execution-rate', { shift: '1' }), await get(desk, 'income-execution-rate', { shift: '1' })]
  const title = heading('presupuesto', 'Ejecución presupuestaria', 1)
  if (adjusted.value === null) return [title, missing('presupuesto-sin-dato', `No hay presupuesto registrado para ${endOf(desk)}. Cargue el balance o abra el presupuesto del año.`)]
  const compared = before.value === null || incomeBefore.value === null
    ? prose` No hay registros del año anterior para comparar.`
    : prose` A igual fecha del año anterior el gasto iba en ${chip(before)} y el ingreso en ${chip(incomeBefore)}.`
  return [
    title,
    paragraph('presupuesto-resumen', [
      ...prose`Al término ${ofPeriod(desk)} el presupuesto vigente de gastos es de ${chip(adjusted)}. Se ha devengado ${chip(accrued)}, es decir ${chip(rate)}, y los ingresos percibidos alcanzan ${chip(collected)}, ${chip(incomeRate)} de lo presupuestado.`, ...compared,
    ]),
    { type: 'figures', id: 'presupuesto-cifras', items: [
      { label: 'Presupuesto vigente', figure: adjusted, show: { thousands: true } }, { label: 'Gasto devengado', figure: accrued, show: { thousands: true } }, { label: 'Ejecución del gasto', figure: rate },
    ] },
    { type: 'figures', id: 'presupuesto-cifras-ingresos', items: [
      { label: 'Ingreso percibido', figure: collected, show: { thousands: true } }, { label: 'Ejecución del ingreso', figure: incomeRate }, { label: 'Deuda exigible', figure: debt, show: { thousands: true } },
    ] },
  ]
}

import { column, chip, endOf, get, heading, missing, paragraph, prose, type Section, SOURCE } from './writing.ts'
import { amountHeads, titleRows } from './rows.ts'

export const incomeSection: Section = async (desk) => {
  const budgeted = await get(desk, 'income-budgeted')
  const title = heading('presupuesto-ingresos', 'Ingresos')
  if (budgeted.value === null) return [title, missing('presupuesto-ingresos-sin-dato', 'No hay ingresos registrados en el período.')]
  const [collected, receivable, fcm] = [await get(desk, 'income-collected'), await get(desk, 'income-receivable'), await get(desk, 'income-collected', { item: '08-03' })]
  return [
    title,
    paragraph('presupuesto-ingresos-texto', [
      ...prose`De ${chip(budgeted)} presupuestados se han percibido ${chip(collected)} y quedan por percibir ${chip(receivable)} ya devengados.`,
      ...(fcm.value === null ? prose` La participación en el Fondo Común Municipal no tiene registros.` : prose` La participación en el Fondo Común Municipal aporta ${chip(fcm)}.`),
    ]),
    {
      type: 'table', id: 'presupuesto-ingresos-tabla', title: `Ingresos por subtítulo, ${endOf(desk)}`, subtitle: 'Acumulado desde enero, en miles de pesos',
      columns: [column('code', 'Subt.', 'left', 5), column('name', 'Denominación', 'left', 26), ...amountHeads.income.map((text, index) => column(`a${index}`, text))],
      rows: await titleRows(desk, 'income'), source: SOURCE, notes: ['La marca de la barra es la parte del año transcurrida.'],
    },
  ]
}

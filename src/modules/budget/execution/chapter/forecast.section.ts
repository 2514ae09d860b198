import { isDeficit } from '../../forecast/forecast.ts'
import { chip, heading, missing, paragraph, prose, type Section } from './writing.ts'

export const forecastSection: Section = async (desk) => {
  const at = { period: desk.period.id }
  const title = heading('presupuesto-proyeccion', 'Proyección al cierre del año')
  const [income, expenditure, result] = [await desk.figures.get('budget/forecast/income', at), await desk.figures.get('budget/forecast/expenditure', at), await desk.figures.get('budget/forecast/result', at)]
  if (income.value === null || expenditure.value === null || result.value === null) return [title, missing('presupuesto-proyeccion-sin-dato', 'No hay registros del año anterior con que proyectar el cierre.')]
  const share = desk.context.law.number('budget/deficit-alert', desk.period.to)
  const text = paragraph('presupuesto-proyeccion-texto', prose`Si el resto del año se comporta como el anterior, se percibirían ${chip(income)} y se gastarían ${chip(expenditure)}; el resultado proyectado es ${chip(result)}, sin contar el saldo inicial de caja.`)
  if (!isDeficit(income.value, expenditure.value, share)) return [title, text]
  return [title, text, { type: 'note', id: 'presupuesto-proyeccion-aviso', tone: 'warning', title: 'El gasto proyectado supera al ingreso', content: [{ type: 'text', text: 'El Concejo debe examinar trimestralmente el programa de ingresos y gastos e introducir las modificaciones correctivas a proposición de la alcaldía (Ley 18.695, artículo 81).' }] }]
}

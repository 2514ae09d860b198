import { formatDay, plural } from '#kernel'
import { decreedAmendments, amendmentTitle } from '../../amendments/amendment-figures.ts'
import { column, chip, endOf, get, heading, missing, paragraph, prose, row, type Section, words } from './writing.ts'

export const amendmentSection: Section = async (desk) => {
  const title = heading('presupuesto-modificaciones', 'Modificaciones presupuestarias')
  const rows = await decreedAmendments(desk.context, desk.at)
  const [count, net, initial] = [await get(desk, 'amendments-count'), await get(desk, 'amended'), await get(desk, 'initial')]
  if (rows.length === 0) {
    return [title, net.value ? paragraph('presupuesto-modificaciones-balance', prose`Los balances cargados suman modificaciones por ${chip(net)} sobre un presupuesto inicial de ${chip(initial)}; sus decretos no están registrados uno a uno.`) : missing('presupuesto-modificaciones-ninguna', 'No se decretaron modificaciones en el período.')]
  }
  return [
    title,
    paragraph('presupuesto-modificaciones-texto', prose`${rows.length === 1 ? 'Se decretó ' : 'Se decretaron '}${chip(count)} ${plural(rows.length, 'modificación', 'modificaciones')}. Sobre un presupuesto inicial de ${chip(initial)}, los gastos variaron en ${chip(net)}.`),
    {
      type: 'table', id: 'presupuesto-modificaciones-tabla', title: `Modificaciones decretadas, ${endOf(desk)}`, source: 'Acuerdos del Concejo y decretos alcaldicios',
      columns: [column('number', 'N.º', 'left', 4), column('kind', 'Tipo', 'left', 18), column('reason', 'Razón', 'left', 34), column('agreement', 'Acuerdo', 'left', 12), column('decree', 'Decreto', 'left', 16)],
      rows: rows.map((amendment) => row(`modificacion-${amendment.number}`, [words(String(amendment.number), true), words(amendmentTitle(amendment.kind)), words(amendment.reason), words(amendment.agreement), words(`${amendment.decree_number}${amendment.decree_on ? ` del ${formatDay(amendment.decree_on)}` : ''}`)])),
    },
  ]
}

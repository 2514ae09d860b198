import type { Block } from '#kernel'
import { limitKeys, limits } from '../../limits/limit-figures.ts'
import { column, heading, row, type Section, share, words } from './writing.ts'

export const limitSection: Section = async (desk) => {
  const at = { period: desk.period.id }
  const rows = []
  const unconfirmed: string[] = []
  const over: string[] = []
  for (const key of limitKeys) {
    const [value, allowed] = [await desk.figures.get(`budget/limits/${key}`, at), await desk.figures.get('budget/limits/allowed', { ...at, limit: key })]
    const law = allowed.lawValues[0]
    const state = value.value === null || allowed.value === null ? 'sin dato' : value.value > allowed.value ? 'excedido' : 'dentro del límite'
    if (state === 'excedido') over.push(limits[key].title.toLowerCase())
    if (law && (law.confidence === 'M' || law.confidence === 'M?')) unconfirmed.push(`${law.norm}${law.article ? `, artículo ${law.article}` : ''}`)
    rows.push(row(`limite-${key}`, [words(limits[key].title), share(value), share(allowed), words(state), words(law ? `${law.norm}${law.article ? `, art. ${law.article}` : ''}` : 'sin norma')]))
  }
  const verdict: Block = over.length > 0
    ? { type: 'note', id: 'presupuesto-limites-aviso', tone: 'bad', title: 'Hay límites excedidos', content: [{ type: 'text', text: `Supera lo permitido: ${over.join('; ')}.` }] }
    : { type: 'paragraph', id: 'presupuesto-limites-texto', content: [{ type: 'text', text: 'Con lo devengado a la fecha, ningún límite legal que se puede calcular está excedido. Los que miran el año completo se confirman al cierre.' }] }
  return [
    heading('presupuesto-limites', 'Límites legales'), verdict,
    {
      type: 'table', id: 'presupuesto-limites-tabla', title: 'Límites legales del gasto', source: 'Libro presupuestario municipal y SINIM', rows,
      columns: [column('limit', 'Límite', 'left', 30), column('value', 'A la fecha'), column('allowed', 'Permitido'), column('state', 'Estado', 'left', 12), column('law', 'Norma', 'left', 24)],
      ...(unconfirmed.length > 0 ? { notes: [`Valores legales por confirmar con Asesoría Jurídica: ${[...new Set(unconfirmed)].join('; ')}.`] } : {}),
    },
  ]
}

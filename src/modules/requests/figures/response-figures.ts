import { formatDay } from '#kernel'
import { defineFigure, digestOf, type FigureDefinition, type FigureResult, type ReadContext, type Trail } from '#platform/actions'
import { z } from 'zod'
import { campaignHref } from '../hrefs.ts'
import { type Standing, standings } from './standing.ts'

const parameters = z.object({ campaign: z.uuid().optional(), period: z.string().max(10).optional() })
type Filter = z.output<typeof parameters>
type Measure = { readonly of: (all: readonly Standing[]) => readonly Standing[]; readonly counts: (one: Standing) => boolean; readonly yes: string; readonly no: string; readonly label: string; readonly base: string }

const said = (one: Standing, { counts, yes, no }: Measure): string => `${counts(one) ? yes : no}${one.sentOn ? `, el ${formatDay(one.sentOn)}` : ''}; vencía el ${formatDay(one.due)}`
const resultOf = (all: readonly Standing[], measure: Measure): FigureResult => {
  const base = measure.of(all)
  const counted = base.filter(measure.counts).length
  const shape = { count: base.length, digest: digestOf(base.map((one) => `${one.view.row.id} ${measure.counts(one) ? 1 : 0}`)), formula: [{ label: measure.label, text: String(counted) }, { label: measure.base, text: String(base.length) }] }
  return base.length === 0 ? { ...shape, value: null, absence: 'no-data' } : { ...shape, value: counted / base.length, status: all.some(({ overdue }) => !overdue) ? 'provisional' : 'firm' }
}
const trailOf = (all: readonly Standing[], measure: Measure, page: number, size: number): Trail => {
  const records = measure.of(all).map((one) => ({ id: one.view.row.id, documentTitle: `${one.view.unitName}, ${one.view.row.post}`, documentDate: one.sentOn ?? one.due, text: said(one, measure), amount: measure.counts(one) ? 1 : 0, amountUnit: 'count', href: campaignHref(one.view.row.campaignId) }))
  return { records: records.slice((page - 1) * size, page * size), total: records.length, sum: records.reduce((sum, { amount }) => sum + amount, 0), sumUnit: 'count', note: 'Cada unidad suma 1 si se cuenta. Se nombra por unidad y cargo.' }
}
const rate = (id: string, title: string, method: string, measure: Measure): FigureDefinition<typeof parameters> => defineFigure({
  id: `requests/${id}`, title, unit: 'ratio', parameters, method, allowed: (actor) => actor.permissions.has('requests.read'),
  compute: async (filter: Filter, context: ReadContext) => resultOf(await standings(context, filter), measure),
  trail: async (filter, context, { page, size }) => trailOf(await standings(context, filter), measure, page, size),
})
const overdue = (all: readonly Standing[]): readonly Standing[] => all.filter((one) => one.overdue)

export const silenceRate = rate('silence-rate', 'Unidades en silencio', 'Unidades que no enviaron ninguna respuesta, ni siquiera «sin novedad», sobre las unidades cuyo plazo ya venció. Cuenta el plazo de la campaña aunque después se haya reabierto.',
  { of: overdue, counts: ({ sentOn }) => sentOn === null, yes: 'sin respuesta', no: 'respondió', label: 'En silencio', base: 'Con plazo vencido' })
export const onTimeRate = rate('on-time-rate', 'Unidades que respondieron en plazo', 'Unidades cuyo primer envío completo llegó a más tardar el día del vencimiento, sobre las unidades cuyo plazo ya venció.',
  { of: overdue, counts: ({ sentOn, due }) => sentOn !== null && sentOn <= due, yes: 'en plazo', no: 'fuera de plazo', label: 'En plazo', base: 'Con plazo vencido' })

/** Things asked that somebody answered, whatever the answer. */
export const answeredItems: FigureDefinition<typeof parameters> = defineFigure({
  id: 'requests/answered-items', title: 'Datos respondidos', unit: 'ratio', parameters, allowed: (actor) => actor.permissions.has('requests.read'),
  method: 'Datos pedidos con una respuesta enviada y no devuelta, «sin novedad» incluida, sobre todos los datos pedidos.',
  compute: async (filter: Filter, context: ReadContext) => {
    const states = (await standings(context, filter)).flatMap(({ view }) => view.items.map((state, index) => ({ id: `${view.row.id} ${index}`, yes: state === 'sent' || state === 'accepted' })))
    const yes = states.filter((one) => one.yes).length
    const shape = { count: states.length, digest: digestOf(states.map((one) => `${one.id} ${one.yes ? 1 : 0}`)), formula: [{ label: 'Respondidos', text: String(yes) }, { label: 'Pedidos', text: String(states.length) }] }
    return states.length === 0 ? { ...shape, value: null, absence: 'no-data' } : { ...shape, value: yes / states.length }
  },
  trail: async (filter, context, { page, size }) => {
    const records = (await standings(context, filter)).map(({ view }) => {
      const yes = view.items.filter((state) => state === 'sent' || state === 'accepted').length
      return { id: view.row.id, documentTitle: `${view.unitName}, ${view.row.post}`, text: `${yes} de ${view.items.length}`, amount: yes, amountUnit: 'count', href: campaignHref(view.row.campaignId) }
    })
    return { records: records.slice((page - 1) * size, page * size), total: records.length, sum: records.reduce((sum, { amount }) => sum + amount, 0), sumUnit: 'count', note: 'Cada unidad suma los datos que respondió.' }
  },
})

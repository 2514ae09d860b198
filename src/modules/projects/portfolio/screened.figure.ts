import { defineFigure, digestOf, type ReadContext } from '#platform/actions'
import { z } from 'zod'
import { projectHref } from '../hrefs.ts'
import { inPortfolio, type PlacedProject, portfolioOf } from './portfolio.ts'

const active = async (context: ReadContext): Promise<PlacedProject[]> => (await portfolioOf(context)).filter(inPortfolio)
const isScreened = ({ state }: PlacedProject): boolean => state.genderMarker !== null

/** How much of the portfolio has been looked at with the gender marker, whatever the answer was. */
export const genderScreened = defineFigure({
  id: 'projects/gender-screened', title: 'Proyectos revisados con el marcador de género', unit: 'ratio', parameters: z.object({}), law: ['plan/gender/marker'],
  allowed: (actor) => actor.permissions.has('projects.read'),
  method: 'Proyectos de la cartera con marcador de género 0, 1 o 2 sobre todos los de la cartera; ni desistidos ni no vigentes.',
  compute: async (_input, context) => {
    const all = await active(context)
    const screened = all.filter(isScreened).length
    return {
      value: all.length === 0 ? null : screened / all.length, ...(all.length === 0 ? { absence: 'no-data' as const } : {}), count: all.length, digest: digestOf(all.map(({ state }) => `${state.id} ${state.genderMarker}`)),
      formula: [{ label: 'Revisados', text: String(screened) }, { label: 'En cartera', text: String(all.length) }],
    }
  },
  trail: async (_input, context, { page, size }) => {
    const records = (await active(context)).map((placed) => ({ id: placed.state.id, documentTitle: placed.state.name, text: isScreened(placed) ? `Marcador ${placed.state.genderMarker}. ${placed.state.genderNote}`.trim() : 'Sin revisar', amount: isScreened(placed) ? 1 : 0, amountUnit: 'count', href: projectHref(placed.state.id) }))
    return { records: records.slice((page - 1) * size, page * size), total: records.length, sum: records.reduce((sum, { amount }) => sum + amount, 0), sumUnit: 'count', note: 'Cada proyecto suma 1 si está revisado.' }
  },
})

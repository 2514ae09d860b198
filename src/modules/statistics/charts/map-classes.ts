import { equalEdges, quantileEdges } from '#platform/charts'

/** How a map tells its values: tones by classes, or circles. */
export type MapLook = { readonly style: 'choropleth' | 'symbols'; readonly method: 'quantile' | 'equal' | 'own'; readonly count: number; readonly own: readonly number[] }
export const usualLook: MapLook = { style: 'choropleth', method: 'quantile', count: 5, own: [] }

/** «simbolos», «cuantiles.5», «iguales.4», «propias.10.20.35»: as the address writes it; decimals with an underscore. */
export const lookToText = ({ style, method, count, own }: MapLook): string | undefined => {
  if (style === 'symbols') return 'simbolos'
  if (method === 'own') return ['propias', ...own.map((edge) => String(edge).replace('.', '_'))].join('.')
  const text = `${method === 'equal' ? 'iguales' : 'cuantiles'}.${count}`
  return text === 'cuantiles.5' ? undefined : text
}
export const textToLook = (text: string): MapLook => {
  const [word, ...rest] = text.split('.')
  if (word === 'simbolos') return { ...usualLook, style: 'symbols' }
  if (word === 'propias') return { ...usualLook, method: 'own', own: ownEdges(rest.map((edge) => Number(edge.replace('_', '.')))) }
  const count = Math.min(7, Math.max(3, Number.parseInt(rest[0] ?? '', 10) || 5))
  return { ...usualLook, method: word === 'iguales' ? 'equal' : 'quantile', count }
}
/** Edges a person wrote, in order, each once: two to six of them make three to seven classes. */
export const ownEdges = (edges: readonly number[]): readonly number[] => [...new Set(edges.filter(Number.isFinite))].sort((a, b) => a - b).slice(0, 6)
export const edgesFor = ({ method, count, own }: MapLook, values: readonly number[]): readonly number[] => (method === 'own' && own.length > 0 ? own : method === 'equal' ? equalEdges(values, count) : quantileEdges(values, count))
export const methodWords = ({ style, method, own, count }: MapLook): string => (style === 'symbols' ? 'círculos de área proporcional' : method === 'own' && own.length > 0 ? 'clases con límites elegidos' : method === 'equal' ? `${count} clases de igual ancho` : `${count} clases con igual número de comunas`)

import type { FigureDisplay, FigureValue } from '#kernel'

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isFigure = (value: unknown): value is FigureValue =>
  isObject(value) && isObject(value['recipe']) && typeof value['recipe']['id'] === 'string' && isObject(value['recipe']['parameters']) && isObject(value['recipe']['asOf'])
  && typeof value['title'] === 'string' && typeof value['text'] === 'string' && typeof value['unit'] === 'string' && (value['value'] === null || typeof value['value'] === 'number')

/** A figure that travelled through the clipboard. Undefined when it is not one: the text stays, the chip does not. The server computes it again when saving. */
export const readFigure = (text: string): { figure: FigureValue; show: FigureDisplay | null } | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    if (!isObject(value) || !isFigure(value['figure'])) return undefined
    return { figure: value['figure'], show: isObject(value['show']) ? value['show'] : null }
  } catch {
    return undefined // Not JSON: somebody else's span.
  }
}

/** Identity of a chip besides its dates: `id;name=value`, as the server keys the value of now. */
export const chipKey = ({ recipe }: FigureValue): string =>
  [recipe.id, ...Object.entries(recipe.parameters).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`)].join(';')

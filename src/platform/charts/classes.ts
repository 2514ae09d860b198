/**
 * Upper limits of `count` classes but the last, by quantiles of what there is, without repeats: places share out evenly among the tones.
 * Fewer distinct values give fewer classes; none gives an empty list.
 */
export const quantileEdges = (values: readonly number[], count = 5): number[] => {
  const sorted = [...values].sort((a, b) => a - b)
  const edges: number[] = []
  for (let at = 1; at < count; at++) {
    const edge = sorted[Math.ceil((sorted.length * at) / count) - 1]
    if (edge !== undefined && edge !== edges.at(-1) && edge < (sorted.at(-1) ?? edge)) edges.push(edge)
  }
  return edges
}
/** Upper limits of classes of equal width. */
export const equalEdges = (values: readonly number[], count = 5): number[] => {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return values.length === 0 || low === high ? [] : Array.from({ length: count - 1 }, (_, at) => low + ((high - low) * (at + 1)) / count)
}
/** The class a value falls in, from 0: a class includes its upper limit. */
export const classOf = (value: number, edges: readonly number[]): number => edges.filter((edge) => value > edge).length
/** The tone of each of `count` classes, spread over a sequence of tones. */
export const toneOf = (at: number, count: number, sequence: readonly string[]): string => sequence[count <= 1 ? Math.floor(sequence.length / 2) : Math.round((at * (sequence.length - 1)) / (count - 1))] ?? '#808080'

export type ClassWay = 'quantiles' | 'steps' | 'own'
/** Upper limits of the classes but the last, from low to high. Pure. */
export const edgesOf = (values: readonly number[], classes: number, way: ClassWay, own: string): readonly number[] => {
  const sorted = [...values].sort((a, b) => a - b)
  const [least, most] = [sorted[0], sorted.at(-1)]
  if (way === 'own') return [...new Set(own.split(/[;\s]+/).map((text) => Number(text.replace(/\./g, '').replace(',', '.'))).filter((value) => Number.isFinite(value) && value > 0))].sort((a, b) => a - b).slice(0, 6)
  if (least === undefined || most === undefined || least === most) return []
  const edges = Array.from({ length: classes - 1 }, (_, at) => (way === 'steps' ? least + ((most - least) * (at + 1)) / classes : (sorted[Math.ceil((sorted.length * (at + 1)) / classes) - 1] ?? most)))
  return [...new Set(edges)].filter((edge) => edge < most)
}

/** Round steps for an axis that contains zero: at most four grid lines besides it. Returns the marks from low to high. */
export const axisMarks = (least: number, most: number): number[] => {
  const [low, high] = [Math.min(0, least), Math.max(0, most)]
  if (low === high) return [0, 1]
  const rough = (high - low) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? 10 * power
  const marks: number[] = []
  for (let index = Math.floor(low / step); index <= Math.ceil(high / step); index += 1) marks.push(Number((index * step).toPrecision(12)))
  return marks
}

/** Value → position between two ends. */
export const scale = (from: number, to: number, start: number, end: number) => (value: number): number => start + ((value - from) / (to - from || 1)) * (end - start)

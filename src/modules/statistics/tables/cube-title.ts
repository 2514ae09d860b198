import type { CubeVariable } from '../model/cube.ts'
import type { CubeMeasure } from '../model/cube.ts'

const low = (text: string): string => (/^[A-ZÁÉÍÓÚÑ][a-záéíóúñ]/.test(text) ? `${text[0]?.toLowerCase() ?? ''}${text.slice(1)}` : text)
const listed = (words: readonly string[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} y ${words.at(-1)}`)

/** What, by what, where and when: the single values stand by their names, the others by the name of their variable. */
export const titleOf = (dataset: string, measures: readonly CubeMeasure[], variables: readonly CubeVariable[]): string => {
  const plain = variables.filter(({ role }) => role !== 'measure')
  const by = listed(plain.filter(({ codes }) => codes.length > 1).map(({ title }) => low(title)))
  const single = plain.filter(({ codes }) => codes.length === 1).map(({ codes }) => codes[0]?.label ?? '')
  return [[measures.length === 1 ? (measures[0]?.title ?? dataset) : dataset, by ? `por ${by}` : ''].filter(Boolean).join(' '), ...single].join(', ')
}

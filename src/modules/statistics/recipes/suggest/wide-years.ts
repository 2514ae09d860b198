import type { RecipeInput } from '../model/recipe.ts'
import { periodFrom } from '../text/period-code.ts'
import { fold, slug } from '../text/plain-text.ts'
import type { ColumnGuess } from './guess-column.ts'

type Seen = { readonly texts: readonly string[]; readonly guess: ColumnGuess }
export type WideGuess = { readonly columns: ReadonlySet<number>; readonly rule: NonNullable<RecipeInput['wide']>; readonly dimensions: RecipeInput['dimensions']; readonly measures: RecipeInput['measures'] }

const isYear = (text: string): boolean => { const code = periodFrom(text, 'year')?.code; return code !== undefined && Number(code) > 1850 && Number(code) < 2150 }

/** Tables whose columns are years (SINIM), or a category over two or more measures (INE): what to unpivot. Undefined for long tables. */
export const wideYears = (columns: readonly Seen[]): WideGuess | undefined => {
  const numeric = columns.flatMap(({ texts, guess }, index) => (guess.is === 'measure' || (guess.is === 'ignored' && isYear(texts.at(-1) ?? '')) || (guess.is === 'period' && isYear(texts.at(-1) ?? '')) ? [{ index, texts }] : []))
  const levels = columns[0]?.texts.length ?? 1
  const years = numeric.filter(({ texts }) => isYear(texts.at(-1) ?? ''))
  if (years.length >= 2 && years.length >= numeric.length * 0.8) {
    const upper = levels > 1 && years.some(({ texts }) => texts[0] !== '' && texts[0] !== texts.at(-1))
    return {
      columns: new Set(years.map(({ index }) => index)), rule: { measure: 'value', levels: [...(upper ? [{ row: 1, dimension: 'variable' }] : []), { row: levels, dimension: 'year' }] },
      dimensions: [...(upper ? [{ key: 'variable', title: 'Variable', role: 'category' as const, code: { kind: 'slug' as const } }] : []), { key: 'year', title: 'Año', role: 'time', code: { kind: 'period', of: 'year' } }],
      measures: [{ key: 'value', title: 'Valor', unit: '', decimals: 0 }],
    }
  }
  if (levels < 2) return undefined
  const lower = new Map<string, string>()
  for (const { texts } of numeric) lower.set(fold((texts.at(-1) ?? '').replace(/\d+$/, '')), (texts.at(-1) ?? '').replace(/\d+$/, '').trim())
  const upper = new Set(numeric.map(({ texts }) => texts[0] ?? ''))
  if (lower.size > 6 || upper.size < 2 || lower.size * upper.size < numeric.length * 0.8) return undefined
  const measures = [...lower.values()].map((title) => ({ key: `m_${slug(title).replaceAll('-', '_')}`.slice(0, 40), title, unit: /\(([^()]+)\)\s*$/.exec(title)?.[1] ?? '', decimals: 0 }))
  return {
    columns: new Set(numeric.map(({ index }) => index)), rule: { levels: [{ row: levels - 1, dimension: 'category' }, { row: levels, measures: Object.fromEntries(measures.map(({ title, key }) => [title, key])) }] },
    dimensions: [{ key: 'category', title: 'Categoría', role: 'category', code: { kind: 'slug' }, ...([...upper].some((text) => fold(text) === 'total') ? { total: 'total' } : {}) }], measures,
  }
}

import type { Recipe } from '../model/recipe.ts'
import type { CodeBook } from '../run/code-facts.ts'
import type { FindingBook, Place } from '../run/findings.ts'

/** Categories that should have come and did not. */
export const checkExpected = (recipe: Recipe, books: ReadonlyMap<string, CodeBook>, header: Place, findings: FindingBook): void => {
  for (const { key, title, expected = [], labels } of recipe.dimensions) {
    const missing = expected.filter((code) => !books.get(key)?.has(code))
    if (missing.length > 0) findings.add(`categorías que faltan en «${title}»`, 'warns', header, `«${title}»: no vienen ${missing.slice(0, 12).map((code) => labels[code] ?? code).join(', ')}${missing.length > 12 ? ` y ${missing.length - 12} más` : ''}.`, 'Puede que el archivo esté incompleto o que hayan cambiado de nombre; mire los avisos de categorías nuevas.')
  }
}

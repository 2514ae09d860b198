import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#platform/files'
import { parse } from 'yaml'
import { type Recipe, RecipeShape } from '../model/recipe.ts'

const FOLDER = 'assets/statistics/recipes'
/** A recipe written in YAML, checked. Says the file and the place of what is wrong. */
export const recipeFromYaml = (text: string, name: string): Recipe => {
  const checked = RecipeShape.safeParse(parse(text))
  if (!checked.success) throw new Error(`${name}: ${checked.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`)
  return checked.data
}
const read = (): readonly Recipe[] => {
  const folder = join(packageRoot(), FOLDER)
  return readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort().map((name) => {
    const recipe = recipeFromYaml(readFileSync(join(folder, name), 'utf8'), `${FOLDER}/${name}`)
    if (`${recipe.id}.yaml` !== name) throw new Error(`${FOLDER}/${name} dice ser ${recipe.id}`)
    return recipe
  })
}
let known: readonly Recipe[] | undefined
/** The recipes that come with the program: publishers of national statistics and their usual files. Read once. */
export const shippedRecipes = (): readonly Recipe[] => (known ??= read())
export const shippedRecipe = (id: string): Recipe => {
  const found = shippedRecipes().find((recipe) => recipe.id === id)
  if (!found) throw new Error(`No viene la receta ${id}`)
  return found
}

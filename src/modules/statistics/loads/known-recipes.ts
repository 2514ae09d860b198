import type { ReadContext } from '#platform/actions'
import { localLists } from '../code-lists/local-list.store.ts'
import { inForce } from '../code-lists/code-list.ts'
import { type CodeLists, type Recipe, recipeLists, shippedRecipes } from '../recipes/index.ts'
import { recipeStore } from './recipe.store.ts'

export type KnownRecipe = { readonly recipe: Recipe; readonly shipped: boolean; /** Version of a saved one. */ readonly number: number | null }

/** Recipes that can read a file: those of the municipality first, then those that come with the program. */
export const knownRecipes = async ({ tx }: Pick<ReadContext, 'tx'>): Promise<readonly KnownRecipe[]> => {
  const saved = await recipeStore(tx).newest()
  const own = new Set(saved.map(({ key }) => key))
  return [...saved.map(({ recipe, number }): KnownRecipe => ({ recipe, shipped: false, number })), ...shippedRecipes().filter(({ id }) => !own.has(id)).map((recipe): KnownRecipe => ({ recipe, shipped: true, number: null }))]
}
/** Lists of codes a recipe may ask for: the shipped ones and those of the municipality as they are today. */
export const listsForRecipes = async ({ tx, today }: Pick<ReadContext, 'tx' | 'today'>): Promise<CodeLists> => ({
  ...recipeLists(), ...Object.fromEntries((await localLists(tx).all()).map(({ key, codes }) => [key, codes.filter((one) => inForce(one, today))])),
})

import { can } from '#kernel'
import { defineAction } from '#platform/actions'
import { recipeRefused } from '../problems.ts'
import { RecipeShape, shippedRecipes } from '../recipes/index.ts'
import { SaveRecipeInput } from './load-contract.ts'
import { recipeStore } from './recipe.store.ts'

/** Keeps a recipe of the municipality, so that next year's file is read the same way. Saving it again is another version. */
export const saveRecipe = defineAction({
  name: 'statistics.save-recipe', title: 'Guardar una receta', input: SaveRecipeInput, allowed: can('statistics.load'),
  run: async ({ recipe: given }, context) => {
    const checked = RecipeShape.safeParse(given)
    if (!checked.success) throw recipeRefused({ why: checked.error.issues.slice(0, 3).map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') })
    const recipe = checked.data
    if (shippedRecipes().some(({ id }) => id === recipe.id)) throw recipeRefused({ why: `«${recipe.id}» es una receta que viene con el programa` })
    const store = recipeStore(context.tx)
    const number = ((await store.newest()).find(({ key }) => key === recipe.id)?.number ?? 0) + 1
    await store.add({ key: recipe.id, number, title: recipe.title, recipe }, context.entryId)
    return { result: { key: recipe.id, number }, entry: { name: 'recipe-saved', summary: `Se guardó la receta «${recipe.title}», versión ${number}`, record: { kind: 'recipe', id: recipe.id }, facts: { columns: recipe.columns.length } } }
  },
})

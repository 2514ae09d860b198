import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#platform/files'
import { parse } from 'yaml'
import { z } from 'zod'
import { type IndicatorRecipe, IndicatorRecipeShape } from './recipe.ts'

const FILE = 'assets/statistics/indicators.yaml'
let known: readonly IndicatorRecipe[] | undefined
/** The indicators that come with the program, in the order of the board. Read once. */
export const shippedIndicators = (): readonly IndicatorRecipe[] => (known ??= z.array(IndicatorRecipeShape).parse(parse(readFileSync(join(packageRoot(), FILE), 'utf8'))))
export const shippedIndicator = (code: string): IndicatorRecipe | undefined => shippedIndicators().find((one) => one.code === code)

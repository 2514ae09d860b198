import type { Finding, Observations } from '../../model/observations.ts'
import type { Drift } from '../drift/explain-drift.ts'
import type { CodeLists } from '../model/code-list.ts'
import type { Recipe } from '../model/recipe.ts'
import type { SheetView } from '../picture/sheet-view.ts'
import type { TableRegion } from '../run/run-recipe.ts'
import type { Pointed, SuggestedOrigin, Suggestion } from '../suggest/suggest-recipe.ts'

/** What is asked of the reading process: it holds no database, so everything it knows is here. */
export type RecipeTask =
  | { readonly answer: 'look'; readonly sheet?: string; readonly pointed?: Pointed; readonly origin: SuggestedOrigin; readonly lists: CodeLists }
  | { readonly answer: 'run'; readonly recipe: Recipe; readonly lists: CodeLists; readonly before?: Observations; /** Without the picture and the observations: only what is wrong. */ readonly brief?: boolean }

export type SheetName = { readonly name: string; readonly rows: number; readonly columns: number; readonly hidden: boolean }
export type LookTold = { readonly is: 'look'; readonly format: string; readonly encoding?: string; readonly sheets: readonly SheetName[]; readonly sheet: string; readonly view: SheetView; readonly suggestion: Suggestion }
export type RunTold = { readonly is: 'run'; readonly sheets: readonly SheetName[]; readonly findings: readonly Finding[]; readonly rowsRead: number; readonly region?: TableRegion; readonly view?: SheetView; readonly observations?: Observations; readonly drift: Drift }
export type RecipeTold = LookTold | RunTold

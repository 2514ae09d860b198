import type { AskedPlace } from './places-in.ts'
import type { Ages } from './read-question.ts'
import type { ConceptKey } from './vocabulary.ts'
import { indicatorOfConcept } from './vocabulary.ts'
import { shippedIndicator } from '../indicators/shipped-indicators.ts'
import type { Piece } from '../indicators/recipe.ts'

/** How a concept is got: the pieces of a data set, by itself or one over another. */
export type Way = { readonly what: string; readonly unit: string; readonly decimals: number; readonly over: Piece; readonly under?: Piece; readonly per: number; readonly indicator?: string; readonly growth?: number; /** Each commune has one row only: what its other classes lack is not missing. */ readonly whole?: boolean }
type Asks = { readonly concept: ConceptKey; readonly place: AskedPlace; readonly sex: 'H' | 'M' | null; readonly ages: Ages | null }
const PROJECTION = 'proyecciones-edad-sexo-2002-2035-nacional'
const CENSUS_2017 = 'censo-2017-comuna-edad-sexo'
const CENSUS_2024 = 'comunas'

const peopleWord = (sex: Asks['sex']): string => (sex === 'M' ? 'mujeres' : sex === 'H' ? 'hombres' : 'personas')
const people = (dataset: string, { sex, ages }: Asks): Piece => ({ dataset, measure: 'population', where: {}, ages: ages ? [[ages.from, ages.to]] : [], ...(sex ? { sex } : {}) })
const counted = (asks: Asks): Pick<Way, 'what' | 'unit' | 'decimals' | 'per'> => ({ what: `Población${asks.sex ? `, ${peopleWord(asks.sex)}` : ''}${asks.ages ? ` ${asks.ages.title}` : ''}`, unit: peopleWord(asks.sex), decimals: 0, per: 1 })

/** The way a question is answered, or in words why not. An indicator is told as the board tells it. */
export const wayOf = (asks: Asks): Way | { readonly no: string } => {
  const { concept, sex, ages } = asks
  if (concept === 'population') return { ...counted(asks), over: people(PROJECTION, asks), indicator: sex || ages ? undefined : 'poblacion' }
  if (concept === 'census-2017') return { ...counted(asks), over: people(CENSUS_2017, asks) }
  if (concept === 'census-2024') return sex || ages ? { no: 'Del Censo 2024 está cargada la población total de cada comuna, sin edad ni sexo.' } : { ...counted(asks), over: people(CENSUS_2024, asks), whole: true }
  if (concept === 'income-poverty') return { no: 'De la pobreza por ingresos está cargada la tabulación directa de Casen, que salta entre encuestas y no es la estimación oficial de la comuna: no se da como respuesta. La multidimensional sí está: pregunte «pobreza multidimensional».' }
  const recipe = shippedIndicator(indicatorOfConcept[concept] ?? '')
  if (!recipe) return { no: 'Ese dato no está en el tablero.' }
  if (ages) return { no: `«${recipe.title}» no se conoce por edad.` }
  const formula = sex ? (recipe.sexFormula ?? recipe.formula) : recipe.formula
  const common = { what: recipe.title, unit: recipe.unit, decimals: recipe.decimals, indicator: recipe.code }
  const own = (piece: Piece): Piece => (sex ? { ...piece, sex } : piece)
  if (sex && !recipe.bySex) return { no: `«${recipe.title}» no se conoce para ${peopleWord(sex)} por separado.` }
  if (sex) common.what = `${recipe.title}, ${peopleWord(sex)}`
  if (formula.kind === 'ratio') return { ...common, over: own(formula.over), under: own(formula.under), per: formula.per }
  return { ...common, over: own(formula.of), per: 1, ...(formula.kind === 'growth' ? { growth: formula.years } : {}) }
}

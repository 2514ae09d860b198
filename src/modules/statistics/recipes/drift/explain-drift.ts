import { formatNumber } from '#kernel'
import type { Observations } from '../../model/observations.ts'
import type { RecipeRun } from '../run/run-recipe.ts'
import { compareObservations, type ObservationsDrift } from './compare-observations.ts'

/** How this file differs from the last one that the same recipe read. `sentences` is what a person reads first. */
export type Drift = { readonly sentences: readonly string[]; readonly layout: RecipeRun['findings']; readonly values?: ObservationsDrift }

const LAYOUT = /encabezado estaba|columna «|Falta la columna|está dos veces|no trae|faltan|no estaba antes|ya no está|Sobre la tabla/
const few = (codes: readonly string[]): string => `${codes.slice(0, 8).join(', ')}${codes.length > 8 ? ` y ${codes.length - 8} más` : ''}`
const number = (value: number): string => formatNumber(value, Number.isInteger(value) ? 0 : 2)

const sayValues = ({ measures, codes }: ObservationsDrift, after: Observations): string[] => {
  const titleOf = (key: string): string => after.structure.measures.find((one) => one.key === key)?.title ?? key
  const nameOf = (key: string): string => after.structure.dimensions.find((one) => one.key === key)?.title ?? key
  return [
    ...measures.map(({ measure, fresh, changed, equal, missing }) => `«${titleOf(measure)}»: ${number(fresh)} valores nuevos, ${number(changed)} cambiados, ${number(equal)} iguales y ${number(missing)} que ya no vienen.`),
    ...measures.flatMap(({ measure, factor }) => (factor ? [`«${titleOf(measure)}»: casi todos los valores son ${factor >= 1 ? `${number(factor)} veces mayores` : `${number(1 / factor)} veces menores`} que antes: parece que cambió la unidad.`] : [])),
    ...measures.flatMap(({ measure, changed, fresh, missing, totalBefore, totalAfter }) => (changed + fresh + missing > 0 && totalBefore !== totalAfter ? [`«${titleOf(measure)}»: el total pasa de ${number(totalBefore)} a ${number(totalAfter)}.`] : [])),
    ...codes.flatMap(({ dimension, fresh, gone, renamed }) => [
      ...(fresh.length > 0 ? [`«${nameOf(dimension)}»: vienen de nuevo ${few(fresh)}.`] : []), ...(gone.length > 0 ? [`«${nameOf(dimension)}»: ya no vienen ${few(gone)}.`] : []),
      ...(renamed.length > 0 ? [`«${nameOf(dimension)}»: cambió el nombre de ${few(renamed.map(({ code, before, after: now }) => `${code} («${before}» por «${now}»)`))}.`] : []),
    ]),
  ]
}
/** Explains the differences between what was loaded before and what the recipe reads now. Layout first: without it, values mean nothing. */
export const explainDrift = (before: Observations | undefined, run: RecipeRun): Drift => {
  const layout = run.findings.filter(({ text }) => LAYOUT.test(text))
  const values = before && run.observations ? compareObservations(before, run.observations) : undefined
  const stopped = run.findings.filter(({ severity }) => severity === 'stops').length
  return {
    layout, ...(values ? { values } : {}),
    sentences: [
      ...(stopped > 0 ? [`El archivo no se puede cargar con esta receta: ${stopped === 1 ? 'hay un problema' : `hay ${number(stopped)} problemas`} por resolver.`] : []),
      ...(layout.length === 0 ? ['La tabla tiene la misma forma que antes.'] : layout.slice(0, 20).map(({ text }) => text)), ...(values && run.observations ? sayValues(values, run.observations) : []),
    ],
  }
}

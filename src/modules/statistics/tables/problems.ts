import { defineProblem, formatNumber } from '#kernel'

const named = (codes: readonly string[]): string => `${codes.slice(0, 5).map((code) => `«${code}»`).join(', ')}${codes.length > 5 ? ` y ${formatNumber(codes.length - 5)} más` : ''}`

export const unknownPiece = defineProblem<{ readonly what: string; readonly keys: readonly string[]; readonly title: string }>({
  id: 'statistics/unknown-piece', kind: 'input', title: 'La tabla pide algo que el conjunto de datos no tiene',
  detail: ({ what, keys, title }) => `«${title}» no tiene ${what} ${named(keys)}.`,
  remedy: 'Elija de nuevo entre lo que se ofrece: puede que la versión haya cambiado desde que se guardó la tabla.',
})
export const nothingChosen = defineProblem<{ readonly dimension: string; readonly why: string }>({
  id: 'statistics/nothing-chosen', kind: 'input', title: 'No queda nada elegido',
  detail: ({ dimension, why }) => `En «${dimension}», ${why}.`,
  remedy: 'Cambie la selección de esa variable.',
})
export const cannotBeLeftOut = defineProblem<{ readonly dimension: string; readonly why: string }>({
  id: 'statistics/cannot-be-left-out', kind: 'input', title: 'Falta decir qué valor de una variable',
  detail: ({ dimension, why }) => `«${dimension}» no puede quedar fuera de la tabla: ${why}.`,
  remedy: 'Agregue esa variable a la tabla y elija uno o más de sus valores.',
})
export const cannotBeGrouped = defineProblem<{ readonly dimension: string; readonly why: string }>({
  id: 'statistics/cannot-be-grouped', kind: 'input', title: 'Esa agrupación no se puede hacer',
  detail: ({ dimension, why }) => `En «${dimension}», ${why}.`,
  remedy: 'Elija otra agrupación, o los valores sin agrupar.',
})
export const tableTooLarge = defineProblem<{ readonly cells: number; readonly limit: number }>({
  id: 'statistics/table-too-large', kind: 'size', title: 'La tabla es demasiado grande para la pantalla',
  detail: ({ cells, limit }) => `Tendría ${formatNumber(cells)} celdas y se muestran hasta ${formatNumber(limit)}.`,
  remedy: 'Elija menos valores de alguna variable, o descargue los datos en lugar de verlos.',
})
export const cannotBeDerived = defineProblem<{ readonly why: string }>({
  id: 'statistics/cannot-be-derived', kind: 'input', title: 'Ese cálculo no se puede hacer con esta tabla',
  detail: ({ why }) => why,
  remedy: 'Quite el cálculo o cambie las variables de la tabla.',
})

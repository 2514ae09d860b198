import { defineProblem } from '#kernel'

export const tooWideForPaper = defineProblem<{ columns: number; rows: number; mostColumns: number; mostRows: number }>({
  id: 'estadistica/no-cabe-en-papel', kind: 'rule',
  title: 'El cuadro no cabe en una hoja',
  detail: ({ columns, rows, mostColumns, mostRows }) => `Tiene ${columns} columnas y ${rows} filas; en papel se leen hasta ${mostColumns} columnas y ${mostRows} filas.`,
  remedy: 'Pase una variable de las columnas a las filas o a la capa, elija menos valores, o descargue el cuadro en Excel.',
})

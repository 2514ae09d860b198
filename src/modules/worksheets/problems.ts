import { counted, defineProblem } from '#kernel'

export const notOurSheet = defineProblem<{ title: string }>({
  id: 'planillas/no-es-nuestra', kind: 'input',
  title: 'El archivo no es una planilla bajada de aquí',
  detail: ({ title }) => `No se encuentra la columna oculta con las claves de «${title}».`,
  remedy: 'Baje la planilla con el botón «Planilla para editar» de la lista, escriba en las columnas amarillas y súbala sin quitar columnas.',
})
export const otherSheet = defineProblem<{ given: string; wanted: string }>({
  id: 'planillas/de-otra-lista', kind: 'input',
  title: 'La planilla es de otra lista',
  detail: ({ given, wanted }) => `El archivo es de «${given}» y esta página recibe «${wanted}».`,
  remedy: 'Súbala en la página de su lista, o elija el archivo que corresponde.',
})
export const otherCommune = defineProblem({
  id: 'planillas/de-otra-comuna', kind: 'input',
  title: 'La planilla no se bajó de esta municipalidad',
  detail: () => 'La firma del archivo no es la de esta municipalidad, o alguien cambió su clave.',
  remedy: 'Baje de nuevo la planilla desde la lista y copie en ella sus cambios.',
})
export const nothingChosen = defineProblem({
  id: 'planillas/nada-que-aplicar', kind: 'input',
  title: 'No hay cambios que aplicar',
  detail: () => 'Ninguna celda elegida cambia algo: lo que trae el archivo ya está así, o se dejó fuera.',
  remedy: 'Marque al menos un cambio de la comparación, o corrija el archivo y súbalo otra vez.',
})
export const loadNotInState = defineProblem<{ state: string }>({
  id: 'planillas/estado', kind: 'conflict',
  title: 'La planilla no está en ese punto',
  detail: ({ state }) => `Está ${state}.`,
  remedy: 'Recargue la página para ver cómo va.',
})
export const changedSince = defineProblem<{ count: number; names: string }>({
  id: 'planillas/cambiaron-despues', kind: 'conflict',
  title: 'Hay registros que cambiaron después',
  detail: ({ count, names }) => `${counted(count, 'registro tiene', 'registros tienen')} ahora otro valor: ${names}.`,
  remedy: 'Vea qué pasó con ellos, o deshaga sólo los demás: esos quedan como están.',
})
export const tooLongForGrid = defineProblem<{ rows: number; most: number }>({
  id: 'planillas/demasiadas-filas', kind: 'input',
  title: 'La lista es larga para editarla en la página',
  detail: ({ rows, most }) => `Tiene ${counted(rows, 'fila', 'filas')} y la grilla abre hasta ${most}.`,
  remedy: 'Filtre la lista, o bájela a Excel con «Planilla para editar».',
})

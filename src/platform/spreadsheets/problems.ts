import { defineProblem, formatNumber } from '#kernel'

type Named = { readonly file: string }

export const spreadsheetDamaged = defineProblem<Named>({
  id: 'spreadsheets/damaged', kind: 'input', title: 'El archivo está dañado o incompleto',
  detail: ({ file }) => `«${file}» no se pudo abrir: está cortado o su contenido no es el de una planilla.`,
  remedy: 'Ábralo en Excel, guárdelo de nuevo como .xlsx y vuelva a subirlo. Si viene de un correo o de un pendrive, copie otra vez el original.',
})
export const spreadsheetProtected = defineProblem<Named>({
  id: 'spreadsheets/protected', kind: 'input', title: 'El archivo pide contraseña',
  detail: ({ file }) => `«${file}» está protegido con contraseña y no se puede leer.`,
  remedy: 'Ábralo con su contraseña, quítela en Archivo › Información › Proteger libro, guárdelo y vuelva a subirlo.',
})
export const spreadsheetTooLarge = defineProblem<Named & { readonly what: string }>({
  id: 'spreadsheets/too-large', kind: 'size', title: 'El archivo es demasiado grande',
  detail: ({ file, what }) => `«${file}» ${what}.`,
  remedy: 'Deje en el archivo sólo el mes y las hojas que necesita, o cárguelo por partes.',
})
export const spreadsheetZipBomb = defineProblem<Named>({
  id: 'spreadsheets/zip-bomb', kind: 'size', title: 'El archivo se infla más de lo razonable al abrirlo',
  detail: ({ file }) => `«${file}» ocupa poco, pero al descomprimirlo crecería fuera de todo límite; no se abrió.`,
  remedy: 'Si el archivo es suyo, copie los datos a un libro nuevo y suba ese. Si lo recibió de un tercero, no lo abra y avise a informática.',
})
export const spreadsheetTimeout = defineProblem<Named & { readonly seconds: number }>({
  id: 'spreadsheets/timeout', kind: 'size', title: 'El archivo tardó demasiado en leerse',
  detail: ({ file, seconds }) => `La lectura de «${file}» se detuvo a los ${formatNumber(seconds)} segundos.`,
  remedy: 'Guárdelo como .xlsx o .csv con sólo la hoja del mes y vuelva a intentarlo.',
})
export const notASpreadsheet = defineProblem<Named>({
  id: 'spreadsheets/not-a-spreadsheet', kind: 'input', title: 'El archivo no es una planilla',
  detail: ({ file }) => `«${file}» no es un archivo de Excel, de LibreOffice ni un texto separado por comas, punto y coma, tabulaciones o barras.`,
  remedy: 'Suba un .xlsx, .xls, .ods o .csv. Si tiene un PDF, pida a la unidad el archivo que lo originó.',
})
export const emptyWorkbook = defineProblem<Named>({
  id: 'spreadsheets/empty', kind: 'input', title: 'La planilla está vacía',
  detail: ({ file }) => `«${file}» no tiene ninguna celda con datos.`,
  remedy: 'Revise que sea el archivo correcto y que se haya guardado después de generarlo.',
})
export const spreadsheetMissing = defineProblem<Named>({
  id: 'spreadsheets/missing', kind: 'absent', title: 'No se encuentra el archivo',
  detail: ({ file }) => `No existe «${file}» o no es un archivo.`,
  remedy: 'Revise la ruta o vuelva a subir el archivo.',
})
export const fileWithEntities = defineProblem<Named>({
  id: 'spreadsheets/entities', kind: 'input', title: 'El archivo define entidades XML',
  detail: ({ file }) => `«${file}» define entidades propias, que pueden inflar el archivo o pedir otros desde afuera; no se abrió.`,
  remedy: 'Ninguna planilla las necesita. Ábralo en su programa de origen y guárdelo de nuevo como .xlsx o .csv; si lo recibió de un tercero, avise a informática.',
})
export const fileNotUnderstood = defineProblem<Named & { readonly why: string }>({
  id: 'spreadsheets/not-understood', kind: 'input', title: 'El archivo no se entiende entero',
  detail: ({ file, why }) => `«${file}»: ${why}`,
  remedy: 'Descargue otra vez el archivo desde quien lo publica. Si vuelve a ocurrir, pídalo en otro formato (.xlsx o .csv).',
})

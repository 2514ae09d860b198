import { defineProblem } from '#kernel'

export const backupNotReadable = defineProblem<{ reason: string }>({
  id: 'respaldo/no-se-lee', kind: 'input',
  title: 'El archivo no es un respaldo que se pueda leer',
  detail: ({ reason }) => `El respaldo ${reason}.`,
  remedy: 'Pruebe con otro respaldo. La lista de los últimos está en la carpeta «respaldos».',
})
export const passphraseWrong = defineProblem<{ reason: string }>({
  id: 'respaldo/frase-de-paso', kind: 'input',
  title: 'No se puede abrir el respaldo',
  detail: ({ reason }) => `El respaldo ${reason}.`,
  remedy: 'Indique --passphrase con la frase que se usó al crearlo.',
})
export const restoreTargetNotEmpty = defineProblem<{ communes: string }>({
  id: 'respaldo/destino-ocupado', kind: 'conflict',
  title: 'El destino ya tiene datos',
  detail: ({ communes }) => `Ya hay información de ${communes}; restaurar la mezclaría.`,
  remedy: 'Restaure en una carpeta nueva con --data, o en una base de datos vacía con --database.',
})
export const backupNewer = defineProblem<{ migration: string }>({
  id: 'respaldo/version-posterior', kind: 'conflict',
  title: 'El respaldo es de una versión posterior de Secplan',
  detail: ({ migration }) => `Trae la migración ${migration}, que este programa no conoce.`,
  remedy: 'Actualice Secplan y restaure de nuevo.',
})
export const restoreDiffers = defineProblem<{ table: string }>({
  id: 'respaldo/no-coincide', kind: 'defect',
  title: 'Lo restaurado no coincide con el respaldo',
  detail: ({ table }) => `La comprobación falló en ${table}.`,
  remedy: 'No use esta copia. Restaure otra vez en una carpeta nueva y avise a Informática.',
})
export const backupTooLarge = defineProblem({
  id: 'respaldo/demasiado-grande', kind: 'size',
  title: 'El respaldo no cabe en un solo archivo',
  detail: () => 'Pasa de 4 GB, el máximo de este formato. No se dejó un archivo a medias.',
  remedy: 'Avise a Informática: la base se respalda con pg_dump y la carpeta «archivos» se copia aparte, como explica el manual.',
})

import { defineProblem } from '#kernel'

export const engineStuck = defineProblem({
  id: 'database/engine-stuck', kind: 'dependency',
  title: 'La base de datos se está recuperando',
  detail: () => 'Una operación tardó demasiado y el motor se reinició. Lo que ya estaba guardado se conserva; esta operación no se guardó.',
  remedy: 'Espere unos segundos y repita la acción. Si vuelve a ocurrir, ejecute «secplan doctor» y avise a Informática.',
})
export const folderInUse = defineProblem<{ folder: string; pid: number }>({
  id: 'database/folder-in-use', kind: 'conflict',
  title: 'Otra copia de Secplan está usando esta carpeta de datos',
  detail: ({ folder, pid }) => `La carpeta ${folder} está abierta por el proceso ${pid}. Dos programas sobre los mismos datos perderían registros sin avisar.`,
  remedy: 'Cierre la otra copia de Secplan, o indique otra carpeta con --data. Sólo si está seguro de que no hay otra abierta, borre el archivo secplan.lock de esa carpeta.',
})
export const folderNotSafe = defineProblem<{ folder: string; reason: string }>({
  id: 'database/folder-not-safe', kind: 'input',
  title: 'Esa carpeta no sirve para guardar los datos',
  detail: ({ folder, reason }) => `${folder}: ${reason}.`,
  remedy: 'Elija una carpeta del disco de este equipo, fuera de OneDrive, Google Drive, Dropbox o unidades de red, con --data.',
})
export const folderNotWritable = defineProblem<{ folder: string; reason: string }>({
  id: 'database/folder-not-writable', kind: 'dependency',
  title: 'No se puede escribir en la carpeta de datos',
  detail: ({ folder, reason }) => `${folder}: ${reason}.`,
  remedy: 'Revise que el disco tenga espacio y que su usuario pueda escribir en la carpeta; no se perdió lo ya guardado.',
})
export const migrationChanged = defineProblem<{ name: string }>({
  id: 'database/migration-changed', kind: 'defect',
  title: 'La estructura de la base no corresponde a esta versión',
  detail: ({ name }) => `La migración ${name} ya aplicada difiere de la que trae el programa.`,
  remedy: 'Restaure la versión anterior del programa o un respaldo, y avise a quien mantiene el sistema.',
})
export const databaseNewer = defineProblem<{ name: string }>({
  id: 'database/newer-than-program', kind: 'conflict',
  title: 'Los datos son de una versión posterior de Secplan',
  detail: ({ name }) => `La base ya tiene la migración ${name}, que este programa no conoce.`,
  remedy: 'Actualice Secplan a la versión que usó antes, o abra otra carpeta con --data.',
})
export const serverUnreachable = defineProblem<{ reason: string }>({
  id: 'database/server-unreachable', kind: 'dependency',
  title: 'El servidor de la base de datos no responde',
  detail: ({ reason }) => `PostgreSQL: ${reason}. Lo que ya estaba guardado se conserva; esta operación no se guardó.`,
  remedy: 'Espere un momento y repita. Si sigue, revise que PostgreSQL esté encendido y que la dirección de --database sea la correcta, o avise a Informática.',
})
export const valueRefused = defineProblem({
  id: 'database/value-refused', kind: 'input',
  title: 'Hay un valor que no se puede guardar',
  detail: () => 'Un texto trae caracteres no válidos o un número o fecha queda fuera de lo posible.',
  remedy: 'Revise lo escrito o pegado, sobre todo caracteres extraños y números muy grandes, y vuelva a enviar.',
})
export const duplicateRecord = defineProblem<{ what: string }>({
  id: 'database/duplicate', kind: 'conflict',
  title: 'Ya existe un registro igual',
  detail: ({ what }) => `No se guardó porque se repetiría: ${what}.`,
  remedy: 'Busque el registro que ya existe y corríjalo, o cambie el código del nuevo.',
})
export const brokenReference = defineProblem<{ what: string }>({
  id: 'database/broken-reference', kind: 'rule',
  title: 'Falta un registro del que éste depende',
  detail: ({ what }) => `No se guardó porque apunta a algo que no existe en esta comuna: ${what}.`,
  remedy: 'Cree primero el registro que falta o elija otro de la lista.',
})

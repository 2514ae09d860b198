import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '#kernel'
import { ensureTemplate } from '#platform/database'
import { restoreBackup, writeBackup } from '#platform/backup'
import { openSystem } from '../system.ts'
import { version } from '../version.ts'
import { type Command, say } from './command.ts'
import { configurationFrom } from './configuration-from.ts'
import { withSystem } from './open.ts'

const needFile = (file: string | undefined): string => {
  if (!file) throw new Problem('linea/falta-archivo', 'input', 'Falta el archivo', 'El comando necesita el nombre del archivo de respaldo.', 'Por ejemplo: secplan backup respaldo.zip', undefined)
  return file
}
const bar = (share: number, message: string) => say(`  ${String(Math.round(share * 100)).padStart(3)} %  ${message}`)

export const backup: Command = {
  name: 'backup',
  usage: 'backup ARCHIVO [--passphrase FRASE]',
  help: 'Respalda todas las tablas y archivos en un archivo que se restaura en cualquiera de los dos motores.',
  run: async (given) => {
    const file = needFile(given.words[0])
    return withSystem(given, async (system) => {
      const manifest = await writeBackup({ database: system.database, files: system.services.files, version: version(), at: new Date().toISOString() }, file, { passphrase: given.option('passphrase'), progress: bar })
      say(`Respaldo listo en ${file}: ${manifest.tables.length} tablas, ${manifest.tables.reduce((sum, { rows }) => sum + rows, 0)} filas, ${manifest.files.length} archivos.`)
      return 0
    })
  },
}
export const restore: Command = {
  name: 'restore',
  usage: 'restore ARCHIVO --data CARPETA | --database postgres://… [--passphrase FRASE]',
  help: 'Restaura un respaldo en un destino vacío y comprueba cada tabla y archivo.',
  run: async (given) => {
    const file = needFile(given.words[0])
    const configuration = configurationFrom(given)
    if (!configuration.databaseUrl && given.option('data') === undefined && existsSync(join(configuration.dataFolder, 'base'))) {
      throw new Problem('respaldo/destino', 'input', 'Indique dónde restaurar', `La carpeta ${configuration.dataFolder} ya existe.`, 'Use --data con una carpeta nueva, o --database con una base vacía.', undefined)
    }
    const system = await openSystem(configuration, { template: configuration.databaseUrl ? undefined : await ensureTemplate() })
    try {
      const manifest = await restoreBackup({ database: system.database, files: system.services.files }, file, { passphrase: given.option('passphrase'), progress: bar })
      say(`Restaurado y comprobado: ${manifest.communes.join(', ')}, respaldo del ${manifest.createdAt.slice(0, 16).replace('T', ' ')} (UTC).`)
      return 0
    } finally {
      await system.close()
    }
  },
}

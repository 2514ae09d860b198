import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { engineMissing } from './problems.ts'

/** Folder of fonts and templates. It is sought upwards from this file, so it is found from the sources, from `dist` and from an installed package. */
export const assetFolder = (name: 'fonts' | 'documents'): string => {
  let folder = path.dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const candidate = path.join(folder, 'assets', name)
    if (existsSync(path.join(candidate, name === 'fonts' ? 'OFL-Archivo.txt' : 'report.typ'))) return candidate
    const parent = path.dirname(folder)
    if (parent === folder) throw engineMissing({ what: name === 'fonts' ? 'la carpeta de letras' : 'la plantilla de impresión' })
    folder = parent
  }
}

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the package: the first one upwards whose package.json is named secplan (also true once the code is bundled elsewhere in it). */
const packageFolder = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!(existsSync(join(folder, 'package.json')) && readFileSync(join(folder, 'package.json'), 'utf8').includes('"name": "secplan"'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error('No se encontró la carpeta del programa con sus datos de demostración')
    folder = above
  }
  return folder
}

/** Bytes of a file under `demo/`. */
export const demoBytes = (path: string): Uint8Array => new Uint8Array(readFileSync(join(packageFolder(), 'demo', path)))

const splitRow = (row: string): string[] => {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let index = 0; index < row.length; index += 1) {
    const letter = row[index]
    if (letter === '"') {
      if (quoted && row[index + 1] === '"') { cell += '"'; index += 1 } else quoted = !quoted
    } else if (letter === ',' && !quoted) { cells.push(cell); cell = '' } else cell += letter
  }
  return [...cells, cell]
}

/** Rows of a UTF-8 comma file under `demo/`, by column name. No cell holds a line break in these files. */
export const demoTable = (path: string): Record<string, string>[] => {
  const [head = '', ...rows] = new TextDecoder().decode(demoBytes(path)).replace(/^\uFEFF/, '').split(/\r?\n/).filter((row) => row !== '')
  const names = splitRow(head)
  return rows.map((row) => { const cells = splitRow(row); return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])) })
}

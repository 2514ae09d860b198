import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#platform/files'

/** Bytes of a file under `demo/`. */
export const demoBytes = (path: string): Uint8Array => new Uint8Array(readFileSync(join(packageRoot(), 'demo', path)))

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

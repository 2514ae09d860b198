import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'

export type SpoolColumn =
  | { readonly name: string; readonly type: 'text'; readonly values: readonly (string | null)[] }
  | { readonly name: string; readonly type: 'number'; readonly values: ArrayLike<number | null> }

const ROWS_AT_ONCE = 5000
const quoted = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
/** Numbers print in the shortest way that reads back the same. */
const written = (value: string | number | null | undefined): string => (value === null || value === undefined || (typeof value === 'number' && !Number.isFinite(value)) ? '' : typeof value === 'number' ? String(value) : quoted(value))

/** Columns of this process as a CSV for the engine, a few thousand rows at a time. */
export const spoolColumns = async (path: string, rows: number, columns: readonly SpoolColumn[]): Promise<void> => {
  const out = createWriteStream(path, { flags: 'wx' })
  const done = finished(out)
  done.catch(() => undefined)
  out.write(`${columns.map(({ name }) => name).join(',')}\n`)
  for (let from = 0; from < rows; from += ROWS_AT_ONCE) {
    const lines: string[] = []
    for (let row = from; row < Math.min(rows, from + ROWS_AT_ONCE); row++) lines.push(columns.map(({ values }) => written(values[row])).join(','))
    if (!out.write(`${lines.join('\n')}\n`)) await Promise.race([once(out, 'drain'), done])
  }
  out.end()
  await done
}

import { statusAt, type TableRows } from '#statistics'

/** What a spreadsheet would take for a formula is written as text. */
const safe = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** One line for each cell with data: its codes, its numbers and what is known of each. Nothing is read before somebody takes it. */
export const rowsAsCsv = ({ variables, measures, codesAt, parts }: TableRows): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  const keys = variables.filter(({ role }) => role !== 'measure').map(({ key }) => key)
  const head = [...keys, ...measures.flatMap(({ key }) => [key, `${key}__status`])]
  let begun = false
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      if (!begun) {
        begun = true
        return controller.enqueue(encoder.encode(`\uFEFF${head.join(',')}\r\n`))
      }
      const { done, value } = await parts.next()
      if (done) return controller.close()
      const lines: string[] = []
      value.cells.forEach((at, row) => {
        const codes = codesAt(at).map((code) => cell(safe(code)))
        const numbers = measures.flatMap((_, measure) => { const number = value.values[measure]?.[row]; return [number === undefined || Number.isNaN(number) ? '' : String(number), statusAt(value.marks[measure]?.[row])] })
        lines.push([...codes, ...numbers].join(','))
      })
      controller.enqueue(encoder.encode(lines.length > 0 ? `${lines.join('\r\n')}\r\n` : ''))
    },
    cancel: async () => void (await parts.return(undefined)),
  }, { highWaterMark: 1 })
}

/** The process that reads texts: one file at a time, no database, no environment but the path of programs, memory bounded by its parent. */
import type { ExtractionLimits } from './extraction.ts'
import { readText } from './read-text.ts'

process.on('message', ({ path, name, limits }: { path: string; name: string; limits: ExtractionLimits }) => {
  void readText(path, name, limits).then((answer) => process.send?.(answer))
})
process.on('disconnect', () => process.exit(0))

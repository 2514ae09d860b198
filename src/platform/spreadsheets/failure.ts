import { type Problem, formatNumber } from '#kernel'
import { emptyWorkbook, fileNotUnderstood, fileWithEntities, notASpreadsheet, spreadsheetDamaged, spreadsheetMissing, spreadsheetProtected, spreadsheetTooLarge, spreadsheetZipBomb } from './problems.ts'
import type { UnreadableCode, UnreadableFacts } from './unreadable.ts'

const megabytes = (bytes: unknown): string => `${formatNumber(Number(bytes) / 1_000_000)} MB`

/** The named problem, in Spanish, of what the reading process answered. */
export const failure = (code: UnreadableCode, facts: UnreadableFacts, file: string): Problem => {
  switch (code) {
    case 'protected': return spreadsheetProtected({ file })
    case 'too-large': return spreadsheetTooLarge({ file, what: `pesa ${megabytes(facts['bytes'])} y se admiten ${megabytes(facts['limit'])}` })
    case 'too-many-rows': return spreadsheetTooLarge({ file, what: `tiene más de ${formatNumber(Number(facts['limit']))} filas en una hoja` })
    case 'too-many-cells': return spreadsheetTooLarge({ file, what: `tiene más de ${formatNumber(Number(facts['limit']))} celdas en una hoja` })
    case 'zip-bomb': return spreadsheetZipBomb({ file })
    case 'not-a-spreadsheet': return notASpreadsheet({ file })
    case 'empty': return emptyWorkbook({ file })
    case 'entities': return fileWithEntities({ file })
    case 'not-understood': return fileNotUnderstood({ file, why: String(facts['why'] ?? '') })
    case 'missing': return spreadsheetMissing({ file })
    default: return spreadsheetDamaged({ file })
  }
}

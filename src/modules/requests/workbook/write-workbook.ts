import type ExcelJs from 'exceljs'
import { type Day, formatDay } from '#kernel'
import type { Attachment } from '#platform/mail'
import type { AnswerKind, GivenView } from '../contract.ts'
import { rowKey } from './row-key.ts'

export type WorkbookRow = { readonly itemId: string; readonly label: string; readonly help: string; readonly why: string; readonly previousText: string; readonly previousOn: Day | null; readonly measure: string; readonly kind: AnswerKind; readonly given: GivenView | null }
export type WorkbookFacts = { readonly requestId: string; readonly secret: Uint8Array; readonly title: string; readonly municipality: string; readonly unitName: string; readonly post: string; readonly periodTitle: string; readonly dueOn: Day; readonly rows: readonly WorkbookRow[] }

export const SHEET = 'Respuestas'
export const columnTitles = { number: 'N.º', label: 'Lo pedido', why: 'Por qué', previous: 'Último dato', measure: 'Medida', answer: 'Respuesta', noNews: 'Sin novedad', comment: 'Comentario o respaldo', key: 'Clave (no cambiar)' } as const
const WIDTHS = [6, 46, 34, 24, 14, 22, 13, 44, 12]
const KEY_COLUMN = 9
const OPEN_COLUMNS = [6, 7, 8]
const FIELD = 'FFFFF8E1'
const HEADER = 'FFEDEFEA'
const measureText = ({ kind, measure }: WorkbookRow): string => (kind === 'percent' ? '% (0 a 100)' : kind === 'money' ? 'pesos' : measure)
/** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
const plain = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
const validation = (kind: AnswerKind): ExcelJs.DataValidation | undefined => {
  const base = { allowBlank: true, showErrorMessage: true, errorTitle: 'Respuesta' }
  if (kind === 'percent') return { ...base, type: 'decimal', operator: 'between', formulae: [0, 100], error: 'Escriba un porcentaje de 0 a 100, sin el signo.' }
  if (kind === 'money') return { ...base, type: 'whole', operator: 'greaterThanOrEqual', formulae: [0], error: 'Escriba pesos enteros, sin puntos ni signo.' }
  if (kind === 'number') return { ...base, type: 'decimal', operator: 'greaterThanOrEqual', formulae: [-1e15], error: 'Escriba un número.' }
  return undefined
}
const instructions = ({ dueOn }: WorkbookFacts): string[] => [
  'Escriba sólo en las columnas amarillas. Si no hay nada nuevo, ponga «sí» en «Sin novedad»: es una respuesta.',
  `Guarde el archivo y devuélvalo a la SECPLA, o súbalo en la página de la solicitud, a más tardar el ${formatDay(dueOn)}. No agregue ni quite columnas.`,
]

/** The workbook a unit fills in and returns: fixed structure, only three columns open, a hidden signed key in each row. */
export const requestWorkbook = async (facts: WorkbookFacts): Promise<Buffer> => {
  const { default: exceljs } = await import('exceljs')
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet(SHEET, { pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } })
  sheet.addRow([plain(facts.title)]).font = { bold: true, size: 14 }
  sheet.addRow([`${facts.municipality} · ${facts.unitName} · ${facts.periodTitle}`])
  sheet.addRow([`Responde: ${facts.post} · Vence el ${formatDay(facts.dueOn)}`])
  for (const text of instructions(facts)) sheet.addRow([text]).font = { italic: true }
  sheet.addRow([])
  const header = sheet.addRow(Object.values(columnTitles))
  header.eachCell((cell) => { cell.font = { bold: true }; cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADER } }; cell.border = { bottom: { style: 'thin' } }; cell.alignment = { wrapText: true } })
  facts.rows.forEach((one, index) => {
    const { given, kind } = one
    const row = sheet.addRow([index + 1, plain(one.label), plain([one.why, one.help].filter(Boolean).join(' ')), plain(one.previousText ? `${one.previousText}${one.previousOn ? ` al ${formatDay(one.previousOn)}` : ''}` : 'sin dato'), measureText(one), given?.noNews ? null : kind === 'text' ? plain(given?.text ?? '') || null : (given?.value ?? null), given?.noNews ? 'sí' : null, plain(given?.comment ?? '') || null, rowKey(facts.secret, facts.requestId, one.itemId)])
    row.alignment = { wrapText: true, vertical: 'top' }
    for (const column of OPEN_COLUMNS) {
      const cell = row.getCell(column)
      cell.protection = { locked: false }
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: FIELD } }
      cell.border = { bottom: { style: 'hair' } }
    }
    const rule = validation(kind)
    if (rule) row.getCell(OPEN_COLUMNS[0] ?? 6).dataValidation = rule
    row.getCell(OPEN_COLUMNS[1] ?? 7).dataValidation = { type: 'list', allowBlank: true, formulae: ['"sí"'], showErrorMessage: true, error: 'Elija «sí» o deje la celda en blanco.' }
  })
  WIDTHS.forEach((width, index) => { sheet.getColumn(index + 1).width = width })
  sheet.getColumn(KEY_COLUMN).hidden = true
  sheet.views = [{ state: 'frozen', ySplit: header.number }]
  await sheet.protect('', { selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true })
  return Buffer.from(await book.xlsx.writeBuffer())
}

const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** The same workbook as it travels with a message. */
export const workbookAttachment = async (facts: WorkbookFacts): Promise<Attachment> => ({ name: `${facts.unitName || facts.title}.xlsx`, type: WORKBOOK_TYPE, bytes: await requestWorkbook(facts) })

import { openSheet, openZip, readFileAsWorkbook, type Cell } from '#platform/spreadsheets'
import { type ExtractionLimits, NotRead, type Passage } from './extraction.ts'
import { gather } from './passages.ts'

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
/** Entities of XML only: those a document declares for itself are never expanded. */
export const plain = (xml: string): string => xml.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
  if (name) return ENTITIES[name.toLowerCase()] ?? whole
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
})
/** Paragraphs of an XML document: `end` closes one, `gap` separates words. */
const paragraphs = (xml: string, end: RegExp, gap: RegExp): string[] =>
  xml.split(end).map((part) => plain(part.replace(gap, ' ').replace(/<[^>]*>/g, '')).replace(/\s+/g, ' ').trim()).filter(Boolean)
/** Codes of fields and text struck out by a revision are not what the document says. */
const UNSAID = /<w:(instrText|delText)\b[^>]*>[^<]*<\/w:\1>/g

const partNumber = (name: string): number => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0)
const part = (first: number, last: number): string => (first === last ? `párrafo ${first}` : `párrafos ${first} a ${last}`)

/** Text of Word and LibreOffice documents and presentations, through a reader that bounds what it inflates. */
export const documentText = (file: Buffer, key: string, limits: ExtractionLimits): readonly Passage[] => {
  const zip = openZip(file, limits)
  const read = (name: string): string => zip.read(name)?.toString('utf8') ?? ''
  const named = (pattern: RegExp): string[] => zip.names.filter((name) => pattern.test(name)).sort((a, b) => partNumber(a) - partNumber(b))
  if (key === 'docx') {
    const bodies = ['word/document.xml', ...named(/^word\/(header|footer|footnotes|endnotes|comments)\d*\.xml$/)].map(read)
    const text = bodies.flatMap((xml) => paragraphs(xml.replace(UNSAID, ''), /<\/w:p>/, /<w:(tab|br|cr)\b[^>]*\/>/g))
    return gather(text, part, limits.characters)
  }
  if (key === 'pptx') return named(/^ppt\/slides\/slide\d+\.xml$/).flatMap((name) => gather([paragraphs(read(name), /<\/a:p>/, /<a:br\b[^>]*\/>/g).join('\n')], () => `lámina ${partNumber(name)}`, limits.characters))
  if (read('META-INF/manifest.xml').includes('encryption-data')) throw new NotRead('failed', 'El documento pide contraseña: quítela y súbalo de nuevo.')
  return gather(paragraphs(read('content.xml'), /<\/text:(?:p|h)>/, /<text:(?:s|tab|line-break)\b[^>]*\/>/g), part, limits.characters)
}

const cellText = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell !== 'object') return String(cell)
  if ('date' in cell) return cell.date
  return 'percent' in cell ? String(cell.percent) : ''
}
const ROWS = 320_000
const CELLS = 12_000_000

/** Text of a spreadsheet, some rows in each passage. */
export const sheetText = async (path: string, limits: ExtractionLimits): Promise<readonly Passage[]> => {
  const workbook = await readFileAsWorkbook(path, { bytes: limits.bytes, unzippedBytes: limits.unzippedBytes, ratio: limits.ratio, rows: ROWS, cells: CELLS })
  let left = limits.characters
  return workbook.sheets.flatMap((packed) => {
    const sheet = openSheet(packed)
    const rows = function* () { for (let row = 0; row < sheet.rowCount; row++) yield sheet.row(row).map(cellText).filter(Boolean).join(' · ') }
    const passages = gather(rows(), (first, last) => `hoja ${sheet.name}, ${first === last ? `fila ${first}` : `filas ${first} a ${last}`}`, left)
    left -= passages.reduce((sum, { text }) => sum + text.length, 0)
    return passages
  })
}

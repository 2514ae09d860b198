import { SaxesParser } from 'saxes'
import type { GridTable, Heading, ReadPlan } from '../../plan-import-contract.ts'
import { gridOf, type RawRow } from './grid.ts'

type RawCell = { span: number; merge: 'none' | 'start' | 'continue'; lines: string[] }
type RawTable = { rows: RawRow[]; row?: { before: number; cells: RawCell[] }; cell?: RawCell; nested: boolean }
type Value = Readonly<Record<string, unknown>>
const local = (name: string): string => name.slice(name.indexOf(':') + 1)
const attributeOf = (attributes: Value, name: string): string => String(Object.entries(attributes).find(([key]) => local(key) === name)?.[1] ?? '')
/** Parts whose text the document does not say: field codes, what a revision struck out, the copy kept for old programs. */
const UNSAID = new Set(['del', 'moveFrom', 'instrText', 'delText', 'Fallback'])
/** «Título 2», «Heading2», «Ttulo2»: the level of a heading by the name of its style. */
const levelOf = (style: string): number => Number(/^(?:heading|t[ií]?tulo)\s*(\d)$/i.exec(style.normalize('NFC'))?.[1] ?? 0)

/** Style ids that are headings, by the names that styles.xml gives them. */
const headingStyles = (xml: string): Map<string, number> => {
  const found = new Map<string, number>()
  for (const [, id = '', body = ''] of xml.matchAll(/<w:style\b[^>]*w:styleId="([^"]*)"[^>]*>([\s\S]*?)<\/w:style>/g)) {
    const level = levelOf(/<w:name w:val="([^"]*)"/.exec(body)?.[1] ?? '') || Number(/<w:outlineLvl w:val="(\d)"/.exec(body)?.[1] ?? -1) + 1
    if (level > 0) found.set(id, level)
  }
  return found
}

/**
 * Headings and tables of a Word document, in order, from its own XML. Entities a document declares for itself are not known and break it.
 * @throws Error when the XML is not well formed.
 */
export const readWord = (documentXml: string, stylesXml: string): ReadPlan => {
  const styles = headingStyles(stylesXml)
  const blocks: (Heading | GridTable)[] = []
  const tables: RawTable[] = []
  const path: string[] = []
  let [silent, paragraphs, number] = [0, 0, 0]
  let paragraph: { text: string; level: number; bold: boolean; plain: boolean } | undefined
  const parser = new SaxesParser()
  const end = (): void => {
    if (!paragraph) return
    const lines = paragraph.text.split('\n').map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim()).filter(Boolean)
    const cell = tables.at(-1)?.cell
    if (cell) cell.lines.push(...lines)
    else if (lines.length > 0) blocks.push({ type: 'heading', level: paragraph.level || (paragraph.bold && !paragraph.plain ? 9 : 10), text: lines.join(' ').slice(0, 500), paragraph: paragraphs })
    paragraph = undefined
  }
  const inside = (name: string): boolean => path.includes(name)
  parser.on('opentag', ({ name: full, attributes }) => {
    const name = local(full)
    path.push(name)
    if (UNSAID.has(name)) silent += 1
    const table = tables.at(-1)
    const value = attributeOf(attributes as Value, 'val')
    if (name === 'p' && !paragraph) { paragraph = { text: '', level: 0, bold: false, plain: false }; if (tables.length === 0) paragraphs += 1 }
    else if (name === 'pStyle' && paragraph) paragraph.level = styles.get(value) ?? levelOf(value)
    else if (name === 'b' && paragraph && inside('r') && value !== '0' && value !== 'false') paragraph.bold = true
    else if ((name === 'tab' || name === 'br' || name === 'cr') && paragraph && inside('r')) paragraph.text += name === 'tab' ? ' ' : '\n'
    else if (name === 'tbl') { if (table) table.nested = true; tables.push({ rows: [], nested: false }) }
    else if (table && name === 'tr') table.row = { before: 0, cells: [] }
    else if (table?.row && name === 'gridBefore') table.row.before = Math.min(60, Number(value) || 0)
    else if (table?.row && name === 'tc') table.cell = { span: 1, merge: 'none', lines: [] }
    else if (table?.cell && name === 'gridSpan') table.cell.span = Math.min(60, Math.max(1, Number(value) || 1))
    else if (table?.cell && name === 'vMerge') table.cell.merge = value === 'restart' ? 'start' : 'continue'
  })
  parser.on('text', (text) => { if (silent === 0 && paragraph && path.at(-1) === 't') paragraph.text += text })
  parser.on('closetag', ({ name: full }) => {
    const name = local(full)
    path.pop()
    if (UNSAID.has(name)) silent -= 1
    const table = tables.at(-1)
    if (name === 'p' && !inside('p')) end()
    else if (table?.row && table.cell && name === 'tc') { table.row.cells.push(table.cell); table.cell = undefined }
    else if (table?.row && name === 'tr') { table.rows.push(table.row); table.row = undefined }
    else if (table && name === 'tbl') {
      tables.pop()
      const outer = tables.at(-1)?.cell
      // A table inside a cell is read as its paragraphs, and told.
      if (outer) outer.lines.push(...table.rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines)))
      else { number += 1; blocks.push(gridOf(table.rows, number, `Tabla ${number}`, table.nested)) }
    }
  })
  parser.on('error', (error) => { throw error })
  parser.write(documentXml).close()
  return { format: 'Word', blocks }
}

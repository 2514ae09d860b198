import { drawChart, layOutChart } from '#platform/charts'
import { CHART_WIDTH } from '../render-options.ts'
import type { Run, SetBlock, SetTable } from '../typeset.ts'
import type { Media } from './media.ts'
import { rasterDrawing } from './raster/raster-drawing.ts'
import { wordTable } from './word-table.ts'
import { escapeXml, figureControl, nextId, paragraph, textRun } from './xml.ts'

export type WordContext = { readonly media: Media; readonly width: number; readonly bookmark: (blockId: string) => string; readonly orderedList: () => number }

const runXml = (run: Run, context: WordContext): string => {
  if (run.kind === 'figure') return figureControl(run.figure.id, run.figure.title, textRun(run.text, { bold: true, dotted: run.figure.provisional }))
  if (run.kind === 'text') return textRun(run.text, { bold: run.strong, italic: run.em })
  const text = textRun(run.text, { style: 'Hipervnculo' })
  if (run.kind === 'reference') return run.target === undefined ? textRun(run.text) : `<w:hyperlink w:anchor="${escapeXml(context.bookmark(run.target))}" w:history="1">${text}</w:hyperlink>`
  return /^(https?:|mailto:)/i.test(run.href) ? `<w:hyperlink r:id="${context.media.hyperlink(run.href)}">${text}</w:hyperlink>` : text
}
export const runsXml = (runs: readonly Run[], context: WordContext): string => runs.map((run) => runXml(run, context)).join('')

/** «Tabla 3. Título». The number is text: LibreOffice 7.4 prints the instruction of a SEQ field that stands inside a content control. */
const caption = (label: string, title: string, bookmark: string): string => {
  const id = nextId()
  return paragraph('Descripcin', `<w:bookmarkStart w:id="${id}" w:name="${escapeXml(bookmark)}"/>${textRun(`${label}. ${title}`)}<w:bookmarkEnd w:id="${id}"/>`)
}
const foot = (notes: readonly string[], source: string): string => [...notes, `Fuente: ${source}`].map((text) => paragraph('Fuente', textRun(text))).join('')

const tableXml = (table: SetTable, context: WordContext): string =>
  `${caption(table.label, table.title, context.bookmark(table.id))}${table.subtitle ? paragraph('Bajada', textRun(table.subtitle)) : ''}${wordTable(table, context.width)}${foot(table.notes, table.source)}`

const chartXml = (block: Extract<SetBlock, { kind: 'chart' }>, context: WordContext): string => {
  const options = { width: CHART_WIDTH, theme: 'print' } as const
  const drawing = layOutChart(block.chart, options)
  const image = context.media.image({ raster: rasterDrawing(drawing), extension: 'png', svg: drawChart(block.chart, options), width: drawing.width * 0.75, height: drawing.height * 0.75, alternative: block.alternative })
  return `${caption(block.label, block.title, context.bookmark(block.id))}${paragraph('Bajada', textRun(block.subtitle))}${paragraph('Normal', image, '<w:keepNext/><w:spacing w:before="60" w:after="40" w:line="240" w:lineRule="auto"/>')}${foot(block.notes, block.source)}`
}

const figuresXml = (block: Extract<SetBlock, { kind: 'figures' }>, context: WordContext): string => {
  const width = Math.floor(context.width / block.items.length)
  const cells = block.items.map((item) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph('Bajada', textRun(item.label))}${paragraph('Cifra', figureControl(item.run.figure.id, item.run.figure.title, textRun(item.run.text, { dotted: item.run.figure.provisional })))}${paragraph('Fuente', textRun(item.note))}</w:tc>`)
  return `<w:tbl><w:tblPr><w:tblW w:w="${width * block.items.length}" w:type="dxa"/><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="000000"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="999999"/></w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="80" w:type="dxa"/><w:bottom w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${block.items.map(() => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr></w:tbl>${paragraph('Fuente', '')}`
}

const shape = { info: '○', warning: '▲', bad: '◆' } as const
const number = (list: number): string => `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`

/** The body of one block, before it is put in its content control. */
export const blockXml = (block: SetBlock, context: WordContext): string => {
  switch (block.kind) {
    case 'heading': {
      const id = nextId()
      return paragraph(`Ttulo${block.level}`, `<w:bookmarkStart w:id="${id}" w:name="${escapeXml(context.bookmark(block.id))}"/>${runsXml(block.runs, context)}<w:bookmarkEnd w:id="${id}"/>`)
    }
    case 'paragraph': return paragraph('Normal', runsXml(block.runs, context)) + (block.author ? paragraph('Fuente', textRun(`Redacta ${block.author}`)) : '')
    case 'list': {
      const list = block.ordered ? context.orderedList() : 2
      return block.items.map((item) => paragraph('Lista', runsXml(item, context), number(list))).join('')
    }
    case 'note': return paragraph('Nota', textRun(`${shape[block.tone]} ${block.title}`, { bold: true, font: 'Archivo', halfPoints: 18 }), '<w:keepNext/>') + paragraph('Nota', runsXml(block.runs, context))
    case 'table': return tableXml(block, context)
    case 'chart': return chartXml(block, context)
    case 'figures': return figuresXml(block, context)
    case 'page-break': return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    case 'signature':
      return paragraph('Firma', '', '<w:spacing w:before="900" w:after="0"/>') + paragraph('Firma', textRun(block.name, { bold: true }), '<w:pBdr><w:top w:val="single" w:sz="6" w:space="4" w:color="000000"/></w:pBdr><w:ind w:left="2500" w:right="2500"/>') + paragraph('Firma', textRun(block.office, { font: 'Archivo', halfPoints: 18 }))
  }
}

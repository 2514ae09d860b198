import { createHash } from 'node:crypto'
import { escapeXml } from '#platform/charts'

export { escapeXml }

/** Paper measures of Word: a twentieth of a point. */
export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440)

export type RunLook = { readonly bold?: boolean; readonly italic?: boolean; readonly grey?: boolean; readonly dotted?: boolean; readonly style?: string; readonly font?: 'Archivo' | 'Newsreader'; readonly halfPoints?: number }

const GREY = '444444'

/** Run properties in the order the schema asks for. */
const look = (options: RunLook): string => {
  const parts = [
    options.style ? `<w:rStyle w:val="${options.style}"/>` : '',
    options.font ? `<w:rFonts w:ascii="${options.font}" w:hAnsi="${options.font}" w:cs="${options.font}"/>` : '',
    options.bold ? '<w:b/>' : '', options.italic ? '<w:i/>' : '', options.grey ? `<w:color w:val="${GREY}"/>` : '',
    options.halfPoints ? `<w:sz w:val="${options.halfPoints}"/><w:szCs w:val="${options.halfPoints}"/>` : '', options.dotted ? '<w:u w:val="dotted"/>' : '',
  ].join('')
  return parts ? `<w:rPr>${parts}</w:rPr>` : ''
}

/** A run of text; line ends become breaks, so hostile text stays text. */
export const textRun = (text: string, options: RunLook = {}): string => {
  const lines = text.split(/\r\n|\r|\n/).map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`)
  return `<w:r>${look(options)}${lines.join('<w:br/>')}</w:r>`
}

export const paragraph = (style: string, content: string, properties = ''): string => `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${content}</w:p>`

/** A field with the text shown until Word computes it. */
export const field = (instruction: string, shown: string, options: RunLook = {}): string => {
  const properties = look(options)
  const mark = (type: string): string => `<w:r>${properties}<w:fldChar w:fldCharType="${type}"/></w:r>`
  return `${mark('begin')}<w:r>${properties}<w:instrText xml:space="preserve"> ${escapeXml(instruction)} </w:instrText></w:r>${mark('separate')}<w:r>${properties}<w:t xml:space="preserve">${escapeXml(shown)}</w:t></w:r>${mark('end')}`
}

const MOST_TAG = 64
/** Word refuses a file with a longer tag or title. A longer identity is cut and closed with eight digits of its hash. */
const shortened = (text: string): string => (text.length <= MOST_TAG ? text : `${text.slice(0, MOST_TAG - 9)}~${createHash('sha256').update(text).digest('hex').slice(0, 8)}`)

let ids = 0
/** Identifiers of controls, bookmarks and pictures start again with each document, so the same document gives the same bytes. */
export const restartIds = (): void => {
  ids = 0
}
export const nextId = (): number => ++ids

const control = (tag: string, title: string, hidden: boolean, content: string): string =>
  `<w:sdt><w:sdtPr><w:alias w:val="${escapeXml(shortened(title))}"/><w:tag w:val="${escapeXml(shortened(tag))}"/><w:id w:val="${nextId()}"/>${hidden ? '<w15:appearance w15:val="hidden"/>' : ''}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`

/** Content control of a whole block: what comes back edited can be compared block by block. */
export const blockControl = (id: string, content: string): string => control(`b:${id}`, 'Bloque del informe', true, content)
/** Content control of one figure: its tag is the recipe, its title the name people read. */
export const figureControl = (id: string, title: string, content: string): string => control(`f:${id}`, title, true, content)

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w15"'

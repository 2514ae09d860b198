import { qrModules } from '../qr.ts'
import type { PaperOptions } from '../render-options.ts'
import type { SetBlock, Typeset } from '../typeset.ts'
import { createMedia } from './media.ts'
import { coreXml, firstHeaderXml, footerXml, headerXml, section, textWidthOf } from './page.ts'
import { rasterDrawing } from './raster/raster-drawing.ts'
import { embeddedFonts } from './fonts.ts'
import { contentTypes, packageRelations, settingsXml } from './parts.ts'
import { numberingXml, stylesXml } from './styles.ts'
import { type WordContext, blockXml } from './word-blocks.ts'
import { NAMESPACES, XML_HEAD, blockControl, field, paragraph, restartIds, textRun } from './xml.ts'
import { writeZip } from './zip.ts'

/** Points: 48 tall, less when it is so wide that it would pass 240. */
const armsSize = (proportion = 1): { width: number; height: number } => ({ width: Math.min(48 * proportion, 240), height: Math.min(48, 240 / proportion) })

/** Builds a .docx of a document. Pure of clock and chance: the same document gives the same bytes. */
export const composeWord = (document: Typeset, options: PaperOptions): Uint8Array => {
  restartIds()
  const media = createMedia('rId')
  const letterhead = createMedia('rIdArms')
  for (const [id, type, target] of [['rIdStyles', 'styles', 'styles.xml'], ['rIdNumbering', 'numbering', 'numbering.xml'], ['rIdSettings', 'settings', 'settings.xml'], ['rIdFonts', 'fontTable', 'fontTable.xml'], ['rIdHeader', 'header', 'header1.xml'], ['rIdFirst', 'header', 'header2.xml'], ['rIdFooter', 'footer', 'footer1.xml']] as const) media.relateAs(id, type, target)
  let lists = 0
  const headings = document.blocks.filter((block) => block.kind === 'heading')
  const objects = document.blocks.filter((block) => block.kind === 'table' || block.kind === 'chart')
  const numbered = (name: string, at: number): string => `${name}${String(at + 1).padStart(6, '0')}`
  const bookmarks = new Map([...headings.map((block, at) => [block.id, numbered('_Toc', at)] as const), ...objects.map((block, at) => [block.id, numbered('_Ref', at)] as const)])
  const context = (landscape: boolean): WordContext => ({ media, width: textWidthOf(document, landscape), bookmark: (id) => bookmarks.get(id) ?? '_Toc000000', orderedList: () => 2 + ++lists })
  const opening = firstPage(document) + (document.contents ? contents(headings, bookmarks) : '')
  const body = `${opening}${sections(document, context)}`
  const arms = options.arms && options.arms.format !== 'svg' ? letterhead.image({ raster: options.arms.data, extension: options.arms.format, ...armsSize(options.arms.proportion), alternative: options.arms.alternative }) : ''
  const end = closing(document, media)
  const hasLandscape = document.blocks.some(isLandscape)
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': packageRelations,
    'docProps/core.xml': coreXml(document),
    'word/document.xml': `${XML_HEAD}<w:document ${NAMESPACES}><w:body>${body}${end}${section(document, false, !hasLandscape, hasLandscape)}</w:body></w:document>`,
    'word/styles.xml': stylesXml(document.numbered),
    'word/numbering.xml': numberingXml(lists),
    'word/settings.xml': settingsXml(document.contents),
    ...embeddedFonts(),
    'word/header1.xml': headerXml(document),
    'word/header2.xml': firstHeaderXml(document, arms),
    'word/footer1.xml': footerXml(document),
    'word/_rels/document.xml.rels': media.relationsXml(),
    'word/_rels/header2.xml.rels': letterhead.relationsXml(),
  }
  for (const { name, bytes } of [...media.pictures, ...letterhead.pictures]) files[`word/media/${name}`] = bytes
  return writeZip(files)
}

const isLandscape = (block: SetBlock): boolean => block.kind === 'table' && block.landscape

/** A wide table stands alone in a lying section: one section ends before it and another with it. */
const sections = (document: Typeset, context: (landscape: boolean) => WordContext): string => {
  let first = true
  let open = true
  const close = (landscape: boolean): string => {
    const result = `<w:p><w:pPr><w:pStyle w:val="Fuente"/>${section(document, landscape, first, !first)}</w:pPr></w:p>`
    first = false
    return result
  }
  return document.blocks.map((block) => {
    const landscape = isLandscape(block)
    const before = landscape && open ? close(false) : ''
    const after = landscape ? close(true) : ''
    open = !landscape
    return `${before}${blockControl(block.id, blockXml(block, context(landscape)))}${after}`
  }).join('')
}

const line = (name: string, value: string): string => (value ? paragraph('Dato', `${textRun(`${name}: `, { bold: true })}${textRun(value)}`) : '')

const firstPage = (document: Typeset): string =>
  [
    paragraph('Ttulo', textRun(document.title)), document.subtitle ? paragraph('Subttulo', textRun(document.subtitle)) : '',
    line('Para', document.addressee), line('Norma', document.legalBasis), line('Fechas', document.dates), line('Estado', document.edition),
    document.reservations.length ? paragraph('Nota', textRun(`▲ ${document.reservationsTitle}`, { bold: true, font: 'Archivo', halfPoints: 19 }), '<w:keepNext/><w:spacing w:before="200" w:after="40"/>') : '',
    ...document.reservations.map((text) => paragraph('Nota', textRun(`• ${text}`))),
  ].join('')

/** A contents field with its entries already written; Word offers to compute the pages when it opens the file. */
const contents = (headings: readonly Extract<SetBlock, { kind: 'heading' }>[], bookmarks: ReadonlyMap<string, string>): string => {
  const listed = headings.filter((heading) => heading.level <= 2)
  const entry = (heading: (typeof headings)[number], at: number): string => {
    const bookmark = bookmarks.get(heading.id) ?? ''
    const text = `${heading.number ? `${heading.number}  ` : ''}${heading.text}`
    const start = at === 0 ? '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' : ''
    return paragraph(`TDC${heading.level}`, `${start}<w:hyperlink w:anchor="${bookmark}" w:history="1">${textRun(text)}<w:r><w:tab/></w:r>${field(`PAGEREF ${bookmark} \\h`, ' ')}</w:hyperlink>`)
  }
  return `${paragraph('TtuloTDC', textRun('Contenido'))}${listed.map(entry).join('')}<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:br w:type="page"/></w:r></w:p>`
}

const closing = (document: Typeset, media: ReturnType<typeof createMedia>): string => {
  const qr = document.verificationAddress ? paragraph('Dato', media.image({ raster: qrPicture(document.verificationAddress), extension: 'png', width: 68, height: 68, alternative: `Código QR con la dirección de verificación: ${document.verificationAddress}` })) : ''
  return [
    paragraph('Dato', textRun('Verificación', { bold: true }), '<w:keepNext/><w:pBdr><w:top w:val="single" w:sz="8" w:space="6" w:color="000000"/></w:pBdr><w:spacing w:before="500" w:after="40"/>'),
    qr, paragraph('Dato', `${textRun('Código ')}${textRun(document.verificationCode, { bold: true, halfPoints: 20 })}`), paragraph('Dato', textRun(document.verificationSentence)),
    document.verificationAddress ? paragraph('Dato', textRun(document.verificationAddress)) : '',
    paragraph('Dato', textRun(`Huella SHA-256 del contenido: ${document.fingerprint}`, { halfPoints: 14 })),
    document.provisional ? paragraph('Dato', textRun('Las cifras con subrayado punteado son provisionales: aún pueden cambiar.')) : '',
  ].join('')
}

const qrPicture = (address: string): Buffer => {
  const { size, dark } = qrModules(address)
  const side = 4
  const cells = Array.from({ length: size * size }, (_, at) => [at % size, Math.floor(at / size)] as const).filter(([x, y]) => dark(x, y))
  return rasterDrawing({ width: (size + 8) * side, height: (size + 8) * side, marks: cells.map(([x, y]) => ({ kind: 'rect', x: (x + 4) * side, y: (y + 4) * side, width: side, height: side, fill: '#000000', role: 'qr' })) })
}

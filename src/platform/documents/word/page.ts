import type { Typeset } from '../typeset.ts'
import { NAMESPACES, XML_HEAD, escapeXml, field, paragraph, textRun, twips } from './xml.ts'

export const MARGIN = twips(18)
const WIDTH = twips(216)
export const pageHeight = (document: Typeset): number => twips(document.paper === 'oficio' ? 330 : 279)
/** Width of the text in twips, upright or lying. */
export const textWidthOf = (document: Typeset, landscape: boolean): number => (landscape ? pageHeight(document) : WIDTH) - 2 * MARGIN

/** Section properties; the first section has its own first header, the letterhead. */
export const section = (document: Typeset, landscape: boolean, first: boolean, next: boolean): string => {
  const [width, height] = landscape ? [pageHeight(document), WIDTH] : [WIDTH, pageHeight(document)]
  return `<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>${first ? '<w:headerReference w:type="first" r:id="rIdFirst"/>' : ''}<w:footerReference w:type="default" r:id="rIdFooter"/>${first ? '<w:footerReference w:type="first" r:id="rIdFooter"/>' : ''}${next ? '<w:type w:val="nextPage"/>' : ''}<w:pgSz w:w="${width}" w:h="${height}"${landscape ? ' w:orient="landscape"' : ''}/><w:pgMar w:top="${twips(22)}" w:right="${MARGIN}" w:bottom="${twips(22)}" w:left="${MARGIN}" w:header="${twips(11)}" w:footer="${twips(10)}" w:gutter="0"/>${first ? '<w:titlePg/>' : ''}</w:sectPr>`
}

const rule = (side: 'top' | 'bottom', weight: number): string => `<w:pBdr><w:${side} w:val="single" w:sz="${weight}" w:space="3" w:color="000000"/></w:pBdr>`

/** Two columns that follow the width of the page, upright or lying. */
const twoColumns = (rows: readonly (readonly [string, string])[], style: string): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="6805"/><w:gridCol w:w="3400"/></w:tblGrid>${rows
    .map(([left, right]) => `<w:tr><w:tc><w:tcPr><w:tcW w:w="3335" w:type="pct"/></w:tcPr>${paragraph(style, left)}</w:tc><w:tc><w:tcPr><w:tcW w:w="1665" w:type="pct"/></w:tcPr>${paragraph(style, right, '<w:jc w:val="right"/>')}</w:tc></w:tr>`)
    .join('')}</w:tbl>`

const watermark = (id: number): string =>
  `<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/></v:shapetype><v:shape id="PowerPlusWaterMarkObject${id}" o:spid="_x0000_s205${id}" type="#_x0000_t136" alt="BORRADOR" style="position:absolute;margin-left:0;margin-top:0;width:520pt;height:110pt;rotation:308;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#ebebeb" stroked="f"><v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt;font-weight:bold" string="BORRADOR"/></v:shape></w:pict></w:r>`

const marks = (document: Typeset): string =>
  [document.demonstration ? 'DATOS DE DEMOSTRACIÓN' : '', document.draft ? 'BORRADOR' : ''].filter((text) => text).map((text) => textRun(text, { bold: true })).join(textRun(' · '))

const header = (content: string): string => `${XML_HEAD}<w:hdr ${NAMESPACES}>${content}</w:hdr>`

export const headerXml = (document: Typeset): string =>
  header(twoColumns([[textRun(`${document.municipality} · ${document.title}`), marks(document)]], 'Encabezado') + paragraph('Encabezado', document.draft ? watermark(1) : '', rule('top', 4)))

/** The letterhead of the first page: arms, municipality, unit and address over a black rule. */
export const firstHeaderXml = (document: Typeset, arms: string): string =>
  header(
    paragraph('Encabezado', marks(document) + (document.draft ? watermark(2) : ''), '<w:jc w:val="right"/>') +
    (arms ? paragraph('Encabezado', arms) : '') +
    paragraph('Encabezado', textRun(document.municipality, { bold: true, font: 'Newsreader', halfPoints: 26 })) +
    paragraph('Encabezado', textRun([document.unit, document.address].filter((text) => text).join(' · '), { halfPoints: 17 }), rule('bottom', 8)),
  )

export const footerXml = (document: Typeset): string =>
  `${XML_HEAD}<w:ftr ${NAMESPACES}>${paragraph('Piedepgina', '', rule('bottom', 4))}${twoColumns(
    [
      [textRun(document.dates), `${textRun('Página ')}${field('PAGE', '1')}${textRun(' de ')}${field('NUMPAGES', '1')}`],
      [textRun(`Huella SHA-256 ${document.fingerprint}`, { halfPoints: 12 }), textRun(`Código ${document.verificationCode}`)],
    ],
    'Piedepgina',
  )}${paragraph('Piedepgina', '')}</w:ftr>`

export const coreXml = (document: Typeset): string =>
  `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(document.title)}</dc:title><dc:creator>${escapeXml(document.municipality)}</dc:creator><cp:keywords>${escapeXml(`${document.verificationCode}, ${document.fingerprint}`)}</cp:keywords><dcterms:created xsi:type="dcterms:W3CDTF">${document.day}T12:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${document.day}T12:00:00Z</dcterms:modified><dc:language>es-CL</dc:language></cp:coreProperties>`

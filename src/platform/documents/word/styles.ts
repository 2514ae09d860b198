import { NAMESPACES, XML_HEAD } from './xml.ts'

type Style = { readonly id: string; readonly name: string; readonly base?: string; readonly next?: string; readonly paragraph?: string; readonly run?: string; readonly quick?: boolean }

const font = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:cs="${name}" w:eastAsia="${name}"/>`
const size = (points: number): string => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`
const space = (before: number, after: number, line = 264): string => `<w:spacing w:before="${before * 20}" w:after="${after * 20}" w:line="${line}" w:lineRule="auto"/>`
const heading = (level: number): string => `<w:keepNext/><w:keepLines/>${level === 1 ? space(22, 9, 252) : level === 2 ? space(15, 6, 252) : space(11, 4, 252)}<w:outlineLvl w:val="${level - 1}"/>`

/**
 * Built-in styles keep the English names of the format: Word shows «Título 1», «Descripción» or «TDC 1» in Spanish,
 * and its own contents and navigation find them.
 */
const styles: readonly Style[] = [
  { id: 'Ttulo1', name: 'heading 1', base: 'Normal', next: 'Normal', paragraph: heading(1), run: size(17), quick: true },
  { id: 'Ttulo2', name: 'heading 2', base: 'Normal', next: 'Normal', paragraph: heading(2), run: `<w:b/>${size(13)}`, quick: true },
  { id: 'Ttulo3', name: 'heading 3', base: 'Normal', next: 'Normal', paragraph: heading(3), run: `<w:b/>${size(11)}`, quick: true },
  { id: 'Ttulo', name: 'Title', base: 'Normal', next: 'Normal', paragraph: `<w:keepNext/>${space(14, 4, 240)}`, run: size(22), quick: true },
  { id: 'Subttulo', name: 'Subtitle', base: 'Normal', next: 'Normal', paragraph: space(0, 10), run: `<w:color w:val="333333"/>${size(13)}`, quick: true },
  { id: 'Descripcin', name: 'caption', base: 'Normal', next: 'Normal', paragraph: `<w:keepNext/><w:keepLines/>${space(12, 2, 240)}`, run: `<w:b/>${size(11)}`, quick: true },
  { id: 'Bajada', name: 'Bajada de tabla', base: 'Normal', paragraph: `<w:keepNext/><w:keepLines/>${space(0, 4, 240)}`, run: `${font('Archivo')}<w:color w:val="333333"/>${size(8)}` },
  { id: 'Tabla', name: 'Tabla', base: 'Normal', paragraph: space(2, 2, 228), run: `${font('Archivo')}${size(8.5)}`, quick: true },
  { id: 'Fuente', name: 'Fuente y notas', base: 'Normal', paragraph: space(2, 0, 240), run: `${font('Archivo')}<w:color w:val="333333"/>${size(7.5)}`, quick: true },
  { id: 'Dato', name: 'Dato del documento', base: 'Normal', paragraph: space(0, 2, 240), run: `${font('Archivo')}${size(8.5)}` },
  { id: 'Cifra', name: 'Cifra destacada', base: 'Normal', paragraph: space(1, 1, 240), run: size(17) },
  { id: 'Nota', name: 'Nota', base: 'Normal', paragraph: `<w:keepLines/><w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="000000"/></w:pBdr>${space(2, 2)}<w:ind w:left="200"/>`, quick: true },
  { id: 'Lista', name: 'List Paragraph', base: 'Normal', paragraph: `${space(0, 3)}<w:ind w:left="400" w:hanging="300"/>`, quick: true },
  { id: 'Firma', name: 'Signature', base: 'Normal', paragraph: `<w:keepNext/><w:keepLines/>${space(0, 0, 240)}<w:jc w:val="center"/>` },
  { id: 'TtuloTDC', name: 'TOC Heading', base: 'Normal', next: 'Normal', paragraph: `<w:keepNext/>${space(16, 6)}`, run: size(17) },
  { id: 'TDC1', name: 'toc 1', base: 'Normal', paragraph: `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="10205"/></w:tabs>${space(5, 2, 240)}`, run: '<w:b/>' },
  { id: 'TDC2', name: 'toc 2', base: 'Normal', paragraph: `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="10205"/></w:tabs>${space(1, 1, 240)}<w:ind w:left="280"/>` },
  { id: 'Encabezado', name: 'header', base: 'Normal', paragraph: space(0, 0, 240), run: `${font('Archivo')}${size(7.5)}` },
  { id: 'Piedepgina', name: 'footer', base: 'Normal', paragraph: space(0, 1, 240), run: `${font('Archivo')}${size(7)}` },
]

const write = (style: Style): string =>
  `<w:style w:type="paragraph" w:styleId="${style.id}"${/^(Bajada|Tabla|Fuente|Dato|Cifra|Nota)$/.test(style.id) ? ' w:customStyle="1"' : ''}><w:name w:val="${style.name}"/>${style.base ? `<w:basedOn w:val="${style.base}"/>` : ''}${style.next ? `<w:next w:val="${style.next}"/>` : ''}${style.quick ? '<w:qFormat/>' : ''}${style.paragraph ? `<w:pPr>${style.paragraph}</w:pPr>` : ''}${style.run ? `<w:rPr>${style.run}</w:rPr>` : ''}</w:style>`

export const numberedStyles = (numbered: boolean): string => {
  const paragraphs = styles.map(write).join('')
  return numbered ? paragraphs.replace(/(<w:keepNext\/><w:keepLines\/>)(<w:spacing [^>]*\/><w:outlineLvl w:val="(\d)"\/>)/g, '$1<w:numPr><w:ilvl w:val="$3"/><w:numId w:val="1"/></w:numPr>$2') : paragraphs
}

export const stylesXml = (numbered: boolean): string =>
  `${XML_HEAD}<w:styles ${NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>${font('Newsreader')}${size(10.5)}<w:lang w:val="es-CL" w:eastAsia="es-CL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${space(0, 7)}</w:pPr></w:pPrDefault></w:docDefaults>` +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="character" w:default="1" w:styleId="Fuentedeprrafopredeter"><w:name w:val="Default Paragraph Font"/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="Tablanormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="70" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
  '<w:style w:type="character" w:styleId="Hipervnculo"><w:name w:val="Hyperlink"/><w:rPr><w:u w:val="single"/></w:rPr></w:style>' +
  '<w:style w:type="table" w:customStyle="1" w:styleId="TablaSecplan"><w:name w:val="Tabla Secplan"/><w:basedOn w:val="Tablanormal"/><w:qFormat/><w:tblPr><w:tblBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="999999"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="BBBBBB"/></w:tblBorders></w:tblPr></w:style>' +
  `${numberedStyles(numbered)}</w:styles>`

/** List 1 numbers the headings (1, 1.1, 1.1.1); list 2 is bullets; each ordered list of the text restarts list 3 as 4, 5… */
export const numberingXml = (orderedLists: number): string => {
  const level = (at: number, format: string, text: string, left: number, hanging: number, style = ''): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${style}<w:suff w:val="${style ? 'space' : 'tab'}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${left}" w:hanging="${hanging}"/></w:pPr></w:lvl>`
  const headings = ['%1', '%1.%2', '%1.%2.%3'].map((text, at) => level(at, 'decimal', `${text} `, 0, 0, `<w:pStyle w:val="Ttulo${at + 1}"/>`)).join('')
  const abstract = (id: number, levels: string, kind: string): string => `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="${kind}"/>${levels}</w:abstractNum>`
  const ordered = Array.from({ length: orderedLists }, (_, at) => `<w:num w:numId="${at + 3}"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`).join('')
  return `${XML_HEAD}<w:numbering ${NAMESPACES}>${abstract(1, headings, 'multilevel')}${abstract(2, level(0, 'bullet', '•', 400, 300), 'hybridMultilevel')}${abstract(3, level(0, 'decimal', '%1.', 400, 300), 'hybridMultilevel')}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>${ordered}</w:numbering>`
}

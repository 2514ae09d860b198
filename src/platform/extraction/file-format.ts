import { openZip } from '#platform/spreadsheets'

/** What a file is, told by its bytes and never by its name. */
export type FileFormat = { readonly key: string; readonly title: string; readonly extensions: readonly string[] }

const format = (key: string, title: string, extensions: string): FileFormat => ({ key, title, extensions: extensions.split(' ') })
const formats = {
  pdf: format('pdf', 'PDF', 'pdf'), docx: format('docx', 'Word', 'docx docm dotx'), xlsx: format('xlsx', 'Excel', 'xlsx xlsm xlsb xltx'), pptx: format('pptx', 'PowerPoint', 'pptx ppsx pptm'),
  odt: format('odt', 'texto de LibreOffice', 'odt ott'), ods: format('ods', 'planilla de LibreOffice', 'ods ots'), odp: format('odp', 'presentación de LibreOffice', 'odp'),
  doc: format('doc', 'Word anterior a 2007', 'doc dot'), xls: format('xls', 'Excel anterior a 2007', 'xls xlt'), ppt: format('ppt', 'PowerPoint anterior a 2007', 'ppt pps'), msg: format('msg', 'correo de Outlook', 'msg'),
  locked: format('locked', 'documento con contraseña', 'docx xlsx pptx doc xls ppt docm xlsm'), ole: format('ole', 'documento de Office', 'doc xls ppt msg mpp vsd pub'),
  rtf: format('rtf', 'texto enriquecido', 'rtf doc'), html: format('html', 'página web', 'html htm xls mht'), xml: format('xml', 'XML', 'xml kml gml xls svg qgs'), text: format('text', 'texto', 'txt csv tsv log md json eml sql ini prj geojson dxf'),
  png: format('png', 'imagen PNG', 'png'), jpeg: format('jpeg', 'imagen JPEG', 'jpg jpeg jfif'), tiff: format('tiff', 'imagen TIFF', 'tif tiff'), gif: format('gif', 'imagen GIF', 'gif'), webp: format('webp', 'imagen WebP', 'webp'), bmp: format('bmp', 'imagen BMP', 'bmp'),
  broken: format('broken', 'archivo comprimido dañado', 'zip docx xlsx pptx odt ods odp docm xlsm kmz gpkg'), zip: format('zip', 'archivo comprimido', 'zip kmz gpkg jar'), rar: format('rar', 'archivo comprimido', 'rar'), seven: format('7z', 'archivo comprimido', '7z'), dwg: format('dwg', 'plano de AutoCAD', 'dwg'),
  program: format('program', 'programa', 'exe dll'), empty: format('empty', 'archivo vacío', ''), unknown: format('unknown', 'formato desconocido', ''),
} as const

/** Only the names are read here: nothing is inflated, whatever it says of itself. */
const NAMES_ONLY = { unzippedBytes: Number.POSITIVE_INFINITY, ratio: Number.POSITIVE_INFINITY }
const zipFormat = (file: Buffer): FileFormat => {
  // LibreOffice writes its kind first and uncompressed.
  const kind = /^mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)/.exec(file.toString('latin1', 30, 120))?.[1]
  if (kind) return kind === 'text' ? formats.odt : kind === 'spreadsheet' ? formats.ods : formats.odp
  try {
    const names = openZip(file, NAMES_ONLY).names.map((name) => name.toLowerCase())
    const has = (start: string): boolean => names.some((name) => name.startsWith(start))
    return has('word/') ? formats.docx : has('xl/') ? formats.xlsx : has('ppt/') ? formats.pptx : formats.zip
  } catch {
    return formats.broken
  }
}
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le')
const oleFormat = (file: Buffer): FileFormat => {
  if (file.includes(wide('EncryptedPackage'))) return formats.locked
  if (file.includes(wide('WordDocument'))) return formats.doc
  if (file.includes(wide('Workbook')) || file.includes(wide('Book'))) return formats.xls
  if (file.includes(wide('PowerPoint Document'))) return formats.ppt
  return file.includes(wide('__substg1.0')) ? formats.msg : formats.ole
}
const MARKS: readonly (readonly [RegExp, FileFormat])[] = [
  [/^\{\\rtf/, formats.rtf], [/^\x89PNG/, formats.png], [/^\xff\xd8\xff/, formats.jpeg], [/^GIF8/, formats.gif], [/^(II\*\0|MM\0\*)/, formats.tiff], [/^RIFF[\s\S]{4}WEBP/, formats.webp], [/^BM[\s\S]{4}\0\0\0\0/, formats.bmp],
  [/^Rar!/, formats.rar], [/^7z\xbc\xaf/, formats.seven], [/^AC10/, formats.dwg], [/^(MZ|\x7fELF)/, formats.program],
]
const textFormat = (file: Buffer): FileFormat => {
  const wideText = (file[0] === 0xff && file[1] === 0xfe) || (file[0] === 0xfe && file[1] === 0xff)
  if (!wideText && file.subarray(0, 65_536).includes(0)) return formats.unknown
  const start = file.toString('latin1', 0, 2048).replaceAll('\0', '').replace(/^[\xef\xbb\xbf\xff\xfe\s]+/, '').toLowerCase()
  if (/^<(!doctype html|html|table|head|body)/.test(start)) return formats.html
  return start.startsWith('<?xml') || /^<[a-z][\w:.-]*[\s>]/.test(start) ? formats.xml : formats.text
}

/** The format of these bytes. */
export const formatOf = (file: Buffer): FileFormat => {
  if (file.length === 0) return formats.empty
  if (file.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) return oleFormat(file)
  const head = file.toString('latin1', 0, 1024)
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return zipFormat(file)
  if (head.includes('%PDF-')) return formats.pdf
  return MARKS.find(([mark]) => mark.test(head))?.[1] ?? textFormat(file)
}
const known = new Set(Object.values(formats).flatMap(({ extensions }) => extensions).filter(Boolean))
export const extensionOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
/** The name says one thing and the bytes another. A name without extension, or with one we do not know, promises nothing. */
export const isFalseExtension = (name: string, { key, extensions }: FileFormat): boolean => {
  const extension = extensionOf(name)
  return known.has(extension) && key !== 'empty' && !extensions.includes(extension)
}

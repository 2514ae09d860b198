import { readFile, stat } from 'node:fs/promises'
import { Unreadable } from '#platform/spreadsheets'
import { type Extraction, type ExtractionLimits, NotRead, type Passage } from './extraction.ts'
import { type FileFormat, formatOf, isFalseExtension } from './file-format.ts'
import { imageText, scanText } from './ocr.ts'
import { documentText, sheetText } from './office-text.ts'
import { pdfText } from './pdf-text.ts'
import { plainText } from './plain-text.ts'

const DAMAGED = 'El archivo está dañado o incompleto y no se puede leer; se guarda tal como llegó.'
const BOMB = 'Ocupa poco, pero al descomprimirlo crecería fuera de todo límite: no se abrió. Si lo recibió de un tercero, avise a Informática.'
const UNREADABLE: Readonly<Record<string, string>> = {
  protected: 'El archivo pide contraseña: quítela y súbalo de nuevo para poder buscar en él.', 'zip-bomb': BOMB, empty: 'La planilla está vacía.',
  'too-large': 'Es demasiado grande para leerlo.', 'too-many-rows': 'La planilla tiene demasiadas filas para leerla.', 'too-many-cells': 'La planilla tiene demasiadas celdas para leerla.',
}
const KEPT: Readonly<Record<string, string>> = {
  locked: 'El documento pide contraseña: quítela y súbalo de nuevo para poder buscar en él.', doc: 'Es un Word anterior a 2007: guárdelo como .docx para poder buscar en él.', ppt: 'Es un PowerPoint anterior a 2007: guárdelo como .pptx para poder buscar en él.',
  broken: DAMAGED, program: 'Es un programa, no un documento: no se abre. Si no lo subió usted a propósito, avise a Informática.', empty: 'El archivo está vacío.', zip: 'Es un archivo comprimido: suba lo que trae dentro para poder buscar en ello.', rar: 'Es un archivo comprimido: suba lo que trae dentro para poder buscar en ello.', '7z': 'Es un archivo comprimido: suba lo que trae dentro para poder buscar en ello.',
}
type Read = { readonly passages: readonly Passage[]; readonly pages?: number; readonly byOcr?: boolean; /** What was left unread, when something was. */ readonly reason?: string }

const readAs = async (path: string, file: Buffer, { key }: FileFormat, limits: ExtractionLimits): Promise<Read> => {
  switch (key) {
    case 'pdf': {
      const { pages, passages } = await pdfText(file, limits)
      if (passages.length > 0) return { pages, passages }
      const scan = await scanText(path, pages, limits)
      return { pages, passages: scan.passages, byOcr: true, ...(scan.read < pages ? { reason: `Se reconocieron ${scan.read} de ${pages} páginas: el resto del escaneo no se puede buscar. Pártalo en archivos más cortos para leerlo entero.` } : {}) }
    }
    case 'docx': case 'odt': case 'odp': case 'pptx': return { passages: documentText(file, key, limits) }
    case 'xlsx': case 'ods': case 'xls': return { passages: await sheetText(path, limits) }
    case 'text': case 'rtf': case 'html': case 'xml': return { passages: plainText(file, key, limits) }
    case 'png': case 'jpeg': case 'tiff': case 'webp': case 'bmp': case 'gif': return { passages: await imageText(path, limits), byOcr: true }
    default: throw new NotRead(key === 'locked' || key === 'broken' ? 'failed' : 'no-text', KEPT[key] ?? 'De este formato no se lee texto; el archivo se encuentra por su nombre.')
  }
}

/** Reads the text of a file, told by its bytes. Never throws: what cannot be read says why. Runs inside the reading process. */
export const readText = async (path: string, name: string, limits: ExtractionLimits): Promise<Extraction> => {
  const facts = await stat(path).catch(() => undefined)
  const none = (state: 'failed' | 'no-text', format: string, falseExtension: boolean, reason: string): Extraction => ({ state, format, falseExtension, reason, byOcr: false, passages: [] })
  if (!facts?.isFile()) return none('failed', 'formato desconocido', false, 'El archivo no está en la carpeta de datos.')
  if (facts.size > limits.bytes) return none('failed', 'archivo grande', false, `Pesa ${Math.ceil(facts.size / 1e6)} MB: sólo se lee el texto de archivos de hasta ${Math.round(limits.bytes / 1e6)} MB.`)
  const file = await readFile(path)
  const format = formatOf(file)
  const falseExtension = isFalseExtension(name, format)
  try {
    const { passages, pages, byOcr = false, reason } = await readAs(path, file, format, limits)
    if (passages.length === 0) return { ...none('no-text', format.title, falseExtension, 'El documento no tiene texto.'), pages }
    return { state: 'extracted', format: format.title, falseExtension, passages, pages, byOcr, ...(reason ? { reason } : {}) }
  } catch (error) {
    if (error instanceof NotRead) return none(error.state, format.title, falseExtension, error.reason)
    return none('failed', format.title, falseExtension, error instanceof Unreadable ? (UNREADABLE[error.code] ?? DAMAGED) : DAMAGED)
  }
}

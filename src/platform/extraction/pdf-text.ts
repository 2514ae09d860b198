import { type ExtractionLimits, NotRead, type Passage } from './extraction.ts'
import { gather } from './passages.ts'

type TextItem = { readonly str?: string; readonly hasEOL?: boolean }

/** Text of a PDF, page by page. Pages without text (scans) give none. */
export const pdfText = async (file: Buffer, limits: ExtractionLimits): Promise<{ readonly pages: number; readonly passages: readonly Passage[] }> => {
  const { getDocumentProxy } = await import('unpdf')
  const document = await getDocumentProxy(new Uint8Array(file), { isEvalSupported: false, verbosity: 0 } as object).catch((error: unknown) => {
    const name = error instanceof Error ? error.name : ''
    throw new NotRead('failed', name === 'PasswordException' ? 'El PDF pide contraseña: quítela y súbalo de nuevo para poder buscar en él.' : 'El PDF está dañado o incompleto y no se puede leer; el archivo se guarda tal como llegó.')
  })
  const passages: Passage[] = []
  let characters = 0
  for (let number = 1; number <= Math.min(document.numPages, limits.pages) && characters < limits.characters; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const text = (items as TextItem[]).map(({ str = '', hasEOL }) => str + (hasEOL ? '\n' : ' ')).join('').replace(/[ \t]+/g, ' ').trim()
    page.cleanup()
    characters += text.length
    if (text) passages.push(...gather([text], () => `página ${number}`, limits.characters))
  }
  return { pages: document.numPages, passages }
}

import type { DocumentBody, DocumentFrame } from '#kernel'
import { printOnPaper } from './paper-press.ts'
import type { PaperOptions } from './render-options.ts'
import { setDocument } from './set-document.ts'

/** Tagged PDF (PDF/UA-1) on letter or oficio paper. The same input gives the same bytes. */
export const renderPdf = async (body: DocumentBody, frame: DocumentFrame, options: PaperOptions = {}): Promise<Buffer> => printOnPaper('PDF', setDocument(body, frame), options)

/** Word document (.docx) with real styles; each figure sits in a content control tagged with its recipe, each block in one tagged with its id. */
export const renderDocx = async (body: DocumentBody, frame: DocumentFrame, options: PaperOptions = {}): Promise<Buffer> => printOnPaper('Word', setDocument(body, frame), options)

import { type Block, Problem } from '#kernel'
import { readBody } from '#platform/documents'
import { contentRefused } from '../problems.ts'

const ALLOWED = new Set(['heading', 'paragraph', 'list', 'note'])

/**
 * Reads what the editor sends as blocks of prose: the same schema of documents, only headings, paragraphs, lists and notes.
 * Throws `informes/texto-no-valido` with a pointer per fault.
 */
export const readContent = (content: readonly unknown[]): Block[] => {
  try {
    const { blocks } = readBody({ schema: 'secplan.document/1', kind: 'narrative', title: 'Sección', commune: { code: '0', municipality: 'Municipalidad', unit: 'Unidad' }, asOf: { effectiveOn: '2000-01-01', knownOn: '2000-01-01' }, blocks: content })
    const foreign = blocks.find(({ type }) => !ALLOWED.has(type))
    if (foreign) throw contentRefused({ reason: 'Las tablas y gráficos los escribe el sistema: en la redacción se citan.' })
    return blocks.map((block) => (block.type === 'paragraph' ? { type: 'paragraph', id: block.id, content: block.content } : block))
  } catch (error) {
    if (error instanceof Problem && error.id === 'documents/body-invalid') throw contentRefused({ reason: error.detail }, { errors: error.errors.map(({ pointer, message }) => ({ pointer: pointer.replace(/^\/blocks/, '/content'), message })) })
    throw error
  }
}

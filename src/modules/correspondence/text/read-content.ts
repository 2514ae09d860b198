import { type Block, Problem } from '#kernel'
import { readBody } from '#platform/documents'
import { textRefused } from '../problems.ts'

const ALLOWED = new Set(['heading', 'paragraph', 'list', 'note'])

/** Reads what the editor or another module sends as the prose of an act. Throws `actos/texto-no-valido` with a pointer per fault. */
export const readActContent = (content: readonly unknown[]): Block[] => {
  try {
    const { blocks } = readBody({ schema: 'secplan.document/1', kind: 'act', title: 'Acto', commune: { code: '0', municipality: 'Municipalidad', unit: 'Unidad' }, asOf: { effectiveOn: '2000-01-01', knownOn: '2000-01-01' }, blocks: content })
    if (blocks.some(({ type }) => !ALLOWED.has(type))) throw textRefused({ reason: 'Las tablas y gráficos van como anexo del acto: en el texto se citan.' })
    return blocks.map((block) => (block.type === 'paragraph' ? { type: 'paragraph', id: block.id, content: block.content } : block))
  } catch (error) {
    if (error instanceof Problem && error.id === 'documents/body-invalid') throw textRefused({ reason: error.detail }, { errors: error.errors.map(({ pointer, message }) => ({ pointer: pointer.replace(/^\/blocks/, '/content'), message })) })
    throw error
  }
}

import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { wordUnreadable } from '../problems.ts'

export type ReadFigure = { readonly blockId: string; readonly figureId: string; readonly text: string }
export type ReadBlock = { readonly blockId: string; readonly text: string }
export type ReadWord = { readonly figures: readonly ReadFigure[]; readonly blocks: readonly ReadBlock[] }

const MOST_BYTES = 60 * 1024 * 1024

/** The main part of a .docx, and nothing else: macros, remote templates and pictures are never opened. */
const mainPart = (file: Uint8Array): string => {
  try {
    const part = unzipSync(file, { filter: ({ name, originalSize }) => name === 'word/document.xml' && originalSize <= MOST_BYTES })['word/document.xml']
    if (part) return new TextDecoder().decode(part)
  } catch {
    // A damaged zip is the same news for the reader as one without the part.
  }
  throw wordUnreadable({})
}

type Open = { tag: string; text: string }

/**
 * Reads back the tagged figures and the text of each block of a Word file made here, even after people edited it.
 * Paragraphs of a block are joined with line ends. Throws `documents/word-unreadable`.
 */
export const readDocxFigures = (file: Uint8Array): ReadWord => {
  const figures: ReadFigure[] = []
  const blocks: ReadBlock[] = []
  const open: Open[] = []
  let inText = false
  const add = (text: string): void => {
    for (const one of open) one.text += text
  }
  const parser = new SaxesParser()
  parser.on('doctype', () => { throw wordUnreadable({}) })
  parser.on('opentag', ({ name, attributes }) => {
    const current = open.at(-1)
    if (name === 'w:sdt') open.push({ tag: '', text: '' })
    else if (name === 'w:tag' && current) current.tag = attributes['w:val'] ?? ''
    else if (name === 'w:t') inText = true
    else if (name === 'w:tab') add('\t')
    else if (name === 'w:br') add('\n')
  })
  parser.on('text', (text) => { if (inText) add(text) })
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') inText = false
    else if (name === 'w:p' && open[0]) open[0].text += '\n'
    else if (name === 'w:sdt') close(open, figures, blocks)
  })
  parser.on('error', () => { throw wordUnreadable({}) })
  parser.write(mainPart(file)).close()
  return { figures, blocks }
}

const close = (open: Open[], figures: ReadFigure[], blocks: ReadBlock[]): void => {
  const ended = open.pop()
  if (ended?.tag.startsWith('f:')) figures.push({ blockId: open.findLast((one) => one.tag.startsWith('b:'))?.tag.slice(2) ?? '', figureId: ended.tag.slice(2), text: ended.text })
  if (ended?.tag.startsWith('b:')) blocks.push({ blockId: ended.tag.slice(2), text: ended.text.trim() })
}

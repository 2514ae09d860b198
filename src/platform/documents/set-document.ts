import { type Block, type DocumentBody, type DocumentFrame, type FigureValue, formatDay, numberReferences, objectLabels } from '#kernel'
import { figureTag, plainText, printable, setRun } from './set-runs.ts'
import { chartTable, setTable } from './set-table.ts'
import { figureText } from './figure-text.ts'
import type { Run, SetBlock, Typeset } from './typeset.ts'

/** With this many headings a reader needs a page of contents. */
const CONTENTS_FROM = 8

/** Writes every text of a document once: numbers of headings, tables and charts, figures, dates, edition, verification. */
export const setDocument = (body: DocumentBody, frame: DocumentFrame): Typeset => {
  const headings = body.blocks.filter((block) => block.type === 'heading')
  const numbered = headings.filter((block) => block.level === 1).length >= 2
  return {
    title: printable(body.title), subtitle: printable(body.subtitle ?? ''),
    municipality: printable(body.commune.municipality), unit: printable(body.commune.unit), address: printable(body.commune.address ?? ''),
    addressee: printable(body.addressee ?? ''), legalBasis: printable(body.legalBasis ?? ''),
    dates: `Hechos al ${formatDay(body.asOf.effectiveOn)} · conocido al ${formatDay(body.asOf.knownOn)}`,
    edition: editionText(frame), day: frame.issuedOn?.slice(0, 10) ?? body.asOf.knownOn,
    draft: frame.state === 'draft', demonstration: frame.demonstration === true,
    reservations: (frame.reservations ?? []).map(printable),
    reservationsTitle: `${frame.state === 'draft' ? 'Reservas' : 'Emitido con reservas'} (${frame.reservations?.length ?? 0})`,
    fingerprint: frame.fingerprint, verificationCode: frame.verificationCode, verificationAddress: frame.verificationAddress ?? '',
    verificationSentence: verificationSentence(frame), paper: frame.paper, numbered,
    contents: headings.length >= CONTENTS_FROM && !frame.guide,
    provisional: figuresOf(body.blocks).some((figure) => figure.status === 'provisional'),
    guide: frame.guide === true,
    blocks: setBlocks(body.blocks, numbered),
  }
}

const editionText = (frame: DocumentFrame): string => {
  if (frame.state === 'draft') return 'Borrador, sin valor oficial'
  const number = frame.edition === undefined ? 'Documento emitido' : `Edición ${frame.edition}, emitida`
  const when = frame.issuedOn ? ` el ${formatDay(frame.issuedOn.slice(0, 10) as Parameters<typeof formatDay>[0])}` : ''
  return `${number}${when}${frame.reservations?.length ? ', con reservas' : ''}`
}

const verificationSentence = (frame: DocumentFrame): string =>
  frame.verificationAddress
    ? 'Lea el código con la cámara de un teléfono, o escriba la dirección, para comprobar que este documento es el emitido.'
    : 'El municipio no ha configurado una dirección pública: para comprobar este documento, entregue el código de verificación a la unidad que lo emitió.'

const setBlocks = (blocks: readonly Block[], numbered: boolean): SetBlock[] => {
  const numbers = startNumbers(numbered)
  const known = objectLabels(blocks)
  return numberReferences(blocks).map((block) => dropDeadReferences(setBlock(block, numbers), known))
}

/** A reference whose table is not in the document stays as words: it leads nowhere in any format. */
const dropDeadReferences = (block: SetBlock, known: ReadonlyMap<string, string>): SetBlock => {
  const each = (runs: readonly Run[]): readonly Run[] => runs.map((run) => (run.kind === 'reference' && run.target !== undefined && !known.has(run.target) ? { ...run, target: undefined } : run))
  return block.kind === 'list' ? { ...block, items: block.items.map(each) } : block.kind === 'heading' || block.kind === 'paragraph' || block.kind === 'note' ? { ...block, runs: each(block.runs) } : block
}

/** Counters of a document: headings by level, tables and charts in order. */
const startNumbers = (numbered: boolean) => {
  const levels = [0, 0, 0]
  let tables = 0
  let charts = 0
  return {
    table: (): string => `Tabla ${++tables}`,
    chart: (): string => `Gráfico ${++charts}`,
    heading: (level: number): string => {
      levels[level - 1] = (levels[level - 1] ?? 0) + 1
      levels.fill(0, level)
      return numbered ? levels.slice(0, level).join('.') : ''
    },
  }
}

const setBlock = (block: Block, numbers: ReturnType<typeof startNumbers>): SetBlock => {
  switch (block.type) {
    case 'heading': {
      const runs = block.content.map(setRun)
      return { kind: 'heading', id: block.id, level: block.level, number: numbers.heading(block.level), text: plainText(runs), runs }
    }
    case 'paragraph': return { kind: 'paragraph', id: block.id, runs: block.content.map(setRun), author: printable(block.author ?? '') }
    case 'list': return { kind: 'list', id: block.id, ordered: block.ordered, items: block.items.map((item) => item.map(setRun)) }
    case 'note': return { kind: 'note', id: block.id, tone: block.tone, title: printable(block.title ?? noteTitle[block.tone]), runs: block.content.map(setRun) }
    case 'table': return setTable(block, numbers.table())
    case 'chart':
      return {
        kind: 'chart', id: block.id, label: numbers.chart(), title: printable(block.title), subtitle: printable(block.subtitle),
        alternative: printable(block.alternative), source: printable(block.source), notes: (block.notes ?? []).map(printable), chart: block, table: chartTable(block),
      }
    case 'figures':
      return { kind: 'figures', id: block.id, items: block.items.map((item) => ({ label: printable(item.label), run: { kind: 'figure', text: printable(figureText(item.figure, item.show)), figure: figureTag(item.figure) }, note: printable(item.note ?? '') })) }
    case 'page-break': return { kind: 'page-break', id: block.id }
    case 'signature': return { kind: 'signature', id: block.id, name: printable(block.name), office: printable(`${block.office}${block.substitute ? ' (S)' : ''}`) }
  }
}

const noteTitle = { info: 'Nota', warning: 'Advertencia', bad: 'Reparo' } as const

/** Every figure of a document, in reading order. */
export const figuresOf = (blocks: readonly Block[]): FigureValue[] =>
  blocks.flatMap((block): FigureValue[] => {
    switch (block.type) {
      case 'heading': case 'paragraph': case 'note': return block.content.flatMap((inline) => (inline.type === 'figure' ? [inline.figure] : []))
      case 'list': return block.items.flat().flatMap((inline) => (inline.type === 'figure' ? [inline.figure] : []))
      case 'table': return block.rows.flatMap((row) => row.cells.flatMap((cell) => (cell.type === 'figure' || cell.type === 'bar' ? [cell.figure] : [])))
      case 'figures': return block.items.map((item) => item.figure)
      default: return []
    }
  })

import { type AsOf, type Block, type Cell, counted, type FigureValue, formatDay, needsConfirmation, type Confidence, type TableRow } from '#kernel'
import { figureKey, figuresOf } from '#platform/documents'
import type { Gap } from '../contract.ts'
import { reservationText } from '../readiness/gaps.ts'

const text = (value: string, code = false): Cell => (value ? { type: 'text', text: value, ...(code ? { code } : {}) } : { type: 'empty', reason: 'no aplica' })
const heading = (id: string, level: 1 | 2, title: string): Block => ({ type: 'heading', id, level, content: [{ type: 'text', text: title }] })
const paragraph = (id: string, content: string): Block => ({ type: 'paragraph', id, content: [{ type: 'text', text: content }] })

/** The figures of a document once each, by recipe and dates, in reading order. */
export const distinctFigures = (blocks: readonly Block[]): FigureValue[] =>
  [...new Map(figuresOf(blocks).map((figure) => [`${figureKey(figure)}@${figure.recipe.asOf.effectiveOn}/${figure.recipe.asOf.knownOn}`, figure])).values()]

const parametersText = (figure: FigureValue): string => Object.entries(figure.recipe.parameters).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`).join(' ')
const statusText = { firm: 'firme', provisional: 'provisional', absent: 'sin valor' } as const

/** Dates are said only when they are not those of the report. */
const titleOf = ({ title, recipe }: FigureValue, asOf: AsOf): string =>
  recipe.asOf.effectiveOn === asOf.effectiveOn && recipe.asOf.knownOn === asOf.knownOn ? title : `${title} (hechos al ${formatDay(recipe.asOf.effectiveOn)}, conocido al ${formatDay(recipe.asOf.knownOn)})`

const figureRow = (asOf: AsOf) => (figure: FigureValue, index: number): TableRow => ({
  id: `f${index + 1}`,
  cells: [
    { type: 'number', value: index + 1, unit: 'count' }, text(titleOf(figure, asOf)), text(`${figure.recipe.id} ${parametersText(figure)}`.trim()),
    { type: 'figure', figure }, text(statusText[figure.status]), { type: 'number', value: figure.records.count, unit: 'count' }, text(figure.records.digest.slice(0, 12), true),
  ],
})

/** Norms behind the figures, once each, saying which still wait for confirmation. */
const norms = (figures: readonly FigureValue[]): TableRow[] => {
  const found = new Map(figures.flatMap(({ lawValues }) => lawValues).map((value) => [`${value.id}@${value.from}`, value]))
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map((value, index) => ({
    id: `n${index + 1}`,
    cells: [text(value.article ? `${value.norm}, artículo ${value.article}` : value.norm), text(value.id), text(formatDay(value.from as Parameters<typeof formatDay>[0])), text(needsConfirmation({ confidence: value.confidence as Confidence } as Parameters<typeof needsConfirmation>[0]) ? 'por confirmar' : 'confirmada')],
  }))
}
const sourcesOf = (blocks: readonly Block[]): string[] => [...new Set(blocks.flatMap((block) => (block.type === 'table' || block.type === 'chart' ? [block.source] : [])))]

/** Annex of sources: every distinct figure with its recipe and digest, the norms and the documents and data sets named by tables and charts. */
export const sourcesAnnex = (title: string, blocks: readonly Block[], asOf: AsOf): Block[] => {
  const figures = distinctFigures(blocks)
  const laws = norms(figures)
  const sources = sourcesOf(blocks)
  // The landscape table goes last: after it a page would start again.
  return [
    heading('chapter-sources', 1, title),
    paragraph('sources-lead', `Este informe usa ${counted(figures.length, 'cifra distinta', 'cifras distintas')}. Cada una se obtiene de nuevo con su receta y sus dos fechas; la huella resume los registros que la forman.`),
    ...(laws.length === 0 ? [] : [{
      type: 'table' as const, id: 'sources-norms', title: 'Normas aplicadas por las cifras',
      columns: [{ key: 'norm', title: 'Norma', align: 'left' as const, width: 3 }, { key: 'id', title: 'Valor', align: 'left' as const, width: 2 }, { key: 'from', title: 'Rige desde', align: 'left' as const, width: 1 }, { key: 'state', title: 'Estado', align: 'left' as const, width: 1 }],
      rows: laws, source: 'Libro de normas de Secplan.',
    }]),
    ...(sources.length === 0 ? [] : [heading('sources-documents', 2, 'Documentos y conjuntos de datos'), { type: 'list' as const, id: 'sources-list', ordered: false, items: sources.map((source) => [{ type: 'text' as const, text: source }]) }]),
    ...(figures.length === 0 ? [] : [{
      type: 'table' as const, id: 'sources-figures', title: 'Cifras del informe', subtitle: `Hechos al ${formatDay(asOf.effectiveOn)}, conocido al ${formatDay(asOf.knownOn)}, salvo las que dicen otra fecha; huella: primeros 12 caracteres`, landscape: true,
      columns: [
        { key: 'n', title: 'N.º', align: 'right' as const, width: 0.4 }, { key: 'title', title: 'Cifra', align: 'left' as const, width: 3.4 }, { key: 'recipe', title: 'Receta', align: 'left' as const, width: 2.6 }, { key: 'value', title: 'Valor', align: 'right' as const, width: 1.4 },
        { key: 'status', title: 'Estado', align: 'left' as const, width: 0.8 }, { key: 'records', title: 'Registros', align: 'right' as const, width: 0.8 }, { key: 'digest', title: 'Huella', align: 'left' as const, width: 1.1 },
      ],
      rows: figures.map(figureRow(asOf)), source: 'Registros de Secplan a las dos fechas indicadas.',
    }]),
  ]
}

/** The chapter of reservations: each gap with its chapter and unit, or the plain statement that there are none. */
export const reservationsChapter = (title: string, gaps: readonly Gap[]): Block[] => {
  const printed = gaps.filter(({ severity }) => severity !== 'notice')
  return [
    heading('chapter-reservations', 1, title),
    printed.length === 0
      ? paragraph('reservations-none', 'Este informe no tiene reservas: sus cifras son firmes, coinciden entre sí y cada unidad entregó lo que le correspondía.')
      : paragraph('reservations-lead', 'Se deja constancia de lo que falta o puede cambiar, con el capítulo y la unidad que corresponde.'),
    ...(printed.length === 0 ? [] : [{ type: 'list' as const, id: 'reservations-list', ordered: true, items: printed.map((gap) => [{ type: 'text' as const, text: reservationText(gap) }]) }]),
  ]
}

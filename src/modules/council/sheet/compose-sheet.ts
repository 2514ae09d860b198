import { type AsOf, type Block, counted, type Day, type DocumentBody, type FigureDisplay, type FigureValue, formatDay, type Inline, type TableRow } from '#kernel'
import { decidedTitle, type HeldDecision } from '../contract/sheet.ts'

export type Change = { readonly text: string; readonly count: number }
export type Stuck = { readonly id: string; readonly what: string; readonly who: string; readonly until: Day | null; readonly days: number; readonly href: string }
export type SheetFigure = { readonly label: string; readonly figure: FigureValue; readonly show?: FigureDisplay; readonly before?: string }
export type SheetFacts = {
  readonly meetingOn: Day; readonly since: Day; readonly remarks: string; readonly figures: readonly SheetFigure[]; readonly changes: readonly Change[]; readonly stuck: readonly Stuck[]; readonly decisions: readonly HeldDecision[]
  readonly council: readonly string[]; readonly held: boolean; readonly commune: DocumentBody['commune']; readonly asOf: AsOf
}
/** What fits on two letter pages. */
const SHOWN = { changes: 6, stuck: 7 } as const
const WORDS = { change: 130, stuck: 90, cell: 60, decision: 160 } as const

export const shorten = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`)
const say = (text: string): readonly Inline[] => [{ type: 'text', text }]
const heading = (id: string, text: string): Block => ({ type: 'heading', id, level: 2, content: say(text) })
const paragraph = (id: string, text: string): Block => ({ type: 'paragraph', id, content: say(text) })
const text = (words: string, most: number = WORDS.cell) => ({ type: 'text', text: shorten(words, most) }) as const
const empty = (reason: string) => ({ type: 'empty', reason }) as const

const changed = ({ changes, since }: SheetFacts): Block[] => {
  const rest = changes.slice(SHOWN.changes).reduce((sum, { count }) => sum + count, 0)
  const items = changes.slice(0, SHOWN.changes).map((one) => say(shorten(one.count > 1 ? `${one.text} (${one.count} veces)` : one.text, WORDS.change)))
  return [
    heading('cambios', `Qué cambió desde el ${formatDay(since)}`),
    changes.length === 0 ? paragraph('cambios-0', 'No hubo movimientos anotados desde la reunión anterior.') : { type: 'list', id: 'cambios-1', ordered: false, items: rest > 0 ? [...items, say(`Y ${counted(rest, 'anotación', 'anotaciones')} más en la bitácora.`)] : items },
  ]
}
const blocked = ({ stuck }: SheetFacts): Block[] => {
  if (stuck.length === 0) return [heading('detenido', 'Qué está detenido, y por quién'), paragraph('detenido-0', 'Nada está atrasado.')]
  const rest = stuck.length - SHOWN.stuck
  const rows = stuck.slice(0, SHOWN.stuck).map((one): TableRow => ({ id: one.id, cells: [text(one.what, WORDS.stuck), one.who ? text(one.who) : empty('sin responsable'), one.until ? text(formatDay(one.until)) : empty('sin fecha'), { type: 'number', value: one.days, unit: 'count' }] }))
  return [heading('detenido', 'Qué está detenido, y por quién'), {
    type: 'table', id: 'detenido-1', title: `${counted(stuck.length, 'cosa atrasada', 'cosas atrasadas')}`, columns: [{ key: 'what', title: 'Qué', align: 'left', width: 5 }, { key: 'who', title: 'Quién', align: 'left', width: 3 }, { key: 'until', title: 'Vencía', align: 'left', width: 1.4 }, { key: 'days', title: 'Días hábiles', align: 'right', width: 1.2 }],
    rows, source: 'deberes, encargos, actos, solicitudes y compromisos anotados en el sistema', ...(rest > 0 ? { notes: [`Se muestran las ${SHOWN.stuck} más antiguas de ${stuck.length}.`] } : {}),
  }]
}
const decisions = ({ decisions: asked, held }: SheetFacts): Block[] => {
  if (asked.length === 0) return [heading('decisiones', held ? 'Decisiones' : 'Decisiones que se necesitan'), paragraph('decisiones-0', held ? 'No se pidieron decisiones.' : 'Ninguna por ahora.')]
  const rows = asked.map((one, index): TableRow => ({
    id: one.id, cells: [{ type: 'number', value: index + 1, unit: 'count' }, text(one.question, WORDS.decision), one.proposal ? text(one.proposal, WORDS.decision) : empty('sin propuesta'),
      ...(held ? [text([one.result ? decidedTitle[one.result] : '', one.words ?? ''].filter(Boolean).join('. '), WORDS.decision), one.unit ? text(`${one.unit}${one.until ? `, hasta el ${formatDay(one.until)}` : ''}`, 160) : empty('sin encargo')] : [])],
  }))
  return [heading('decisiones', held ? 'Decisiones' : 'Decisiones que se necesitan'), {
    type: 'table', id: 'decisiones-1', title: held ? 'Lo decidido y a quién se encarga' : 'Por resolver en la reunión', columns: [{ key: 'n', title: 'N.º', align: 'right', width: 0.6 }, { key: 'question', title: 'Decisión', align: 'left', width: 4 }, { key: 'proposal', title: 'Propuesta', align: 'left', width: 3 }, ...(held ? [{ key: 'result', title: 'Se resolvió', align: 'left' as const, width: 3 }, { key: 'owner', title: 'Encargo', align: 'left' as const, width: 3 }] : [])],
    rows, source: 'SECPLA',
  }]
}

/** The sheet as a document of the block model: the same for the screen, the PDF and the Word. Pure. */
export const composeSheet = (facts: SheetFacts): DocumentBody => ({
  schema: 'secplan.document/1', kind: 'weekly-sheet', title: `Pauta de la reunión con la alcaldía, ${formatDay(facts.meetingOn)}`, subtitle: facts.held ? 'Con lo que se decidió' : 'Qué cambió, qué está detenido y qué decidir', commune: facts.commune, asOf: facts.asOf,
  blocks: [
    ...(facts.figures.length > 0 ? [{ type: 'figures', id: 'cifras', items: facts.figures.map(({ label, figure, show, before }) => ({ label, figure, ...(show ? { show } : {}), ...(before && before !== figure.text ? { note: `en la pauta anterior: ${before}` } : {}) })) } as const] : []),
    ...(facts.remarks ? [paragraph('nota', facts.remarks)] : []),
    ...decisions(facts),
    ...blocked(facts),
    ...changed(facts),
    ...(facts.council.length > 0 ? [heading('concejo', 'Concejo'), { type: 'list', id: 'concejo-1', ordered: false, items: facts.council.map((one) => say(shorten(one, WORDS.change))) } as const] : []),
  ],
})

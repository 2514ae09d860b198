import type { Area, DocumentKind, LineFact, MovementFact, Phase } from '../../facts.ts'
import { dayNumber, dayText, instant, LAST_DAY, openFrom } from '../days.ts'
import { longCode } from '../accounts.ts'
import { programmeOf } from '../programmes.ts'

type Draft = { line: string; phase: Phase; amount: number; on: number; recorded: number; kind: DocumentKind; paper: string; paperOn: number; number: string | undefined; supplier: string | undefined; text: string; batch: string; time: string; project: string | undefined; chain: string | undefined; order: number }
export type Post = {
  readonly line: string; readonly phase: Phase; readonly amount: number; /** Day numbers. */ readonly on: number; readonly recorded?: number
  /** Movements with the same `paper` share one document; without `number` it is numbered at the end, by date. */
  readonly paper: string; readonly kind: DocumentKind; readonly paperOn?: number; readonly number?: string
  readonly supplier?: string; readonly text: string; readonly desk: Desk; readonly project?: string; readonly chain?: string
}
/** The office that types: a batch is what one desk records in one day. */
export type Desk = 'presupuesto' | 'adquisiciones' | 'contabilidad' | 'tesoreria' | 'caja' | 'remuneraciones' | 'obras'
const closing: Record<Desk, string> = { presupuesto: '10:15', remuneraciones: '12:30', obras: '13:05', adquisiciones: '16:20', contabilidad: '17:05', tesoreria: '17:40', caja: '18:10' }
const numbering: Record<DocumentKind, (year: number, count: number) => string> = {
  'payment-decree': (year, count) => `DP ${count}-${year}`, 'purchase-order': (year, count) => `3199-${count}-SE${String(year).slice(2)}`, certificate: (year, count) => `CDP ${count}-${year}`,
  receipt: (year, count) => `Orden de ingreso ${count}-${year}`, payroll: (year, count) => `Planilla ${count}-${year}`, decree: (year, count) => `Decreto ${1000 + count}-${year}`,
  transfer: (year, count) => `Transferencia ${count}-${year}`, contract: (year, count) => `Contrato ${count}-${year}`, invoice: (_year, count) => String(24_000 + count * 7),
}
export type LineSpec = { readonly year: number; readonly account: string; readonly programme?: string; readonly area?: Area; readonly project?: string; readonly source: string; readonly unit?: string }

/** The ledger being written: lines by their five dimensions and movements up to the clock. */
export const openBook = () => {
  const lines = new Map<string, LineFact>()
  const drafts: Draft[] = []

  const line = (spec: LineSpec): string => {
    const account = longCode(spec.account)
    const key = [spec.year, account, spec.programme, spec.project, spec.source].filter((part) => part !== undefined).join('/')
    if (!lines.has(key)) {
      const programme = spec.programme === undefined ? undefined : programmeOf(spec.programme)
      const area = spec.area ?? programme?.area
      lines.set(key, { key, year: spec.year, management: 'municipal', kind: account.startsWith('115') ? 'income' : 'expenditure', account, ...(area ? { area } : {}), ...(programme ? { programme: programme.code, costCentre: `CC-${programme.code}` } : {}), ...(spec.project ? { project: spec.project } : {}), fundingSource: spec.source, unit: spec.unit ?? programme?.unit ?? 'DAF' })
    }
    return key
  }
  /** Keeps what falls in the year and up to the clock. Returns false when it has not happened or is not known yet. */
  const post = (entry: Post): boolean => {
    const recorded = entry.recorded ?? entry.on
    const year = Number(entry.line.slice(0, 4))
    if (entry.amount === 0 || entry.on > LAST_DAY || recorded > LAST_DAY || entry.on >= dayNumber(year + 1, 1, 1)) return false
    const typed = openFrom(recorded) > LAST_DAY ? recorded : openFrom(recorded)
    drafts.push({ line: entry.line, phase: entry.phase, amount: entry.amount, on: entry.on, recorded: typed, kind: entry.kind, paper: entry.paper, paperOn: entry.paperOn ?? entry.on, number: entry.number, supplier: entry.supplier, text: entry.text, batch: `${entry.desk}-${dayText(typed)}`, time: closing[entry.desk], project: entry.project, chain: entry.chain, order: drafts.length })
    return true
  }
  /** Movements in the order they were typed, with their documents numbered by date. */
  const close = (): MovementFact[] => {
    const numbers = new Map<string, string>()
    const dates = new Map<string, number>()
    const counters = new Map<string, number>()
    for (const draft of [...drafts].sort((a, b) => a.paperOn - b.paperOn || a.order - b.order)) {
      if (numbers.has(draft.paper)) continue
      const year = Number(dayText(draft.paperOn).slice(0, 4))
      const count = (counters.get(`${draft.kind} ${year}`) ?? 0) + 1
      if (draft.number === undefined) counters.set(`${draft.kind} ${year}`, count)
      numbers.set(draft.paper, draft.number ?? numbering[draft.kind](year, count))
      dates.set(draft.paper, draft.paperOn)
    }
    return drafts.sort((a, b) => a.recorded - b.recorded || (a.time < b.time ? -1 : a.time > b.time ? 1 : a.on - b.on || a.order - b.order)).map((draft) => ({
      line: draft.line, phase: draft.phase, amount: draft.amount, effectiveOn: dayText(draft.on), recordedAt: instant(draft.recorded, draft.time),
      document: { kind: draft.kind, number: numbers.get(draft.paper) ?? draft.paper, date: dayText(dates.get(draft.paper) ?? draft.paperOn) },
      ...(draft.supplier ? { supplier: draft.supplier } : {}), text: draft.text, batch: draft.batch, ...(draft.project ? { project: draft.project } : {}), ...(draft.chain ? { chain: draft.chain } : {}),
    }))
  }
  const sum = (match: (draft: Draft) => boolean): number => drafts.reduce((total, draft) => (match(draft) ? total + draft.amount : total), 0)
  return { line, post, close, sum, lines: () => [...lines.values()], drafts: () => drafts as readonly Readonly<Draft>[] }
}
export type Book = ReturnType<typeof openBook>

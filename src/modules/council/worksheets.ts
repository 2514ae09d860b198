import { randomUUID } from 'node:crypto'
import { can } from '#kernel'
import { defineWorksheet } from '#platform/actions'
import { reverseFact } from '#evidence'
import { unitChoices, unitStore } from '#registry'
import { keepCommitment, moveCommitment } from './commitments/follow-commitment.ts'
import { listCommitments } from './commitments/list-commitments.query.ts'
import { commitmentStateTitle, type CommitmentView, ListCommitmentsInput } from './contract/commitments.ts'

const mayFollow = (actor: Parameters<ReturnType<typeof can>>[0]): boolean => can('council.record')(actor) || can('council.follow')(actor)
const undoMove = reverseFact({ name: 'council.undo-move', title: 'Deshacer el cambio de un compromiso', allowed: mayFollow, adds: 'council.move-commitment' })
const undoKept = reverseFact({ name: 'council.undo-kept', title: 'Deshacer el cumplimiento de un compromiso', allowed: mayFollow, adds: 'council.keep-commitment' })
const [MOVE, KEEP] = [['until', 'unitId'], ['doneOn', 'note']] as const

/** Commitments before the council: their date, their unit and when they were kept. */
const commitments = defineWorksheet<typeof ListCommitmentsInput, CommitmentView>({
  name: 'council.commitments', title: 'Compromisos ante el Concejo', list: '/concejo/compromisos', about: 'Plazo, unidad responsable y cumplimiento de cada compromiso.', filters: ListCommitmentsInput, allowed: mayFollow, wide: (filters) => ({ ...filters, state: '', unitId: '', text: '' }),
  words: async ({ state, unitId, text }, { tx }) => [state && (state === 'open' ? 'abiertos' : commitmentStateTitle[state]), unitId && ((await unitStore(tx).names()).get(unitId) ?? ''), text && `que dicen «${text}»`].filter(Boolean),
  columns: async (_filters, context) => [
    { key: 'words', title: 'Compromiso', kind: 'long-text', width: 60 }, { key: 'session', title: 'Sesión', kind: 'text', width: 26 }, { key: 'state', title: 'Estado', kind: 'text', width: 18 },
    { key: 'unitId', title: 'Responsable', kind: 'choice', open: true, choices: await unitChoices(context), width: 40 }, { key: 'until', title: 'Hasta', kind: 'day', open: true }, { key: 'doneOn', title: 'Cumplido el', kind: 'day', open: true }, { key: 'note', title: 'Con qué se cumplió', kind: 'long-text', open: true },
  ],
  rows: async (filters, context) => (await listCommitments.run(filters, context)).commitments.map((one) => ({
    id: one.id, label: one.words.slice(0, 120), personal: true, record: one, ...(one.doneOn ? { closed: 'Ya se cumplió: se reabre en la lista.' } : {}),
    values: { words: one.words, session: one.session, state: commitmentStateTitle[one.state], unitId: one.unit.id, until: one.until, doneOn: one.doneOn, note: one.doneOn ? (one.events.findLast(({ name }) => name === 'done')?.note ?? '') : '' },
  })),
  change: ({ record: { id, until, unit } }, next, { reason }) => [
    ...(MOVE.some((key) => key in next) ? [{ action: moveCommitment, input: { id: randomUUID(), commitment: id, until: 'until' in next ? next['until'] : until, unitId: 'unitId' in next && next['unitId'] !== unit.id ? next['unitId'] : null, reason }, columns: [...MOVE] }] : []),
    ...(KEEP.some((key) => key in next) ? [{ action: keepCommitment, input: { id: randomUUID(), commitment: id, on: next['doneOn'] ?? null, note: next['note'] ?? '', fileHash: null }, columns: [...KEEP], fields: { doneOn: 'on' } }] : []),
  ],
  undo: (_row, done, { reason }) => [...new Set(done.map(({ entryId }) => entryId))].flatMap((entryId) => {
    const own = done.filter((one) => one.entryId === entryId)
    const kept = own.some(({ column }) => (KEEP as readonly string[]).includes(column))
    return entryId ? [{ action: kept ? undoKept : undoMove, input: { entryId, reason }, columns: own.map(({ column }) => column) }] : []
  }),
})
/** Lists of the council that are edited in Excel. */
export const councilWorksheets = [commitments] as const

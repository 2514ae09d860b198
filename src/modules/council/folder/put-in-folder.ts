import { can, type Day, formatDay } from '#kernel'
import { type ActionContext, defineAction, notFound } from '#platform/actions'
import { businessCalendar } from '#calendar'
import { attachmentRows, fileRows, kinds, mayKnow, READ_TEXTS, threadStore } from '#evidence'
import { agendaStore, type PointRow } from '../agenda/agenda.store.ts'
import { PutInFolderInput, WithdrawInput } from '../contract/agenda.ts'
import { alreadySent, documentEmpty, folderLate, pointMissing, sessionClosed } from '../problems.ts'
import { firstPossibleDay, folderTerm, nextPossible } from '../rules/folder-term.ts'
import { matterOn } from '../rules/matters.ts'
import { sessionHref, sessionTitle } from '../sessions/record-session.ts'
import { councilStore, type SessionRow } from '../sessions/session.store.ts'
import { folderStore } from './folder.store.ts'

const NOW = Number.MAX_SAFE_INTEGER
const spoken = (days: readonly Day[]): string => days.map((day) => formatDay(day).slice(0, 5)).join(', ')
const lower = (text: string): string => text.replace('Sesión', 'sesión')

/**
 * Refuses what councillors could no longer have in time, naming the day counted and the next session that still can.
 * Throws `concejo/fuera-de-plazo` (422).
 */
export const demandInTime = async ({ tx, law, today }: Pick<ActionContext, 'tx' | 'law' | 'today'>, session: SessionRow, point: Pick<PointRow, 'matter' | 'title'>): Promise<void> => {
  const calendar = businessCalendar(law, tx.commune)
  const matter = matterOn(law, point.matter, session.heldOn)
  const term = folderTerm(session.heldOn, matter, today, law, calendar)
  if (!term || today <= term.lastDay) return
  const next = nextPossible(await councilStore(tx).called({ knownSeq: NOW, after: today }), matter, today, law, calendar)
  const last = next ? folderTerm(next.heldOn, matter, today, law, calendar)?.lastDay : undefined
  const words = next ? `La próxima sesión posible es la ${lower(sessionTitle(next))}${last ? `, con antecedentes hasta el ${formatDay(last)}` : ''}.` : `No hay citada otra sesión que alcance: podría verse desde el ${formatDay(firstPossibleDay(matter, today, law, calendar))}.`
  throw folderLate({ matter: matter.title, session: lower(sessionTitle(session)), lastDay: formatDay(term.lastDay), days: term.days, counted: spoken(term.counted), today: formatDay(today), next: words }, {
    errors: [{ pointer: '/pointId', message: `El último día era el ${formatDay(term.lastDay)}` }],
    facts: { lastDay: term.lastDay, counted: term.counted, today, next: next ? { id: next.id, title: sessionTitle(next), heldOn: next.heldOn, href: sessionHref(next.id) } : null },
  })
}

/** Puts a background document of a point in the folder of its session: a file uploaded, or a record of the system. One day late is refused. */
export const putInFolder = defineAction({
  name: 'council.put-in-folder', title: 'Poner un antecedente en la carpeta', help: 'Las modificaciones presupuestarias deben estar en poder de los concejales cinco días hábiles antes.', input: PutInFolderInput, allowed: can('council.prepare'),
  run: async (input, context) => {
    const { tx, today } = context
    const session = await councilStore(tx).hold(input.sessionId)
    if (!session) throw notFound({ what: 'la sesión' })
    const point = (await agendaStore(tx).ofSessions([session.id], NOW)).find(({ id }) => id === input.pointId)
    if (!point) throw pointMissing({}, { errors: [{ pointer: '/pointId', message: 'Elija un punto de la tabla' }] })
    if (session.heldOn < today) throw sessionClosed({ session: sessionTitle(session) })
    await demandInTime(context, session, point)
    const record = input.record
    if (!input.fileHash && !record) throw documentEmpty({}, { errors: [{ pointer: '/fileHash', message: 'Suba el archivo o elija el registro' }] })
    const file = input.fileHash ? await fileRows(tx).get(input.fileHash) : undefined
    if (input.fileHash && !file) throw notFound({ what: 'el archivo' })
    const [line] = record && mayKnow(context.actor, record.kind) ? await threadStore(tx).lines([record]) : []
    if (record && !line) throw notFound({ what: 'el registro que se envía' })
    await folderStore(tx).put({ id: input.id, sessionId: session.id, pointId: point.id, title: input.title, fileHash: input.fileHash, recordKind: record?.kind ?? null, recordId: record?.id ?? null, href: line?.href ?? '', putOn: today, entryId: context.entryId })
    if (file) {
      await attachmentRows(tx).add({ id: input.id, record: { kind: kinds.session, id: session.id }, title: `Punto ${point.position}. ${input.title}`, fileHash: file.hash, visibility: 'council', entryId: context.entryId, on: today })
      await context.enqueue({ ...READ_TEXTS, input: {} })
    }
    return { result: { id: input.id }, entry: { name: 'folder-document-put', summary: `En la carpeta de la ${lower(sessionTitle(session))}, punto ${point.position}: ${input.title}`, record: { kind: kinds.session, id: session.id }, facts: { document: input.id, point: point.id } } }
  },
})
/** Takes a document out of the folder while nobody has received it. */
export const withdrawFromFolder = defineAction({
  name: 'council.withdraw-from-folder', title: 'Retirar un antecedente de la carpeta', input: WithdrawInput, allowed: can('council.prepare'),
  run: async (input, context) => {
    const store = folderStore(context.tx)
    const document = await store.document(input.document)
    const session = document && (await councilStore(context.tx).hold(document.sessionId))
    if (!document || !session) throw notFound({ what: 'el antecedente en la carpeta' })
    if ((await store.sendings([session.id], NOW)).some(({ documents }) => documents.includes(document.id))) throw alreadySent({})
    await store.withdraw(document.id, input.reason, context.entryId)
    return { result: { id: document.id }, entry: { name: 'folder-document-withdrawn', summary: `Se retiró de la carpeta de la ${lower(sessionTitle(session))}: ${document.title}. ${input.reason}`, record: { kind: kinds.session, id: session.id }, facts: { document: document.id } } }
  },
})

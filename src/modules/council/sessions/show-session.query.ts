import { can, type Day } from '#kernel'
import { defineQuery, notFound, type ReadContext } from '#platform/actions'
import { businessCalendar, type BusinessCalendar } from '#calendar'
import { actsOf } from '#correspondence'
import { unitStore } from '#registry'
import { agendaStore, type PointRow } from '../agenda/agenda.store.ts'
import { AGREEMENT } from '../agreements/certify-agreement.ts'
import { agreementStore } from '../agreements/agreement.store.ts'
import { type AgreementDetail, majorityTitle, type MatterView, type PointView, type SendingView, type SessionRecord, ShowSessionInput, type TermView } from '../contract/agenda.ts'
import type { PersonBrief } from '../contract/fields.ts'
import { folderStore } from '../folder/folder.store.ts'
import { firstPossibleDay, folderTerm, nextPossible, standingOf } from '../rules/folder-term.ts'
import { lawLine, type Matter, matterOn, mattersOn, noticeDays } from '../rules/matters.ts'
import { sessionQuorum } from '../rules/vote.ts'
import { memberStore } from './members.store.ts'
import { sessionHref, sessionTitle } from './record-session.ts'
import { councilStore, type SessionRow } from './session.store.ts'

type Reading = Pick<ReadContext, 'tx' | 'law' | 'today'> & { readonly actor?: ReadContext['actor'] }
const matterView = (law: ReadContext['law'], matter: Matter, on: Day): MatterView => ({ key: matter.key, title: matter.title, article: matter.article, majority: matter.majority, days: noticeDays(law, matter, on) })

/** Points of a session with their documents and how each stands before its term, as known at a ledger number. */
export const pointsOf = async ({ tx, law, today, actor }: Reading, session: Pick<SessionRow, 'id' | 'heldOn'>, knownSeq: number, calendar: BusinessCalendar): Promise<{ points: readonly PointView[]; rows: readonly PointRow[]; receipts: Awaited<ReturnType<ReturnType<typeof folderStore>['receipts']>>; sendings: Awaited<ReturnType<ReturnType<typeof folderStore>['sendings']>> }> => {
  const rows = await agendaStore(tx).ofSessions([session.id], knownSeq)
  const store = folderStore(tx)
  const [documents, sendings, receipts] = [await store.documents([session.id], knownSeq), await store.sendings([session.id], knownSeq), await store.receipts([session.id], knownSeq)]
  const units = new Map((await unitStore(tx).list()).map(({ id, code, name }) => [id, { id, code, name }]))
  const agreements = await agreementStore(tx).ofSessions([session.id], knownSeq)
  const bases = new Map((await agreementStore(tx).bases(agreements.map(({ id }) => id))).flatMap(({ id, pointId }) => (pointId ? [[pointId, id] as const] : [])))
  const points = rows.map((row): PointView => {
    const matter = matterOn(law, row.matter, session.heldOn)
    const term = folderTerm(session.heldOn, matter, today, law, calendar)
    const own = documents.filter(({ pointId }) => pointId === row.id).map((one) => {
      const through = sendings.filter((sending) => sending.documents.includes(one.id))
      const first = through[0]
      return { view: { id: one.id, pointId: one.pointId, title: one.title, fileHash: one.fileHash, href: one.recordKind === 'act' && actor && !actor.permissions.has('correspondence.read') ? `/actos/recibidos/${one.recordId ?? ''}` : one.href, putOn: one.putOn, sentOn: first?.sentOn ?? null, sendings: through.map(({ id }) => id) }, receivedOn: first ? first.recipients.map((person) => receipts.find((receipt) => receipt.sendingId === first.id && receipt.personId === person)?.receivedOn ?? null) : [] }
    })
    return {
      id: row.id, position: row.position, title: row.title, matter: matterView(law, matter, session.heldOn), unit: row.unitId ? (units.get(row.unitId) ?? null) : null,
      record: row.recordKind && row.recordId ? { kind: row.recordKind, id: row.recordId, title: row.recordTitle, href: row.recordHref } : null, term: term ?? null,
      standing: standingOf(term, own.map(({ view, receivedOn }) => ({ sentOn: view.sentOn, receivedOn })), today), agreementId: bases.get(row.id) ?? null, documents: own.map(({ view }) => view),
    }
  })
  return { points, rows, sendings, receipts }
}
const earliest = (points: readonly PointView[]): TermView | undefined => points.flatMap(({ term }) => (term ? [term] : [])).sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1))[0]

const agreementsOf = async (context: ReadContext, session: SessionRow, members: ReadonlyMap<string, PersonBrief>, knownSeq: number): Promise<readonly AgreementDetail[]> => {
  const store = agreementStore(context.tx)
  const rows = await store.ofSessions([session.id], knownSeq)
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const bases = new Map((await store.bases(ids)).map((one) => [one.id, one]))
  const votes = await store.votes(ids)
  const certified = new Set((await store.certificates(ids, knownSeq)).map(({ agreementId }) => agreementId))
  const details: AgreementDetail[] = []
  for (const row of rows) {
    const base = bases.get(row.id)
    const acts = certified.has(row.id) && context.actor.permissions.has('correspondence.read') ? await actsOf(context, AGREEMENT, row.id) : []
    const matter = base?.matter ? matterOn(context.law, base.matter, session.heldOn) : undefined
    details.push({
      ...row, pointId: base?.pointId ?? null, matter: matter?.title ?? '', casting: base?.casting ?? null, rule: matter ? majorityTitle[matter.majority] : '',
      votes: votes.filter((one) => one.agreementId === row.id && one.version === row.version).map(({ personId, vote }) => ({ person: members.get(personId) ?? { id: personId, name: 'Persona suprimida', title: '' }, vote })).sort((a, b) => (a.person.name < b.person.name ? -1 : 1)),
      certificates: acts.map(({ id, title, state }) => ({ id, title, href: `/actos/${id}`, state })),
    })
  }
  return details
}

/** A session whole: its agenda with the terms counted, its folder with every receipt, its attendance, agreements and votes. */
export const showSession = defineQuery({
  name: 'council.show-session', title: 'Una sesión del Concejo', input: ShowSessionInput, allowed: can('council.read'),
  run: async ({ id }, context): Promise<SessionRecord> => {
    const { tx, law, today } = context
    const knownSeq = await context.knownSeq()
    const store = councilStore(tx)
    const session = await store.known(id, knownSeq)
    if (!session) throw notFound({ what: 'la sesión' })
    const calendar = businessCalendar(law, tx.commune)
    const { points, sendings, receipts } = await pointsOf(context, session, knownSeq, calendar)
    const inOffice = await memberStore(tx).inOffice(session.heldOn)
    const people = [...inOffice, ...sendings.flatMap(({ recipients }) => recipients).filter((person) => !inOffice.some((one) => one.id === person)).map((person) => ({ id: person, title: 'Concejal' }))]
    const named = await memberStore(tx).named([...new Map(people.map((one) => [one.id, one])).values()])
    const byId = new Map(named.map((one) => [one.id, one]))
    const own = await memberStore(tx).ofAccount(context.actor.accountId)
    const present = await store.attendance(session.id, knownSeq)
    const needed = sessionQuorum(inOffice.length)
    const strict = earliest(points)
    const lateMatter = strict && strict.lastDay < today && session.heldOn >= today ? points.find(({ term }) => term?.lastDay === strict.lastDay) : undefined
    const matter = lateMatter && matterOn(law, lateMatter.matter.key, session.heldOn)
    const next = matter && nextPossible(await store.called({ knownSeq, after: today }), matter, today, law, calendar)
    const version = await agendaStore(tx).version(session.id, knownSeq)
    const previous = version > 1 ? await agendaStore(tx).atVersion(session.id, version - 1) : []
    return {
      session, state: session.heldOn < today || present ? 'held' : 'called', agendaVersion: version, points,
      previousPoints: previous.map((row) => ({ id: row.id, title: row.title, matter: row.matter, unitId: row.unitId, record: row.recordKind && row.recordId ? { kind: row.recordKind, id: row.recordId, title: row.recordTitle, href: row.recordHref } : null })),
      sendings: sendings.map((one): SendingView => ({
        id: one.id, sentOn: one.sentOn, means: one.means, documents: one.documents, mine: own !== undefined && one.recipients.includes(own) && !receipts.some(({ sendingId, personId }) => sendingId === one.id && personId === own),
        receipts: one.recipients.map((person) => {
          const receipt = receipts.find(({ sendingId, personId }) => sendingId === one.id && personId === person)
          return { person: byId.get(person) ?? { id: person, name: 'Persona suprimida', title: '' }, receivedOn: receipt?.receivedOn ?? null, note: receipt?.note ?? '', late: strict !== undefined && receipt !== undefined && receipt.receivedOn > strict.lastDay }
        }).sort((a, b) => (a.person.name < b.person.name ? -1 : 1)),
      })),
      agreements: await agreementsOf(context, session, byId, knownSeq), members: named.filter(({ id: person }) => inOffice.some((one) => one.id === person)),
      attendance: present ? { present, needed, inOffice: inOffice.length, met: present.length >= needed } : null,
      quorum: { needed, law: lawLine(law.at('council/session-quorum', session.heldOn)) },
      matters: mattersOn(law, session.heldOn).map((one) => matterView(law, one, session.heldOn)), units: (await unitStore(tx).list()).filter(({ active }) => active).map(({ id: unit, code, name }) => ({ id: unit, code, name })),
      laws: { tie: { ...lawLine(law.at('council/tie-rule', session.heldOn)), text: law.text('council/tie-rule', session.heldOn) }, extraordinary: law.text('council/extraordinary-session', session.heldOn) },
      nextPossible: matter ? (next ? { day: next.heldOn, session: sessionTitle(next), href: sessionHref(next.id) } : { day: firstPossibleDay(matter, today, law, calendar), session: '', href: '' }) : null,
    }
  },
})

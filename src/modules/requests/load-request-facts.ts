import { randomBytes, randomUUID } from 'node:crypto'
import { businessCalendar } from '#calendar'
import type { Day, Law } from '#kernel'
import { stableId } from '#evidence'
import type { Tx } from '#platform/database'
import { absenceStore } from './addressees/absence.store.ts'
import { answererStore } from './answers/answerer.store.ts'
import { answerStore } from './answers/answer.store.ts'
import { campaignStore } from './campaigns/campaign.store.ts'
import { usually } from '#registry'
import { loadMessages, type PastOutbox } from './messages/load-messages.ts'
import { requestHabits } from './practices.ts'
import { reminderDays } from './campaigns/schedule.ts'
import type { AnswerKind, Via } from './contract.ts'

/** Past campaigns in bulk. Keys are stable; what was answered names its instant, and what was accepted, the fact it became. */
export type RequestLoad = {
  readonly absences: readonly { readonly person: string; readonly deputy: string; readonly from: Day; readonly to: Day; readonly basis: string; readonly recordedAt: string }[]
  readonly campaigns: readonly {
    readonly key: string; readonly title: string; readonly period: string; readonly message: string; readonly opensOn: Day; readonly openedAt: string; readonly dueOn: Day; readonly closedAt?: string
    readonly units: readonly {
      readonly unit: string; readonly person: string; readonly post: string; readonly absentPost?: string
      readonly items: readonly {
        readonly key: string; readonly source: string; readonly subjectId?: string; readonly label: string; readonly help?: string; readonly why?: string; readonly measure?: string; readonly kind: AnswerKind; readonly needsEvidence?: boolean
        readonly previous?: { readonly value: number; readonly text: string; readonly on: Day }
        readonly draft?: { readonly value?: number; readonly text?: string; readonly comment?: string }
        readonly answer?: { readonly value?: number; readonly text?: string; readonly noNews?: boolean; readonly comment?: string; readonly review?: { readonly verdict: 'accepted' | 'returned'; readonly at: string; readonly reason?: string; readonly factId?: string } }
      }[]
      /** When all that has an answer was sent, how, and by whom when it was by link. */
      readonly sent?: { readonly at: string; readonly via: Via; readonly name?: string; readonly post?: string }
    }[]
  }[]
}
export type Said = { readonly what: 'opened' | 'closed' | 'answered' | 'accepted' | 'returned' | 'absence'; readonly at: string; readonly record: { readonly kind: string; readonly id: string }; readonly unit?: string; readonly person?: string; readonly title: string; readonly count: number }
export type RequestLoadPorts = {
  readonly law: Law; readonly reviewer: string
  /** Writes the messages that went out too. */
  readonly outbox?: PastOutbox
  readonly unitId: (code: string) => string; readonly personId: (key: string) => string; readonly accountId: (key: string) => string
  /** The entry of a past moment; posted by the caller in the order of the instants. */
  readonly entryFor: (said: Said) => string
}

/** Writes past campaigns with their requests, answers and reviews. Returns the id of each request by campaign and unit. */
export const loadRequestFacts = async (tx: Tx, facts: RequestLoad, ports: RequestLoadPorts): Promise<ReadonlyMap<string, string>> => {
  const id = (...parts: readonly string[]): string => stableId(tx.commune, 'requests', parts.join(' '))
  const calendar = businessCalendar(ports.law, tx.commune)
  const [store, answers, made] = [campaignStore(tx), answerStore(tx), new Map<string, string>()]
  for (const one of facts.absences) {
    const absence = id('absence', one.person, one.from)
    await absenceStore(tx).add({ id: absence, personId: ports.personId(one.person), deputyId: ports.personId(one.deputy), startsOn: one.from, endsOn: one.to, basis: one.basis, entryId: ports.entryFor({ what: 'absence', at: one.recordedAt, record: { kind: 'absence', id: absence }, title: '', count: 1 }) })
  }
  for (const campaign of facts.campaigns) {
    const campaignId = id('campaign', campaign.key)
    const record = { kind: 'request-campaign', id: campaignId }
    const items = campaign.units.reduce((sum, unit) => sum + unit.items.length, 0)
    const entryId = ports.entryFor({ what: 'opened', at: campaign.openedAt, record, title: campaign.title, count: items })
    const closedOn = campaign.closedAt?.slice(0, 10) as Day | undefined
    await store.add({ id: campaignId, title: campaign.title, period: campaign.period, message: campaign.message, opensOn: campaign.opensOn, dueOn: campaign.dueOn, reminders: reminderDays(campaign.opensOn, campaign.dueOn, calendar, usually(requestHabits)), entryId, ...(closedOn ? { state: 'closed' as const, closedOn } : {}) })
    if (campaign.closedAt) ports.entryFor({ what: 'closed', at: campaign.closedAt, record, title: campaign.title, count: campaign.units.filter(({ sent }) => !sent).length })
    const requestOf = (unit: string): string => id('request', campaign.key, unit)
    const itemOf = (unit: string, key: string): string => id('item', campaign.key, unit, key)
    await store.addRequests(campaign.units.map(({ unit, person, post, absentPost }) => ({ id: requestOf(unit), campaignId, unitId: ports.unitId(unit), personId: ports.personId(person), post, deputy: absentPost !== undefined, absentPost: absentPost ?? '', dueOn: campaign.dueOn, signingKey: randomBytes(32) })), entryId)
    await store.addItems(campaign.units.flatMap(({ unit, items: asked }) => asked.map((item, place) => ({
      id: itemOf(unit, item.key), requestId: requestOf(unit), source: item.source, subjectId: item.subjectId ?? null, label: item.label, help: item.help ?? '', why: item.why ?? '', measure: item.measure ?? '', kind: item.kind, needsEvidence: item.needsEvidence ?? false,
      previousText: item.previous?.text ?? '', previousValue: item.previous?.value ?? null, previousOn: item.previous?.on ?? null, place,
    }))), entryId)
    for (const unit of campaign.units) {
      made.set(`${campaign.key} ${unit.unit}`, requestOf(unit.unit))
      if (ports.outbox) await loadMessages(tx, calendar, ports.outbox, { requestId: requestOf(unit.unit), personId: ports.personId(unit.person), openedAt: campaign.openedAt, opensOn: campaign.opensOn, closed: campaign.closedAt !== undefined, ...(unit.sent ? { sentOn: unit.sent.at.slice(0, 10) as Day } : {}), facts: { title: campaign.title, period: campaign.period, unitName: ports.outbox.unitName(unit.unit), post: unit.post, absentPost: unit.absentPost ?? '', dueOn: campaign.dueOn, items: unit.items.length, message: campaign.message } })
      await writeAnswers(answers, tx, unit, { campaign, ports, id, requestId: requestOf(unit.unit), itemOf: (key) => itemOf(unit.unit, key) })
    }
  }
  return made
}

type Unit = RequestLoad['campaigns'][number]['units'][number]
type Place = { readonly campaign: RequestLoad['campaigns'][number]; readonly ports: RequestLoadPorts; readonly id: (...parts: readonly string[]) => string; readonly requestId: string; readonly itemOf: (key: string) => string }
const writeAnswers = async (answers: ReturnType<typeof answerStore>, tx: Tx, unit: Unit, { campaign, ports, id, requestId, itemOf }: Place): Promise<void> => {
  const record = { kind: 'update-request', id: requestId }
  const given = (one: { value?: number; text?: string; comment?: string; noNews?: boolean }) => ({ value: one.value ?? null, text: one.text ?? '', noNews: one.noNews ?? false, comment: one.comment ?? '', fileHash: null, fileName: '' })
  for (const { key, draft } of unit.items) if (draft) await answers.keepDraft({ ...given(draft), itemId: itemOf(key), via: 'page', revision: randomUUID(), at: campaign.openedAt })
  const { sent } = unit
  if (!sent) return
  const told = { record, unit: unit.unit, title: campaign.title }
  const answered = unit.items.flatMap(({ key, answer }) => (answer ? [{ key, answer }] : []))
  const answererId = sent.via === 'page' ? null : id('answerer', campaign.key, unit.unit)
  if (answererId) await answererStore(tx).add(answererId, sent.name ?? '')
  const entryId = ports.entryFor({ ...told, what: 'answered', at: sent.at, person: unit.person, count: answered.length })
  const answerId = (key: string): string => id('answer', campaign.key, unit.unit, key)
  await answers.add(answered.map(({ key, answer }) => ({ ...given(answer), id: answerId(key), itemId: itemOf(key), via: sent.via, accountId: answererId ? null : ports.accountId(unit.person), answererId, post: sent.post ?? unit.post, answeredOn: sent.at.slice(0, 10) as Day, entryId })))
  const reviewed = answered.flatMap(({ key, answer }) => (answer.review ? [{ key, answer, review: answer.review }] : []))
  await answers.review(reviewed.map(({ key, review }) => ({ answerId: answerId(key), verdict: review.verdict, reason: review.reason ?? '', reviewedBy: ports.reviewer, reviewedOn: review.at.slice(0, 10) as Day, factId: review.factId ?? null, entryId: ports.entryFor({ ...told, what: review.verdict, at: review.at, count: reviewed.filter(({ review: other }) => other.at === review.at && other.verdict === review.verdict).length }) })))
  for (const { key, answer, review } of reviewed) if (review.verdict === 'returned') await answers.keepDraft({ ...given(answer), itemId: itemOf(key), via: sent.via, revision: randomUUID(), at: review.at })
}

import type { Actor } from '#kernel'
import { defineQuery, notFound, type ReadContext } from '#platform/actions'
import { personStore } from '#registry'
import { type ItemHistory, ItemInput, type ItemMoment, viaTitle } from '../contract.ts'
import { answerText } from '../items/answer-rule.ts'
import { requestOfOtherUnit } from '../problems.ts'
import { isMine, requestById } from './access.ts'
import { answererStore } from './answerer.store.ts'
import { historyStore } from './history.store.ts'

const WAYS = ['requests.read', 'requests.manage', 'requests.review', 'requests.answer'] as const
const quiet = { said: '', comment: '', fileHash: null, fileName: '', name: '', reason: '' }

/** Names of who wrote each moment, for people of the house alone. */
const namesFor = async ({ tx, actor }: ReadContext, accounts: readonly string[], answerers: readonly string[]) => {
  if (!actor.clearances.includes('internal')) return () => ''
  const [known, said] = [await personStore(tx).namesOfAccounts([...accounts]), await answererStore(tx).names(answerers)]
  return (account: string | null, answerer: string | null): string => (answerer ? said.get(answerer) : account ? known.get(account) : undefined) ?? ''
}

/** Everything that happened with one thing asked: each answer as it came, who accepted it or why it went back. The newest first. */
export const itemHistory = defineQuery({
  name: 'requests.item-history', title: 'Historia de algo pedido', help: 'Cada respuesta como llegó, quién la aceptó o por qué se devolvió.', input: ItemInput, unless: [requestOfOtherUnit], allowed: (actor: Actor) => WAYS.some((way) => actor.permissions.has(way)),
  run: async ({ itemId }, context): Promise<ItemHistory> => {
    const store = historyStore(context.tx)
    const known = { knownSeq: await context.knownSeq(), on: context.asOf.effectiveOn }
    const item = await store.item(itemId, known.knownSeq)
    if (!item) throw notFound({ what: 'lo pedido' })
    const row = await requestById(context, item.requestId)
    if (!(['requests.read', 'requests.manage', 'requests.review'] as const).some((way) => context.actor.permissions.has(way)) && !(await isMine(context, row))) throw requestOfOtherUnit({})
    const answers = await store.answers(itemId, known)
    const nameOf = await namesFor(context, answers.flatMap(({ accountId, reviewedBy }) => [accountId, reviewedBy].filter((one): one is string => one !== null)), answers.flatMap(({ answererId }) => answererId ?? []))
    const moments = answers.flatMap((one): ItemMoment[] => [
      { ...quiet, id: one.id, at: one.at, kind: 'sent', said: answerText(one, item.kind, item.measure), comment: one.comment, fileHash: one.fileHash, fileName: one.fileName, who: `${one.post}, ${viaTitle[one.via]}`, name: nameOf(one.accountId, one.answererId) },
      ...(one.verdict && one.reviewedAt ? [{ ...quiet, id: `${one.id} ${one.verdict}`, at: one.reviewedAt, kind: one.verdict, who: one.reviewedOffice, name: nameOf(one.reviewedBy, null), reason: one.reason }] : []),
    ])
    return { label: item.label, moments: [{ ...quiet, id: itemId, at: item.at, kind: 'asked' as const, who: 'SECPLA' }, ...moments].reverse() }
  },
})

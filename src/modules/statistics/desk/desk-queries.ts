import { can } from '#kernel'
import { defineQuery, notFound } from '#platform/actions'
import { fold, undoableUntil } from '#evidence'
import { officeStore, personStore, unitStore } from '#registry'
import { z } from 'zod'
import { datasetStore } from '../datasets/dataset.store.ts'
import { datasetHref } from '../hrefs.ts'
import { extensionOf } from './clock.ts'
import { type DataRequestLine, type DataRequestView, type PeopleView, requesters, requestStates, type SimilarView, type StepView } from './desk-contract.ts'
import { dataRequestHref, dataRequestTitle } from './desk-hrefs.ts'
import { dataRequestStore, type StepRow } from './data-request.store.ts'
import { attends, clockView, gathered, lineMaker, lineOf, stepsBy } from './desk-view.ts'
import { rankSimilar } from './similar.ts'
import { requesterStore } from './requester.store.ts'

const read = can('statistics.read')
const SIZE = 50
const open = new Set(['received', 'working', 'answered'])
export type DataRequestsAnswer = { readonly lines: readonly DataRequestLine[]; readonly total: number; readonly pages: number; readonly open: number; readonly late: number; readonly unassigned: number; readonly years: readonly string[]; readonly mayAttend: boolean }

/** The questions put to the office: all of them for who attends, the own ones for the others. */
export const listDataRequests = defineQuery({
  name: 'statistics.list-data-requests', title: 'Solicitudes de datos', allowed: read,
  input: z.object({ text: z.string().max(200).default(''), state: z.enum([...requestStates, 'open', 'late', '']).default(''), requester: z.enum([...requesters, '']).default(''), whose: z.enum(['mine', '']).default(''), year: z.string().max(4).default(''), page: z.coerce.number().int().positive().default(1) }),
  run: async ({ text, state, requester, whose, year, page }, context): Promise<DataRequestsAnswer> => {
    const seq = await context.knownSeq()
    const store = dataRequestStore(context.tx)
    const rows = (await store.list(seq, attends(context) ? undefined : context.actor.accountId)).filter(({ receivedOn }) => receivedOn <= context.asOf.effectiveOn)
    const steps = (await store.steps(seq)).filter(({ on }) => on <= context.asOf.effectiveOn)
    const [by, maker] = [stepsBy(steps), await lineMaker(context, steps)]
    const all = rows.map((row) => lineOf(row, by.get(row.id) ?? [], maker))
    const words = fold(text).split(/\s+/).filter(Boolean)
    const late = (line: DataRequestLine): boolean => open.has(line.state) && (line.left ?? 0) < 0
    const lines = all.filter((line) => (state === '' || (state === 'open' ? open.has(line.state) : state === 'late' ? late(line) : line.state === state)) && (requester === '' || line.requester === requester)
      && (whose === '' || line.mine) && (year === '' || line.receivedOn.startsWith(year)) && words.every((word) => fold(`${line.title} ${line.asked} ${line.from} ${line.assignedTo}`).includes(word)))
    const sorted = [...lines].sort((a, b) => Number(open.has(b.state)) - Number(open.has(a.state)) || (open.has(a.state) ? (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0) : 0))
    return {
      lines: sorted.slice((page - 1) * SIZE, page * SIZE), total: lines.length, pages: Math.max(1, Math.ceil(lines.length / SIZE)), open: all.filter((line) => open.has(line.state)).length, late: all.filter(late).length, unassigned: all.filter((line) => line.state === 'received').length,
      years: [...new Set(all.map(({ receivedOn }) => receivedOn.slice(0, 4)))], mayAttend: attends(context),
    }
  },
})

/** One question with all its steps and what was delivered. */
export const showDataRequest = defineQuery({
  name: 'statistics.show-data-request', title: 'Una solicitud de datos', input: z.object({ id: z.uuid() }), allowed: read,
  run: async ({ id }, context): Promise<DataRequestView> => {
    const seq = await context.knownSeq()
    const store = dataRequestStore(context.tx)
    const row = await store.get(id, seq)
    if (!row || (!attends(context) && row.authorId !== context.actor.accountId)) throw notFound({ what: 'la solicitud de datos' })
    const steps = await store.steps(seq, id)
    const maker = await lineMaker(context, steps)
    const tables = gathered(await store.tables(steps.map(({ id: step }) => step)), ({ stepId }) => stepId)
    const seesPeople = attends(context)
    const people = seesPeople ? await requesterStore(context.tx).of([row.requesterId, ...steps.map(({ receiverId }) => receiverId)]) : new Map<string, { name: string; contact: string }>()
    const causes = new Map(context.law.table('statistics/refusal-causes', context.today).map((cause) => [String(cause['cause']), `Art. ${String(cause['article'])}: ${String(cause['title'])}`]))
    const view = (step: StepRow): StepView => ({
      id: step.id, kind: step.kind, on: step.on, who: maker.names.get(step.accountId) ?? 'Secplan', to: step.toAccount ? (maker.names.get(step.toAccount) ?? '') : '', reason: step.reason, verdict: step.verdict, cause: causes.get(step.cause) ?? '', dueOn: step.dueOn,
      receiver: [people.get(step.receiverId ?? '')?.name, step.receiverPost].filter(Boolean).join(', '), means: step.means, rating: step.rating, workbook: step.workbook, letter: step.letter, tables: (tables.get(step.id) ?? []).map(({ stepId: _step, ...table }) => table),
    })
    const line = lineOf(row, steps, maker)
    const last = steps.at(-1)
    const person = people.get(row.requesterId ?? '')
    return {
      ...line, purpose: row.purpose, wantedOn: row.wantedOn, name: person?.name ?? '', contact: person?.contact ?? '', clock: clockView(row, context.law), extension: steps.some(({ kind }) => kind === 'extended') ? 0 : extensionOf(row.requester, row.receivedOn, context.law), steps: steps.map(view),
      undoable: last && seesPeople && last.entryId !== row.entryId && undoableUntil(context.law, last.recordedAt) >= context.today ? last.id : null,
      mayAttend: seesPeople, mayRefuse: context.actor.permissions.has('statistics.manage'), mayRate: line.state === 'delivered' && (seesPeople || row.authorId === context.actor.accountId), maySuppress: context.actor.permissions.has('registry.suppress') && row.requesterId !== null,
    }
  },
})

/** Questions already answered and data sets that speak of the same. */
export const similarRequests = defineQuery({
  name: 'statistics.similar-requests', title: 'Preguntas parecidas', input: z.object({ text: z.string().max(2000), not: z.uuid().optional() }), allowed: can('statistics.load'),
  run: async ({ text, not }, context): Promise<{ similar: readonly SimilarView[] }> => {
    const seq = await context.knownSeq()
    const store = dataRequestStore(context.tx)
    const by = stepsBy(await store.steps(seq))
    const tabled = new Map((await store.tables([...by.values()].flat().filter(({ kind }) => kind === 'answered').map(({ id }) => id))).map((table) => [table.stepId, table]))
    const answered = (await store.list(seq)).flatMap((row) => {
      const step = row.id === not ? undefined : by.get(row.id)?.findLast(({ kind }) => kind === 'answered')
      return step ? [{ row, step }] : []
    })
    const candidates: { text: string; value: Omit<SimilarView, 'score'> }[] = [
      ...answered.map(({ row, step }) => ({ text: `${row.asked} ${row.purpose}`, value: { kind: 'request' as const, id: row.id, title: dataRequestTitle(row.number, row.year), note: row.asked, href: dataRequestHref(row.id), step: tabled.has(step.id) ? step.id : null } })),
      ...(await datasetStore(context.tx).known(seq)).map((row) => ({ text: row.title, value: { kind: 'dataset' as const, id: row.id, title: row.title, note: row.publisher, href: datasetHref(row.id), step: null } })),
    ]
    return { similar: rankSimilar(text, candidates).map(({ value, score }) => ({ ...value, score })) }
  },
})

/** Who may be given a question, the units that may ask and the legal causes to refuse. */
export const deskChoices = defineQuery({
  name: 'statistics.desk-choices', title: 'Opciones de la mesa de solicitudes', input: z.object({}), allowed: read,
  run: async (_input, { tx, actor, today, clock, law }): Promise<PeopleView> => {
    const attending = await dataRequestStore(tx).attendingRoles()
    const holders = new Set((await officeStore(tx).list()).filter(({ role, startsOn, endsOn }) => attending.has(role) && startsOn <= today && (endsOn === null || endsOn >= today)).map(({ personId }) => personId))
    const accounts = (await officeStore(tx).accounts(clock.now().toISOString())).filter(({ active, personId }) => active && personId !== null && holders.has(personId))
    const names = await personStore(tx).values(accounts.flatMap(({ personId }) => (personId ? [personId] : [])))
    return {
      people: accounts.map(({ id, personId }) => ({ id, name: names.get(personId ?? '')?.name ?? '' })).sort((a, b) => (a.name < b.name ? -1 : 1)), units: (await unitStore(tx).list()).filter(({ active }) => active).map(({ id, name }) => ({ id, name })),
      causes: law.table('statistics/refusal-causes', today).map((cause) => ({ value: String(cause['cause']), title: `Art. ${String(cause['article'])}: ${String(cause['title'])}` })), mayAttend: actor.permissions.has('statistics.load'), me: actor.accountId, myUnit: actor.unitId ?? null,
    }
  },
})

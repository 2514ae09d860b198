import { can, formatDay } from '#kernel'
import { defineAction, defineQuery, notFound } from '#platform/actions'
import { fileRows } from '#evidence'
import { accountStore, officeStore, personStore, unitStore } from '#registry'
import { z } from 'zod'
import { AnswerInput, AssignInput, type AssigneesView, AssignmentsInput, assignmentWords, type AssignmentView } from '../contract.ts'
import { standingDay } from '../desk/desk.ts'
import { unitsOf } from '../desk/duty-view.ts'
import { assigneeMissing, wrongAnswer } from '../problems.ts'
import { admits, isOwner, mayRead, stateOf } from './assignment-state.ts'
import { assignmentStore } from './assignment.store.ts'

export const ASSIGNMENT_KIND = 'assignment'
const file = async (tx: Parameters<typeof fileRows>[0], hash: string | null): Promise<void> => { if (hash && !(await fileRows(tx).get(hash))) throw notFound({ what: 'el archivo adjunto' }) }

/** Writes down what somebody asked. Without person nor unit it is for who writes it. The words stay out of the ledger: they may name people. */
export const assign = defineAction({
  name: 'calendar.assign', title: 'Anotar un encargo', input: AssignInput, allowed: can('calendar.assign'),
  run: async (input, context) => {
    await file(context.tx, input.fileHash)
    const unit = input.forUnit ? await unitStore(context.tx).get(input.forUnit) : undefined
    const account = input.forUnit ? null : (input.forAccount ?? context.actor.accountId)
    if (input.forUnit && !unit?.active) throw assigneeMissing({}, { errors: [{ pointer: '/forUnit', message: 'Esa unidad no está vigente' }] })
    if (account && account !== context.actor.accountId && !(await accountStore(context.tx).byId(account))?.active) throw assigneeMissing({}, { errors: [{ pointer: '/forAccount', message: 'Esa persona no tiene cuenta vigente' }] })
    await assignmentStore(context.tx).add({ id: input.id, text: input.text, askedBy: input.askedBy, accountId: context.actor.accountId, forAccountId: account, forUnitId: unit?.id ?? null, on: context.today, due: input.until, fileHash: input.fileHash, entryId: context.entryId })
    return { result: { id: input.id }, entry: { name: 'assignment-asked', summary: `Encargo anotado${unit ? ` para ${unit.name}` : ''}${input.until ? `, hasta el ${formatDay(input.until)}` : ', sin fecha'}`, record: { kind: ASSIGNMENT_KIND, id: input.id } } }
  },
})
export const answerAssignment = defineAction({
  name: 'calendar.answer-assignment', title: 'Responder un encargo', input: AnswerInput, allowed: can('calendar.assign'),
  run: async (input, context) => {
    const store = assignmentStore(context.tx)
    const [row] = await store.read(Number.MAX_SAFE_INTEGER, context.today, { id: input.assignment })
    const units = unitsOf(context.actor)
    if (!row || !mayRead(row, context.actor, units)) throw notFound({ what: 'ese encargo' })
    const state = stateOf(row.answers)
    if (!admits(state, input.kind, { owner: isOwner(row, context.actor, units), asker: row.accountId === context.actor.accountId })) throw wrongAnswer({ state: assignmentWords[state] })
    await file(context.tx, input.fileHash)
    await store.answer({ id: input.id, assignmentId: row.id, kind: input.kind, accountId: context.actor.accountId, on: context.today, note: input.note, fileHash: input.fileHash, entryId: context.entryId })
    return { result: { id: input.id }, entry: { name: `assignment-${input.kind}`, summary: `Encargo ${input.kind === 'sent-again' ? 'vuelto a pedir' : assignmentWords[input.kind]}`, record: { kind: ASSIGNMENT_KIND, id: row.id } } }
  },
})

export const listAssignments = defineQuery({
  name: 'calendar.assignments', title: 'Encargos', input: AssignmentsInput, allowed: can('calendar.assign'),
  run: async ({ state: wanted, whose }, context): Promise<{ assignments: readonly AssignmentView[] }> => {
    const units = unitsOf(context.actor)
    const rows = (await assignmentStore(context.tx).read(await context.knownSeq(), standingDay(context))).filter((row) => mayRead(row, context.actor, units))
    const names = await personStore(context.tx).namesOfAccounts(rows.flatMap((row) => [row.accountId, ...(row.forAccountId ? [row.forAccountId] : []), ...row.answers.map(({ accountId }) => accountId)]))
    const unitNames = await unitStore(context.tx).names()
    const name = (account: string): string => names.get(account) ?? 'Secplan'
    return {
      assignments: rows.map((row): AssignmentView => ({
        id: row.id, text: row.text, askedBy: row.askedBy, by: name(row.accountId), forWhom: row.forAccountId ? name(row.forAccountId) : (unitNames.get(row.forUnitId ?? '') ?? ''), on: row.on, ...(row.due ? { until: row.due } : {}), state: stateOf(row.answers),
        ...(row.fileHash ? { fileHash: row.fileHash } : {}), mine: isOwner(row, context.actor, units), asked: row.accountId === context.actor.accountId, suppressed: row.suppressed,
        history: row.answers.map((answer) => ({ kind: answer.kind, who: name(answer.accountId), on: answer.on, note: answer.note, ...(answer.fileHash ? { fileHash: answer.fileHash } : {}) })),
      })).filter((one) => (whose === 'mine' ? one.mine : whose === 'asked' ? one.asked && !one.mine : true) && (wanted === '' || (one.state === 'done') === (wanted === 'closed'))),
    }
  },
})

/** People with an account and an office in force, and units: whom something may be asked of. */
export const assignees = defineQuery({
  name: 'calendar.assignees', title: 'A quién se puede encargar', input: z.object({}), allowed: can('calendar.assign'),
  run: async (_input, { tx, today, clock }): Promise<AssigneesView> => {
    const offices = (await officeStore(tx).list()).filter(({ startsOn, endsOn }) => startsOn <= today && (endsOn === null || endsOn >= today))
    const accounts = (await officeStore(tx).accounts(clock.now().toISOString())).filter(({ active }) => active)
    const names = await personStore(tx).values(accounts.map(({ personId }) => personId).filter((id): id is string => id !== null))
    return {
      people: accounts.flatMap(({ id, personId }) => { const office = offices.find((one) => one.personId === personId); const person = personId ? names.get(personId) : undefined; return office && person ? [{ id, name: person.name, office: `${office.title}${office.substitute ? ' (S)' : ''}` }] : [] }).sort((a, b) => (a.name < b.name ? -1 : 1)),
      units: (await unitStore(tx).list()).filter(({ active }) => active).map(({ id, code, name }) => ({ id, code, name })),
    }
  },
})

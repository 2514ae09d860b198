import { can, formatDay } from '#kernel'
import { defineAction, defineQuery, notFound, type ReadContext } from '#platform/actions'
import { sql } from '#platform/database'
import { personStore, unitStore } from '#registry'
import { z } from 'zod'
import { campaignStore } from '../campaigns/campaign.store.ts'
import { type AbsencesAnswer, AddAbsenceInput, CancelAbsenceInput } from '../contract.ts'
import { requestRef } from '../answers/submit-drafts.ts'
import { absenceOverlaps } from '../problems.ts'
import { absenceStore } from './absence.store.ts'
import { findAddressees } from './find-addressees.ts'

const peopleOf = (context: ReadContext) => context.tx.all<{ id: string; unitId: string | null }>(sql`select id, unit_id as "unitId" from registry.people where commune = ${context.tx.commune} and active`)

export const listAbsences = defineQuery({
  name: 'requests.list-absences', title: 'Ausencias y quién responde', input: z.object({}), allowed: can('requests.manage'),
  run: async (_input, context): Promise<AbsencesAnswer> => {
    const [rows, people, units] = [await absenceStore(context.tx).list(), await peopleOf(context), await unitStore(context.tx).names()]
    const values = await personStore(context.tx).values([...new Set([...people.map(({ id }) => id), ...rows.flatMap(({ personId, deputyId }) => [personId, deputyId])])])
    const nameOf = (id: string): string => values.get(id)?.name ?? ''
    return {
      absences: rows.map((row) => ({ ...row, name: nameOf(row.personId), deputyName: nameOf(row.deputyId), inForce: row.startsOn <= context.today && row.endsOn >= context.today })),
      people: people.map(({ id, unitId }) => ({ id, name: nameOf(id), unitName: unitId ? (units.get(unitId) ?? '') : '' })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    }
  },
})

/** The requests still open are addressed again to whoever answers today; each that changes hands is told in the result. */
const readdress = async (context: ReadContext): Promise<string[]> => {
  const store = campaignStore(context.tx)
  const open = (await store.requests({ knownSeq: await context.knownSeq() })).filter(({ campaignState, reopened, dueOn }) => campaignState === 'open' || (reopened && dueOn >= context.today))
  const addressees = await findAddressees(context, open.map(({ unitId }) => unitId), context.today)
  const moved: string[] = []
  for (const row of open) {
    const now = addressees.get(row.unitId)
    if (!now || (now.personId === row.personId && now.post === row.post && now.deputy === row.deputy)) continue
    await store.readdress({ id: row.id, ...now })
    moved.push(row.id)
  }
  return moved
}
/** The cause of an absence is nobody's business here: only dates, deputy and the act that names it. */
export const addAbsence = defineAction({
  name: 'requests.add-absence', title: 'Anotar una ausencia', help: 'Mientras dura, lo pedido va a quien subroga y la solicitud lo dice.', input: AddAbsenceInput, allowed: can('requests.manage'),
  run: async (input, context) => {
    const known = new Set((await peopleOf(context)).map(({ id }) => id))
    if (!known.has(input.personId) || !known.has(input.deputyId)) throw notFound({ what: 'la persona' })
    const other = await absenceStore(context.tx).overlapping(input.personId, input.startsOn, input.endsOn)
    if (other) throw absenceOverlaps({ from: formatDay(other.startsOn), to: formatDay(other.endsOn) })
    await absenceStore(context.tx).add({ ...input, entryId: context.entryId })
    const moved = await readdress(context)
    return { result: { id: input.id, moved: moved.length }, entry: { name: 'absence-added', summary: `Ausencia del ${formatDay(input.startsOn)} al ${formatDay(input.endsOn)}, con subrogante`, record: { kind: 'absence', id: input.id }, facts: { person: input.personId, deputy: input.deputyId, moved: moved.map((id) => requestRef(id)) } } }
  },
})
export const cancelAbsence = defineAction({
  name: 'requests.cancel-absence', title: 'Anular una ausencia', input: CancelAbsenceInput, allowed: can('requests.manage'),
  run: async ({ id, version }, context) => {
    if ((await absenceStore(context.tx).cancel(id, version)) === 0) throw notFound({ what: 'la ausencia' })
    const moved = await readdress(context)
    return { result: { id, moved: moved.length }, entry: { name: 'absence-cancelled', summary: 'Se anuló una ausencia', record: { kind: 'absence', id }, facts: { moved: moved.length } } }
  },
})

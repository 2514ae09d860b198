import { can, type Day, formatDay, yearOf } from '#kernel'
import { type ActionContext, defineAction } from '#platform/actions'
import { canonicalBody, fingerprint, readBody, verificationCode } from '#platform/documents'
import { sql } from '#platform/database'
import { NumberActInput } from '../contract.ts'
import { numberStore } from '../numbering/number.store.ts'
import { dateGoesBack, dateInFuture, signerAbsent } from '../problems.ts'
import { bodyOf } from '../text/act-text.ts'
import type { SignedBy } from '../text/compose-act.ts'
import { RENDER_JOB } from '../files/render-act.job.ts'
import { type ActRow, actStore } from './act.store.ts'
import { circuitFor } from './circuit.store.ts'
import { moveAct, needMove } from './move-act.ts'
import { type HeldOffice, namesOfPeople, officesOn, postTitles } from './posts.ts'
import { actTitle } from './titles.ts'

/** Who may sign as that office on that day: substitutes first. Nobody signs what they drafted, unless the kind approves nothing. */
export const signersOn = async (tx: ActionContext['tx'], role: string, on: Day, drafter: string | null): Promise<readonly HeldOffice[]> =>
  (await officesOn(tx, on)).filter((office) => office.role === role && (drafter === null || office.accountId !== drafter))

const chosen = async (context: ActionContext, row: ActRow, role: string, on: Day, wanted: string | null, drafter: string | null): Promise<{ office: HeldOffice; by: SignedBy }> => {
  const able = await signersOn(context.tx, role, on, drafter)
  const office = wanted ? able.find(({ id }) => id === wanted) : able[0]
  if (!office) throw signerAbsent({ office: (await postTitles(context.tx, row.unit_id))(role), on: formatDay(on) })
  const name = (await namesOfPeople(context.tx, [office.personId])).get(office.personId) ?? ''
  return { office, by: { name, office: office.title, substitute: office.substitute } }
}

/**
 * Gives the number, and with it the date and the signers: from here on the text does not change. One correlative for each series and year
 * of the act's date; the number goes with the transaction, so none is lost and none is given twice.
 */
export const numberAct = defineAction({
  name: 'correspondence.number-act', title: 'Numerar un acto', help: 'Sólo Secretaría Municipal. El texto queda fijo con su huella.', input: NumberActInput, allowed: can('correspondence.number'),
  run: async ({ id, version, actOn, signerOfficeId, attestOfficeId, paper }, context) => {
    const { tx } = context
    const row = await actStore(tx).needVersion(id, version)
    needMove(row, 'number')
    if (actOn > context.today) throw dateInFuture({ what: 'La fecha del acto' }, { errors: [{ pointer: '/actOn', message: 'Esa fecha aún no llega' }] })
    const circuit = await circuitFor(tx, row.kind)
    const signer = await chosen(context, row, row.signer_role, actOn, signerOfficeId, circuit.selfSign ? null : row.drafter_id)
    const attest = circuit.attestedBy ? await chosen(context, row, circuit.attestedBy, actOn, attestOfficeId, null) : undefined
    const year = yearOf(actOn)
    const number = await numberStore(tx).take(row.series, year, actOn, ({ last, last_on: on }) => dateGoesBack({ last: on ? formatDay(on) : '', number: last }, { errors: [{ pointer: '/actOn', message: 'Es anterior al último número del libro' }] }))
    const dated: ActRow = { ...row, number, year, act_on: actOn }
    const body = await bodyOf(context, dated, { signer: signer.by, attest: attest?.by ?? null })
    const text = canonicalBody(body)
    // What cannot be read back could never be verified: it gets no number.
    readBody(JSON.parse(text))
    const print = fingerprint(body)
    const named = actTitle(dated)
    const { row: next, entry } = await moveAct(context, row, 'number', {
      number, year, act_on: actOn, body: text, fingerprint: print, verification_code: verificationCode(print), paper,
      signer_account: signer.office.accountId, signer_title: `${signer.office.title}${signer.office.substitute ? ' (S)' : ''}`,
    }, { name: 'act-numbered', summary: `Se dio número: ${named}, de ${formatDay(actOn)}`, on: actOn, facts: { series: row.series, number, year, fingerprint: print, signer: signer.office.id, substitute: signer.office.substitute } })
    await tx.run(sql`insert into correspondence.proofs (commune, act_id, fingerprint, verification_code, title, issued_on, entry_id) values (${tx.commune}, ${id}, ${print}, ${verificationCode(print)}, ${named}, ${actOn}, ${context.entryId})`)
    await context.enqueue({ kind: RENDER_JOB, title: `Componer ${named}`, input: { act: id } })
    return { result: { id, version: next.version, number, year, title: named }, entry }
  },
})

import { can, type Visibility } from '#kernel'
import { type ActionContext, defineAction, notFound } from '#platform/actions'
import { sql } from '#platform/database'
import { unitStore } from '#registry'
import { type ActKind, DraftActInput, kindTitle } from '../contract.ts'
import { affectedNotSigned, labelNotHeld } from '../problems.ts'
import { readActContent } from '../text/read-content.ts'
import { settingOf } from '../text/setting.ts'
import { fillTemplate } from '../text/template.ts'
import { templateOf } from '../text/templates.ts'
import { type ActRow, actStore } from './act.store.ts'
import { putAntecedent } from './antecedents.ts'
import { circuitFor } from './circuit.store.ts'
import { seriesOf } from './circuit.ts'
import { ACT, addEvent, keepAct } from './move-act.ts'
import { actTitle } from './titles.ts'

/** Marked as reserved only by who will still see it. */
export const labelOf = (clearances: readonly Visibility[], restricted: boolean): 'internal' | 'restricted' => {
  if (restricted && !clearances.includes('restricted')) throw labelNotHeld({})
  return restricted ? 'restricted' : 'internal'
}

/** What it answers must exist for who writes; what it changes must already be in force. Answers how the changed act is named. */
const checkTies = async (context: ActionContext, { repliesTo, affects }: { repliesTo: { kind: 'act' | 'incoming'; id: string } | null; affects: { act: string } | null }): Promise<string | undefined> => {
  if (repliesTo?.kind === 'act') await actStore(context.tx).need(repliesTo.id)
  if (repliesTo?.kind === 'incoming' && !(await context.tx.one(sql`select id from correspondence.incoming where commune = ${context.tx.commune} and id = ${repliesTo.id}`))) throw notFound({ what: 'la correspondencia que se contesta' })
  if (!affects) return undefined
  const other = await actStore(context.tx).need(affects.act)
  const title = actTitle(other)
  if (other.signed_on === null) throw affectedNotSigned({ title })
  return `el ${title}`
}

/**
 * Begins an act from its starting text. Other modules may call it: `antecedents` tie the act to their records, `values` fill the template,
 * `content` brings blocks of their own. The drafter is whoever does it, and will neither grant a visa nor sign.
 */
export const draftAct = defineAction({
  name: 'correspondence.draft-act', title: 'Redactar un acto', input: DraftActInput, allowed: can('correspondence.draft'),
  run: async (input, context) => {
    const { tx, actor } = context
    const chosen = templateOf(input.kind, input.template)
    if (!chosen) throw notFound({ what: `el texto inicial «${input.template}» de ${kindTitle[input.kind].toLowerCase()}` })
    const unitId = input.unitId ?? actor.unitId ?? null
    const unit = unitId ? await unitStore(tx).get(unitId) : undefined
    if (unitId && !unit) throw notFound({ what: 'la unidad que redacta' })
    const affected = await checkTies(context, input)
    const begun = fillTemplate(chosen, input.values, await settingOf(tx, context.law, context.today, unitId, affected))
    const circuit = await circuitFor(tx, input.kind)
    const row: ActRow = {
      ...EMPTY, visas: [], id: input.id, kind: input.kind, subject: input.subject, unit_id: unitId, drafter_id: actor.accountId, signer_role: input.signerRole || signerBy(chosen.signerRole, circuit.signers, actor.offices.map(({ role }) => role), input.kind),
      addressees: input.addressees, distribution: input.distribution.length ? input.distribution : [...(chosen.distribution ?? [])], references_text: input.references, content: input.content ? readActContent(input.content) : begun.content,
      series: seriesOf(circuit, unit?.code), replies_to_kind: input.repliesTo?.kind ?? null, replies_to: input.repliesTo?.id ?? null, effect: input.affects?.effect ?? null, affects: input.affects?.act ?? null, visibility: labelOf(actor.clearances, input.restricted),
    }
    await actStore(tx).add(row, context.entryId)
    for (const antecedent of input.antecedents) await putAntecedent(context, row.id, antecedent)
    await addEvent(context, row, { name: 'act-drafted' })
    await keepAct(context, row)
    return { result: { id: row.id, version: row.version }, entry: { name: 'act-drafted', summary: `Se comenzó a redactar: ${kindTitle[row.kind].toLowerCase()}, ${row.visibility === 'restricted' ? 'reservado' : row.subject}`, record: { kind: ACT, id: row.id } } }
  },
})

const EMPTY = {
  state: 'draft', visas_done: 0, round: 0, number: null, year: null, act_on: null, signer_account: null, signer_title: null, body: null, fingerprint: null, verification_code: null, paper: 'oficio', signed_on: null, signed_file: null,
  signature_mode: null, finding: null, deleted_on: null, version: 1,
} as const

/** Who signs unless told: the template's office, the drafter's own when the kind admits it, else the first competent one. */
const signerBy = (wanted: string | undefined, competent: readonly string[], own: readonly string[], kind: ActKind): string => {
  if (wanted && competent.includes(wanted)) return wanted
  const mine = ['memo', 'brief', 'certificate'].includes(kind) ? own.find((role) => competent.includes(role)) : undefined
  return mine ?? competent[0] ?? 'mayor'
}

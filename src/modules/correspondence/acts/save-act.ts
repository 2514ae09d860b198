import { can } from '#kernel'
import { defineAction } from '#platform/actions'
import { officeStore } from '#registry'
import { kindTitle, SaveActInput } from '../contract.ts'
import { notTheDrafter, signerNotCompetent } from '../problems.ts'
import { type ActCatalog, bookOfActs, trustedBlocks } from '../text/figures-of-act.ts'
import { readActContent } from '../text/read-content.ts'
import { actStore } from './act.store.ts'
import { demandDrafter } from './drafter.ts'
import { circuitFor } from './circuit.store.ts'
import { labelOf } from './draft-act.ts'
import { ACT, keepAct, needMove } from './move-act.ts'
import { actTitle } from './titles.ts'

/** Saves the text of a draft. Figures keep the value they were written with or are computed here. A stale version is refused with both. */
export const saveAct = (catalog: ActCatalog) => defineAction({
  name: 'correspondence.save-act', title: 'Guardar el texto de un acto', input: SaveActInput, unless: [notTheDrafter], allowed: can('correspondence.draft'), perMinute: 600,
  run: async (input, context) => {
    const row = await actStore(context.tx).needVersion(input.id, input.version)
    needMove(row, 'save')
    demandDrafter(context, row)
    const circuit = await circuitFor(context.tx, row.kind)
    if (!circuit.signers.includes(input.signerRole)) {
      const titles = new Map((await officeStore(context.tx).roles()).map(({ key, title }) => [key, title]))
      throw signerNotCompetent({ kind: kindTitle[row.kind].toLowerCase(), offices: circuit.signers.map((role) => titles.get(role) ?? role).join(', ') }, { errors: [{ pointer: '/signerRole', message: 'Ese cargo no es competente' }] })
    }
    const content = await trustedBlocks(readActContent(input.content), row.content, bookOfActs(catalog, context))
    const next = await actStore(context.tx).change(row, { subject: input.subject, signer_role: input.signerRole, addressees: input.addressees, distribution: input.distribution, references_text: input.references, content, visibility: labelOf(context.actor.clearances, input.restricted) })
    await keepAct(context, next)
    return { result: { id: next.id, version: next.version, content }, entry: { name: 'act-saved', summary: `Se guardó el texto de ${actTitle(next)}`, record: { kind: ACT, id: next.id }, facts: { version: next.version } } }
  },
})

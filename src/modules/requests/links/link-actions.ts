import { defineAction, defineQuery } from '#platform/actions'
import { communesInstalled } from '#registry'
import { demandOpen } from '../answers/access.ts'
import { keepDrafts } from '../answers/keep-drafts.ts'
import { itemViews } from '../answers/item-views.ts'
import { requestViews } from '../answers/request-views.ts'
import { submitDrafts } from '../answers/submit-drafts.ts'
import { LinkInput, type LinkAnswer, SaveByLinkInput, SubmitByLinkInput } from '../contract.ts'
import { linkNotValid, linkUsed } from '../problems.ts'
import { behindLink } from './by-link.ts'

const ATTEMPTS_A_MINUTE = 60

/** Looking at a link changes nothing, however many times: mail scanners look too. */
export const showLink = defineQuery({
  name: 'requests.show-link', title: 'Lo pedido, por enlace', input: LinkInput, anonymous: true, allowed: () => true,
  run: async (given, context): Promise<LinkAnswer> => {
    const { row, used } = await behindLink(context, given)
    const municipality = (await communesInstalled(context.tx)).find(({ commune }) => commune === context.tx.commune)?.municipality ?? ''
    const [view] = await requestViews(context, [row])
    if (!view) throw linkNotValid({})
    if (used) return { state: 'answered', municipality, unitName: view.unitName, answeredOn: view.sentOn, items: view.items.length }
    const items = await itemViews(context, row.id, { names: false })
    return { state: 'open', municipality, title: row.title, periodTitle: view.periodTitle, message: row.message, unitName: view.unitName, post: row.post, deputy: row.deputy, absentPost: row.absentPost, dueOn: row.dueOn, items }
  },
})
export const saveByLink = defineAction({
  name: 'requests.save-by-link', title: 'Guardar el borrador, por enlace', input: SaveByLinkInput, anonymous: true, allowed: () => true, perMinute: ATTEMPTS_A_MINUTE,
  run: async ({ answers, ...given }, context) => {
    const { row, used } = await behindLink(context, given)
    if (used) throw linkUsed({})
    demandOpen(context, row)
    return { result: await keepDrafts(context, row.id, answers, 'link'), entry: null }
  },
})
/** Sending uses the link up. Who answers says name and post, because a link may have been forwarded. */
export const submitByLink = defineAction({
  name: 'requests.submit-by-link', title: 'Enviar las respuestas, por enlace', input: SubmitByLinkInput, anonymous: true, allowed: () => true, perMinute: 20,
  run: async ({ answerer, seen, ...given }, context) => {
    const { row, used } = await behindLink(context, given)
    if (used) throw linkUsed({})
    demandOpen(context, row)
    return submitDrafts(context, row, { accountId: null, name: answerer.name, post: answerer.post, via: 'link' }, seen)
  },
})

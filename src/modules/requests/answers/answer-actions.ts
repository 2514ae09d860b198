import { defineAction } from '#platform/actions'
import { SaveAnswersInput, SubmitAnswersInput } from '../contract.ts'
import { answererMissing, requestOfOtherUnit } from '../problems.ts'
import { requestToWrite } from './access.ts'
import { keepDrafts } from './keep-drafts.ts'
import { submitDrafts } from './submit-drafts.ts'

const mayWrite = (actor: { readonly permissions: ReadonlySet<string> }): boolean => actor.permissions.has('requests.answer') || actor.permissions.has('requests.manage')

/** Half-written answers, kept so that nobody writes twice. Leaves no entry: nothing was said yet. */
export const saveAnswers = defineAction({
  name: 'requests.save-answers', title: 'Guardar el borrador de las respuestas', help: 'Puede dejarlo a medias y seguir después, también desde otro equipo.', input: SaveAnswersInput, unless: [requestOfOtherUnit], allowed: mayWrite, perMinute: 240,
  run: async ({ requestId, answers }, context) => {
    await requestToWrite(context, requestId)
    return { result: await keepDrafts(context, requestId, answers, 'page'), entry: null }
  },
})
/** The unit sends its answers; the planning secretariat may send those it received, naming who gave them. */
export const submitAnswers = defineAction({
  name: 'requests.submit-answers', title: 'Enviar las respuestas de una unidad', help: 'Quedan a la espera de la revisión de la SECPLA.', input: SubmitAnswersInput, unless: [requestOfOtherUnit], allowed: mayWrite,
  run: async ({ requestId, answerer, seen }, context) => {
    const { row, onBehalf } = await requestToWrite(context, requestId)
    if (onBehalf && !answerer) throw answererMissing({}, { errors: [{ pointer: '/answerer/name', message: 'Escriba quién respondió' }, { pointer: '/answerer/post', message: 'Escriba su cargo' }] })
    const office = context.actor.offices[0]
    const own = { accountId: context.actor.accountId, post: office ? `${office.title}${office.substitute ? ' (S)' : ''}` : row.post, via: 'page' as const }
    return submitDrafts(context, row, onBehalf && answerer ? { accountId: null, name: answerer.name, post: answerer.post, via: 'workbook' } : own, seen)
  },
})

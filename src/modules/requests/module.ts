import { nameConstraints } from '#platform/database'
import { defineModule } from '#platform/actions'
import { addAbsence, cancelAbsence, listAbsences } from './addressees/absences.ts'
import { standIns } from './addressees/stand-ins.ts'
import { saveAnswers, submitAnswers } from './answers/answer-actions.ts'
import { itemHistory } from './answers/item-history.ts'
import { listAnswerers, suppressAnswerer } from './answers/suppress-answerer.ts'
import { listCampaigns, showCampaign, showRequest } from './campaigns/campaign-queries.ts'
import { closeCampaign, moveDue, reopenRequest } from './campaigns/change-campaign.ts'
import { openCampaign } from './campaigns/open-campaign.ts'
import { previewCampaign } from './campaigns/preview-campaign.ts'
import { answeredItems, onTimeRate, silenceRate } from './figures/response-figures.ts'
import { issueLink, revokeLinks } from './links/issue-link.ts'
import { saveByLink, showLink, submitByLink } from './links/link-actions.ts'
import { type Delivery, deliverJob } from './messages/deliver.job.ts'
import { listMessages } from './messages/list-messages.ts'
import { retryMessage, sendMessages } from './messages/message-actions.ts'
import { practiceDesk } from '#registry'
import { requestHabits } from './practices.ts'
import { requestEvidence } from './mandate.ts'
import { requestRecords } from './records.ts'
import { acceptAnswers, returnAnswer } from './review/review-answers.ts'
import type { RequestSource } from './sources/source.ts'
import { takeWorkbook, takeWorkbookByLink } from './workbook/take-workbook.ts'
import { requestsWork } from './work.ts'

nameConstraints({ requests_unit: 'la unidad en la campaña', campaigns_pk: 'la campaña', reviews_pk: 'la revisión de la respuesta', links_token: 'el enlace', absences_pk: 'la ausencia', absences_deputy: 'quien subroga', campaigns_term: 'el plazo de la campaña' })

export type RequestsOptions = Delivery & { /** Address of the record an item asks about. */ readonly href: (source: string, subjectId: string) => string | undefined }

/** Is there a mail server? One written wrong is none here; the sending says what is wrong with it. */
const hasMail = ({ transport }: Delivery): boolean => {
  try {
    return transport() !== undefined
  } catch {
    return false
  }
}

const practices = practiceDesk('requests', Object.values(requestHabits), { read: ['requests.read', 'requests.manage'], change: 'requests.manage' })

/** The module over the sources of the work modules: they say what is owed and take what is accepted. */
export const requestsOver = (sources: readonly RequestSource[], options: RequestsOptions) => {
  const actions = { openCampaign: openCampaign(sources), closeCampaign, moveDue, reopenRequest, saveAnswers, submitAnswers, saveByLink, submitByLink, takeWorkbook, takeWorkbookByLink, acceptAnswers: acceptAnswers(sources), returnAnswer, issueLink, revokeLinks, sendMessages, retryMessage, addAbsence, cancelAbsence, suppressAnswerer, setPractice: practices.change }
  const queries = { previewCampaign: previewCampaign(sources), listCampaigns, showCampaign: showCampaign(() => hasMail(options)), showRequest: showRequest(sources, options.href), showLink, listAbsences, practices: practices.list, itemHistory, listAnswerers, listMessages }
  const module = defineModule({
    key: 'requests', title: 'Solicitudes de actualización', uses: ['evidence', 'registry', 'calendar'],
    actions: Object.values(actions), queries: Object.values(queries), figures: [silenceRate, onTimeRate, answeredItems], records: requestRecords, jobs: [deliverJob(options)], work: requestsWork, mandate: requestEvidence, standIns,
    permissions: {
      'requests.read': 'Seguir las solicitudes de actualización y el silencio de las unidades',
      'requests.manage': 'Abrir y cerrar campañas, entregar enlaces y anotar ausencias',
      'requests.review': 'Aceptar o devolver las respuestas de las unidades',
      'requests.answer': 'Responder lo que se pide a la unidad propia',
    },
  })
  return { module, actions, queries }
}
export type Requests = ReturnType<typeof requestsOver>

import { nameConstraints } from '#platform/database'
import { practiceDesk } from '#registry'
import { answerRequest } from './answer-request.ts'
import { captureRequest } from './capture-request.ts'
import { deskChoices, listDataRequests, showDataRequest, similarRequests } from './desk-queries.ts'
import { deskHabits } from './habits.ts'
import { refuseRequest } from './refuse-request.ts'
import { assignDataRequest, cancelRequest, deliverAnswer, extendRequest, rateAnswer, suppressRequester, undoRequestStep } from './request-steps.ts'
import { deskYear, issueDeskReport } from './year-report.ts'

nameConstraints({ data_requests_pk: 'la solicitud de datos', data_requests_number: 'el número de la solicitud', data_request_steps_pk: 'ese paso de la solicitud' })
const practices = practiceDesk('statistics', Object.values(deskHabits), { read: ['statistics.load', 'statistics.manage'], change: 'statistics.manage' })

/** The request desk: what it does and what it answers. */
export const deskActions = [captureRequest, assignDataRequest, extendRequest, answerRequest, deliverAnswer, refuseRequest, cancelRequest, rateAnswer, undoRequestStep, suppressRequester, issueDeskReport, practices.change] as const
export const deskQueries = [listDataRequests, showDataRequest, similarRequests, deskChoices, deskYear, practices.list] as const

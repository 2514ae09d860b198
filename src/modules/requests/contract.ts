import { z } from 'zod'
import { type Day, type FigureValue, isDay, readPeriod } from '#kernel'

/** Schemas shared by forms, the API and tests. Ids are made by the client; percentages are written 0–100. */
const dayField = z.string().refine(isDay, 'Escriba un día que exista').transform((text) => text as Day)
const id = z.uuid('El identificador no es válido')
const reason = z.string().trim().min(10, 'Explique el motivo en al menos diez letras').max(1000)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const period = z.string().refine((text) => readPeriod(text) !== undefined, 'Elija un período, como 2026-1')

export const answerKinds = ['number', 'percent', 'money', 'text'] as const
export type AnswerKind = (typeof answerKinds)[number]
export const vias = ['page', 'link', 'workbook'] as const
export type Via = (typeof vias)[number]

export const AskedInput = z.object({
  id, source: z.string().min(1).max(40), subjectId: z.string().max(120).nullable().default(null), unitId: id,
  label: z.string().trim().min(5, 'Escriba la pregunta').max(300), help: z.string().trim().max(500).default(''), kind: z.enum(answerKinds).default('text'), measure: z.string().trim().max(60).default(''), needsEvidence: z.boolean().default(false),
})
export const OpenCampaignInput = z.object({
  id, title: z.string().trim().min(5, 'Escriba un título').max(160), period, message: z.string().trim().max(2000).default(''),
  dueOn: dayField, items: z.array(AskedInput).min(1, 'Pida al menos una cosa').max(2000),
})
export const PreviewInput = z.object({ period, on: z.string().refine(isDay).optional() })
export const CloseCampaignInput = z.object({ id, version: z.number().int().positive() })
export const ReopenRequestInput = z.object({ id, dueOn: dayField, reason })
export const MoveDueInput = z.object({ id, version: z.number().int().positive(), dueOn: dayField, reason })

/** One answer as it is written: empty value and no text is «not yet». */
export const GivenInput = z.object({
  itemId: id, value: z.number().nullable().default(null), text: z.string().trim().max(4000).default(''), noNews: z.boolean().default(false), comment: z.string().trim().max(2000).default(''), fileHash: hash.nullable().default(null),
  /** Mark of the draft that was on the page when it was written; null when there was none. What is kept under another mark is never written over. */
  base: id.nullable().default(null),
})
const answerer = z.object({ name: z.string().trim().min(3, 'Escriba su nombre').max(120), post: z.string().trim().min(3, 'Escriba su cargo').max(120) })
const token = z.string().regex(/^\d{5}\.[\w-]{43}$/, 'El enlace no está completo')
const commune = z.string().regex(/^\d{5}$/)
export const SaveAnswersInput = z.object({ requestId: id, answers: z.array(GivenInput).min(1).max(200) })
/** Marks of the drafts the sender has before their eyes; what another person left meanwhile is not sent unseen. */
const seen = z.record(id, id.nullable()).optional()
export const SubmitAnswersInput = z.object({ requestId: id, answerer: answerer.optional(), seen })
export const LinkInput = z.object({ commune, token })
export const SaveByLinkInput = z.object({ commune, token, answers: z.array(GivenInput).min(1).max(200) })
export const SubmitByLinkInput = z.object({ commune, token, answerer, seen })
/** Without `accept` it only compares; with it, the chosen rows go to the draft, each over the mark that the comparison showed. */
const accept = z.array(z.object({ itemId: id, base: id.nullable() })).max(500).nullable().default(null)
export const TakeWorkbookInput = z.object({ requestId: id, fileHash: hash, accept })
export const TakeWorkbookByLinkInput = z.object({ commune, token, fileHash: hash, accept })

export const ReviewInput = z.object({ answerIds: z.array(id).min(1, 'Elija al menos una respuesta').max(200) })
export const ReturnInput = z.object({ answerId: id, reason })
export const AnswererInput = z.object({ answerId: id, reason: z.string().trim().min(10, 'Nombre la solicitud que la ordena, sin datos personales').max(300) })
export const RequestInput = z.object({ id })
export const IssueLinkInput = z.object({ id, requestId: id, tokenHash: hash, messageId: id.nullable().default(null) })
export const RevokeLinksInput = z.object({ requestId: id, reason })
export const RetryMessageInput = z.object({ id })
export const AddAbsenceInput = z.object({ id, personId: id, startsOn: dayField, endsOn: dayField, deputyId: id, basis: z.string().trim().max(200).default('') })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, { message: 'Termina antes de empezar', path: ['endsOn'] })
  .refine(({ personId, deputyId }) => personId !== deputyId, { message: 'Elija a otra persona', path: ['deputyId'] })
export const CancelAbsenceInput = z.object({ id, version: z.number().int().positive() })

/** What pages receive. */
export type ItemState = 'owed' | 'draft' | 'sent' | 'accepted' | 'returned'
export type RequestState = 'owed' | 'started' | 'sent' | 'returned' | 'done' | 'silent'
export const requestStateTitle: Record<RequestState, string> = { owed: 'por responder', started: 'en borrador', sent: 'por revisar', returned: 'devuelta', done: 'aceptada', silent: 'silencio' }
export const itemStateTitle: Record<ItemState, string> = { owed: 'por responder', draft: 'en borrador', sent: 'enviada', accepted: 'aceptada', returned: 'devuelta' }
export const viaTitle: Record<Via, string> = { page: 'en el sistema', link: 'por enlace', workbook: 'por Excel' }

export type AddresseeView = { readonly personId: string | null; readonly name: string; readonly post: string; readonly deputy: boolean; readonly absentPost: string; readonly hasAccount: boolean; readonly hasEmail: boolean }
export type AskedView = {
  readonly id: string; readonly source: string; readonly sourceTitle: string; readonly subjectId: string | null; readonly unitId: string | null; readonly label: string; readonly help: string; readonly why: string
  readonly kind: AnswerKind; readonly measure: string; readonly needsEvidence: boolean; readonly previousText: string; readonly previousOn: Day | null
}
export type PreviewAnswer = {
  readonly period: string; readonly periodTitle: string; readonly suggestedDue: Day; readonly today: Day; readonly termDays: number; readonly asked: readonly AskedView[]
  readonly units: readonly { readonly id: string; readonly name: string; readonly addressee: AddresseeView | null }[]
  readonly sources: readonly { readonly key: string; readonly title: string; readonly help: string; readonly count: number }[]
}
export type CampaignLine = {
  readonly id: string; readonly version: number; readonly title: string; readonly period: string; readonly periodTitle: string; readonly opensOn: Day; readonly dueOn: Day; readonly state: 'open' | 'closed'; readonly closedOn: Day | null
  readonly units: number; readonly items: number; readonly answered: number; readonly silent: number
}
export type CampaignList = { readonly campaigns: readonly CampaignLine[]; readonly mine: readonly MineView[]; readonly mayManage: boolean }
export type MineView = { readonly id: string; readonly title: string; readonly periodTitle: string; readonly unitName: string; readonly dueOn: Day; readonly state: RequestState; readonly locked: boolean; readonly items: number; readonly pending: number }
export type UnitLine = {
  readonly id: string; readonly unitId: string; readonly unitName: string; readonly addressee: AddresseeView; readonly dueOn: Day; readonly state: RequestState; readonly locked: boolean; readonly reopened: boolean
  readonly items: number; readonly sent: number; readonly accepted: number; readonly returned: number; readonly noNews: number; readonly submittedOn: Day | null; readonly lateDays: number; readonly liveLinks: number
  readonly message: { readonly id: string; readonly state: string; readonly problem: string } | null
}
export type CampaignAnswer = {
  readonly campaign: CampaignLine & { readonly message: string; readonly reminders: readonly Day[] }
  readonly units: readonly UnitLine[]; readonly mail: boolean
  readonly figures: Readonly<Record<'silence' | 'onTime' | 'answered', FigureValue>>
}
export type GivenView = { readonly value: number | null; readonly text: string; readonly noNews: boolean; readonly comment: string; readonly fileHash: string | null; readonly fileName: string }
/** What is half written, with its mark, how it came and when. */
export type DraftView = GivenView & { readonly revision: string; readonly via: Via; readonly savedAt: string }
/** Somebody else's words on the same thing: still a draft, or already sent. Nothing was written over. */
export type DraftConflict = { readonly itemId: string; readonly kind: 'draft' | 'sent'; readonly theirs: DraftView | null }
export type SavedDrafts = { readonly saved: readonly { readonly itemId: string; readonly revision: string | null }[]; readonly conflicts: readonly DraftConflict[] }
export type AnswerView = GivenView & {
  readonly id: string; readonly on: Day; readonly via: Via; readonly post: string; readonly name: string; readonly verdict: 'accepted' | 'returned' | null; readonly reason: string; readonly reviewedBy: string; readonly reviewedOn: Day | null; readonly mine: boolean
}
export type ItemView = Omit<AskedView, 'unitId' | 'subjectId'> & { readonly previousValue: number | null; readonly state: ItemState; readonly draft: DraftView | null; readonly answer: AnswerView | null; readonly href?: string }
export type RequestAnswer = {
  readonly request: { readonly id: string; readonly campaignId: string; readonly title: string; readonly period: string; readonly periodTitle: string; readonly message: string; readonly unitName: string; readonly addressee: AddresseeView; readonly dueOn: Day; readonly state: RequestState; readonly locked: boolean; readonly onBehalf: boolean; readonly reopenedReason: string }
  readonly items: readonly ItemView[]
}
export const ItemInput = z.object({ itemId: id })
/** One moment of a thing asked: it was sent, accepted or returned. */
export type ItemMoment = { readonly id: string; readonly at: string; readonly kind: 'asked' | 'sent' | 'accepted' | 'returned'; readonly said: string; readonly comment: string; readonly fileHash: string | null; readonly fileName: string; readonly who: string; readonly name: string; readonly reason: string }
export type ItemHistory = { readonly label: string; readonly moments: readonly ItemMoment[] }
export const momentTitle: Record<ItemMoment['kind'], string> = { asked: 'Pedida', sent: 'Respondida', accepted: 'Aceptada', returned: 'Devuelta' }
/** Who answered by link and said a name: to find whose name a person asks to be suppressed. */
export type AnswererView = { readonly id: string; readonly answerId: string; readonly name: string; readonly suppressed: boolean; readonly post: string; readonly unitName: string; readonly campaign: string; readonly on: Day; readonly answers: number }
/** A message as it was written to a post; the link it carried is kept nowhere. */
export type MessageView = { readonly id: string; readonly addressee: string; readonly subject: string; readonly body: string; readonly state: string; readonly problem: string; readonly madeAt: string; readonly leftAt: string | null }
export const messageTitle: Readonly<Record<string, string>> = { queued: 'por enviar', sent: 'enviado', failed: 'no salió', copied: 'entregado a mano', cancelled: 'ya no hace falta' }
/** What a link shows: nothing besides the things asked and to whom. */
export type LinkAnswer =
  | { readonly state: 'open'; readonly municipality: string; readonly title: string; readonly periodTitle: string; readonly message: string; readonly unitName: string; readonly post: string; readonly deputy: boolean; readonly absentPost: string; readonly dueOn: Day; readonly items: readonly ItemView[] }
  | { readonly state: 'answered'; readonly municipality: string; readonly unitName: string; readonly answeredOn: Day | null; readonly items: number }

export type RowVerdict = 'equal' | 'changed' | 'new' | 'empty' | 'rejected'
export const verdictTitle: Record<RowVerdict, string> = { equal: 'igual', changed: 'cambia', new: 'nueva', empty: 'en blanco', rejected: 'rechazada' }
export type RowDifference = { readonly row: number; readonly cell: string; readonly itemId: string | null; readonly label: string; readonly verdict: RowVerdict; readonly before: string; readonly after: string; readonly reason: string; readonly base: string | null }
export type WorkbookAnswer = { readonly rows: readonly RowDifference[]; readonly missing: readonly string[]; readonly taken: number; readonly conflicts: readonly DraftConflict[] }
export type AbsenceView = { readonly id: string; readonly version: number; readonly personId: string; readonly name: string; readonly startsOn: Day; readonly endsOn: Day; readonly deputyId: string; readonly deputyName: string; readonly basis: string; readonly inForce: boolean }
export type AbsencesAnswer = { readonly absences: readonly AbsenceView[]; readonly people: readonly { readonly id: string; readonly name: string; readonly unitName: string }[] }
/** What leaves by hand: the server keeps none of it but the hash of the token. */
export type HandedOver = { readonly link: string; readonly subject: string; readonly text: string; readonly to: string; readonly eml: string; readonly qr: string; readonly expiresOn: Day }

import { type Block, type Day, isDay } from '#kernel'
import { z } from 'zod'

/** Shapes shared by pages, API and tests. Pages import from here and nothing else of this module. */
const id = z.uuid('El identificador no es válido')
const version = z.number().int().positive()
export const dayField = z.string().refine(isDay, 'Escriba un día que exista').transform((text) => text as Day)
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'No es un archivo subido')
const reason = z.string().trim().min(10, 'Explique el motivo en al menos diez letras').max(1000)
const lines = (what: string) => z.array(z.string().trim().min(2, `Escriba ${what}`).max(200)).max(40)

export const actKinds = ['letter', 'memo', 'brief', 'decree', 'exempt-decree', 'certificate', 'technical-report', 'instruction'] as const
export type ActKind = (typeof actKinds)[number]
export const kindTitle: Readonly<Record<ActKind, string>> = { letter: 'Oficio', memo: 'Memorándum', brief: 'Minuta', decree: 'Decreto alcaldicio', 'exempt-decree': 'Decreto alcaldicio exento', certificate: 'Certificado', 'technical-report': 'Informe', instruction: 'Instrucción' }
export const actStates = ['draft', 'in-visa', 'to-number', 'to-sign', 'to-notify', 'notified', 'annulled', 'deleted'] as const
export type ActState = (typeof actStates)[number]
export const stateTitle: Readonly<Record<ActState, string>> = { draft: 'borrador', 'in-visa': 'en visación', 'to-number': 'por numerar', 'to-sign': 'por firmar', 'to-notify': 'por notificar', notified: 'notificado', annulled: 'número anulado', deleted: 'borrador eliminado' }
export const means = ['in-person', 'certified-letter', 'email', 'internal', 'platform', 'publication'] as const
export type Means = (typeof means)[number]
export const meansTitle: Readonly<Record<Means, string>> = { 'in-person': 'Personalmente', 'certified-letter': 'Carta certificada', email: 'Correo electrónico', internal: 'Distribución interna', platform: 'Plataforma del destinatario', publication: 'Publicación' }
export const signatureModes = ['scan', 'signed-pdf'] as const
export const signatureModeTitle: Readonly<Record<(typeof signatureModes)[number], string>> = { scan: 'Impreso, firmado y escaneado', 'signed-pdf': 'PDF con firma electrónica' }
export const effects = ['modifies', 'annuls'] as const
export type Effect = (typeof effects)[number]

export const AntecedentInput = z.object({ kind: z.string().min(2).max(60), id: z.string().min(1).max(120), title: z.string().trim().min(2).max(300), href: z.string().max(300).regex(/^\/(?!\/)/, 'La dirección debe ser de este sistema').default('/') })
/** A letter may answer what arrived or another act; a later act may change an earlier one. */
export const DraftActInput = z.object({
  id, kind: z.enum(actKinds), template: z.string().max(60).default('blank'), subject: z.string().trim().min(5, 'Diga de qué trata en una línea').max(300),
  unitId: id.nullable().default(null), signerRole: z.string().max(60).default(''), addressees: lines('a quién se dirige').default([]), distribution: lines('a quién se distribuye').default([]), references: lines('el antecedente').default([]),
  antecedents: z.array(AntecedentInput).max(30).default([]), repliesTo: z.object({ kind: z.enum(['act', 'incoming']), id }).nullable().default(null), affects: z.object({ act: id, effect: z.enum(effects) }).nullable().default(null),
  restricted: z.boolean().default(false), /** Blocks to begin with, instead of the template. */ content: z.array(z.unknown()).max(400).optional(), values: z.record(z.string().max(40), z.string().max(2000)).default({}),
})
export const SaveActInput = z.object({
  id, version, subject: z.string().trim().min(5, 'Diga de qué trata en una línea').max(300), signerRole: z.string().max(60), addressees: lines('a quién se dirige'), distribution: lines('a quién se distribuye'), references: lines('el antecedente'),
  restricted: z.boolean(), content: z.array(z.unknown()).max(400, 'El texto es demasiado largo'),
})
export const MoveActInput = z.object({ id, version })
export const ReasonActInput = z.object({ id, version, reason })
export const NumberActInput = z.object({ id, version, actOn: dayField, signerOfficeId: id.nullable().default(null), attestOfficeId: id.nullable().default(null), paper: z.enum(['letter', 'oficio']).default('oficio') })
export const SignActInput = z.object({ id, version, mode: z.enum(signatureModes), file: hash, signedOn: dayField })
export const NotifyActInput = z.object({ id: id, act: id, version, addressee: z.string().trim().min(3, 'Escriba a quién').max(200), means: z.enum(means), notifiedOn: dayField, receipt: z.string().trim().max(200).default(''), receiptFile: hash.nullable().default(null), /** Councillors who also receive it here. */ people: z.array(id).max(20).default([]) })
export const TakeBackInput = z.object({ id, version, reason })
export const WithdrawNotificationInput = z.object({ notification: id, reason })
export const MailActInput = z.object({ id, act: id, version, addressee: z.string().trim().min(3, 'Escriba a quién').max(200), email: z.string().trim().max(254).regex(/^[^\s<>",;:@\\]{1,64}@[A-Za-z0-9.-]{1,190}$/, 'Escriba una dirección de correo, como nombre@servicio.cl'), people: z.array(id).max(20).default([]) })
export const RetryMailInput = z.object({ message: id })
export const MailLeftInput = z.object({ message: id, leftOn: dayField, /** The bytes that left, already stored; composed again when it was sent by hand. */ eml: hash.nullable().default(null), people: z.array(id).max(20).default([]) })
export const ReceiptInput = z.object({ notification: id, receivedOn: dayField, receipt: z.string().trim().min(3, 'Escriba el acuse: quién, o su número').max(200), receiptFile: hash.nullable().default(null) })
export const AntecedentChangeInput = z.object({ id, version, antecedent: AntecedentInput })
export const ListActsInput = z.object({
  kind: z.enum(['', ...actKinds]).default(''), state: z.enum(['', ...actStates]).default(''), unitId: z.union([z.literal(''), id]).default(''), year: z.string().regex(/^(\d{4})?$/, 'Escriba un año').default(''), text: z.string().max(100).default(''),
  page: z.coerce.number().int().min(1).max(100_000).default(1), size: z.coerce.number().int().min(1).max(200).default(25),
})
export const BookInput = z.object({ series: z.string().max(60).default('letter'), year: z.coerce.number().int().min(1990).max(2200) })
export const PaperNumbersInput = z.object({ series: z.string().min(3).max(60), year: z.number().int().min(1990).max(2200), upTo: z.number().int().min(1).max(1_000_000), reason })
export const ChangeCircuitInput = z.object({ kind: z.enum(actKinds), version: z.number().int().min(0), visas: z.array(z.string().min(2).max(60)).max(8), signers: z.array(z.string().min(2).max(60)).min(1, 'Elija al menos un cargo que firme').max(20) })

export const requestKinds = ['transparency', 'councillor', 'report-request', 'procedure', 'control', 'other'] as const
export type RequestKind = (typeof requestKinds)[number]
export const requestTitle: Readonly<Record<RequestKind, string>> = { transparency: 'Solicitud de acceso a la información', councillor: 'Petición de un concejal', 'report-request': 'Se pide un informe', procedure: 'Solicitud de un interesado', control: 'Contraloría u otro órgano de control', other: 'Otra correspondencia' }
export const incomingStates = ['pending', 'answered', 'closed'] as const
export type IncomingState = (typeof incomingStates)[number]
export const incomingStateTitle: Readonly<Record<IncomingState, string>> = { pending: 'pendiente', answered: 'contestada', closed: 'archivada sin respuesta' }
const incomingFields = { unitId: id, dueOn: dayField.nullable().default(null), requestKind: z.enum(requestKinds) }
/** The request of the council that a councillor's letter begins: its id, who asks and by which power. */
const councillor = z.object({ request: id, person: id, basis: z.string().min(2).max(40) }).nullable().default(null)
export const RegisterIncomingInput = z.object({
  id, sender: z.string().trim().min(3, 'Escriba quién lo envía').max(200), senderIsPerson: z.boolean().default(false), document: z.string().trim().max(120).default(''), documentOn: dayField.nullable().default(null), receivedOn: dayField,
  subject: z.string().trim().min(5, 'Diga de qué trata en una línea').max(300), file: hash.nullable().default(null), needsAnswer: z.boolean().default(true), ...incomingFields,
  /** Who of the council asks, and by which power: the request of the council begins with it. */ councillor,
})
export const RouteIncomingInput = z.object({ id, version, reason: z.string().trim().max(500).default(''), ...incomingFields, councillor })
export const CloseIncomingInput = z.object({ id, version, reason })
export const ReopenIncomingInput = z.object({ id, version, reason })
export const ListReceivedInput = z.object({ text: z.string().max(100).default(''), year: z.string().regex(/^(\d{4})?$/, 'Escriba un año').default(''), page: z.coerce.number().int().min(1).max(100_000).default(1), size: z.coerce.number().int().min(1).max(200).default(25) })
export const ListIncomingInput = z.object({ state: z.enum(['', ...incomingStates]).default(''), unitId: z.union([z.literal(''), id]).default(''), year: z.string().regex(/^(\d{4})?$/, 'Escriba un año').default(''), text: z.string().max(100).default(''), page: z.coerce.number().int().min(1).max(100_000).default(1), size: z.coerce.number().int().min(1).max(200).default(25) })
export const ActFileFormat = z.enum(['html', 'pdf', 'docx'])
/** The files composed here, and the copy that was signed. */
export const ActFileChoice = z.enum([...ActFileFormat.options, 'signed'])
export type ActFileFormat = z.output<typeof ActFileFormat>
export const ActFileRequest = z.object({ act: id, format: ActFileChoice })
export type ActFileRequest = z.output<typeof ActFileRequest>

/** How an uploaded PDF stands before what can be verified here. `intact`: its signature covers every byte, but nobody trusted answers for its certificate; `valid`: the chain ends in an anchor of the municipality. */
export type SignatureFinding = {
  readonly text: 'same' | 'no-text' | 'not-pdf'
  readonly signature: 'none' | 'unchecked' | 'intact' | 'valid' | 'invalid'
  /** One sentence in Spanish. */
  readonly says: string
  readonly signer?: string
  readonly certificate?: { readonly signer: string; readonly issuer: string; readonly from: string; readonly to: string; readonly selfSigned: boolean; readonly anchor?: string }
}
/** What the page says of an electronic signature: never «válida» without the chain of its certificate. */
export const signatureWord = { none: 'sin firma electrónica', unchecked: 'no comprobada', intact: 'no comprobada', valid: 'válida', invalid: 'inválida' } as const

export type Circuit = { readonly kind: ActKind; readonly visas: readonly string[]; readonly signers: readonly string[]; readonly attestedBy: string | null; readonly perUnit: boolean; readonly selfSign: boolean; readonly version: number }
export type ActLine = {
  readonly id: string; readonly kind: ActKind; readonly state: ActState; readonly subject: string; readonly unit: string; readonly unitId: string | null; readonly number: number | null; readonly year: number | null; readonly title: string
  readonly actOn: Day | null; readonly drafter: string; readonly restricted: boolean; readonly since: Day; readonly waitsFor: string; readonly effect: string
}
export type EventView = { readonly id: string; readonly name: string; readonly title: string; readonly at: string; readonly on: Day; readonly who: string; readonly office: string; readonly reason: string; readonly round: number }
export type CircuitStep = { readonly id: string; readonly title: string; readonly state: 'done' | 'here' | 'empty' | 'bad'; readonly note: string }
export type NotificationView = { readonly id: string; readonly addressee: string; readonly means: Means; readonly notifiedOn: Day; readonly receipt: string; readonly receivedOn: Day | null; readonly receiptFile: string | null; readonly presumedOn: Day | null; readonly withdrawable: true | string; readonly withdrawn: { readonly on: Day; readonly reason: string } | null }
export type MailView = { readonly id: string; readonly addressee: string; readonly email: string; readonly state: 'queued' | 'sent' | 'failed' | 'copied' | 'cancelled'; readonly problem: string; readonly subject: string; readonly text: string; readonly proof: string | null }
export type ReceivedLine = { readonly id: string; readonly kind: ActKind; readonly title: string; readonly subject: string; readonly actOn: Day; readonly signedOn: Day; readonly deliveredOn: Day; readonly why: 'notified' | 'folder' | 'answer' }
export const receivedWhy: Readonly<Record<ReceivedLine['why'], string>> = { notified: 'se le notificó', folder: 'en la carpeta de su sesión', answer: 'responde lo que pidió' }
export type ReceivedView = ReceivedLine & { readonly body: import('#kernel').DocumentBody; readonly fingerprint: string; readonly verificationCode: string; readonly signedCopy: boolean }
export type LinkView = { readonly kind: string; readonly id: string; readonly title: string; readonly href: string; readonly note?: string }
export type OfficeChoice = { readonly id: string; readonly title: string; readonly name: string; readonly substitute: boolean; readonly decree: string }
export type ActDoes = 'edit' | 'send' | 'visa' | 'return' | 'number' | 'sign' | 'notify' | 'annul' | 'delete' | 'restore' | 'correct' | 'reply' | 'recall' | 'unsign'
/** Answer of `correspondence.open-act`. */
export type ActView = {
  readonly act: ActLine & {
    readonly version: number; readonly signerRole: string; readonly addressees: readonly string[]; readonly distribution: readonly string[]; readonly references: readonly string[]; readonly content: readonly Block[]
    readonly fingerprint: string | null; readonly verificationCode: string | null; readonly signedOn: Day | null; readonly signedFile: string | null; readonly signatureMode: (typeof signatureModes)[number] | null; readonly finding: SignatureFinding | null
    readonly paper: 'letter' | 'oficio'; readonly notifyBy: Day | null; readonly restorableUntil: Day | null; readonly series: string
  }
  /** The whole act as it reads now, or as it was issued. */
  readonly body: import('#kernel').DocumentBody
  /** The dates, when it is read as it was another day. */
  readonly looking: import('#kernel').AsOf | null
  readonly circuit: readonly CircuitStep[]
  readonly events: readonly EventView[]
  readonly notifications: readonly NotificationView[]
  /** Mails of notification that wait or left; `mailServer` says whether this installation sends by itself. */
  readonly mails: readonly MailView[]
  readonly mailServer: boolean
  /** Councillors who may receive it here; those named among the addressees come chosen. */
  readonly councillors: readonly { readonly id: string; readonly name: string; readonly title: string; readonly named: boolean; readonly has: boolean }[]
  readonly antecedents: readonly LinkView[]
  readonly thread: readonly LinkView[]
  readonly affects: LinkView | null
  readonly affectedBy: readonly LinkView[]
  readonly signers: readonly { readonly role: string; readonly title: string }[]
  readonly offices: { readonly signer: readonly OfficeChoice[]; readonly attest: readonly OfficeChoice[] }
  readonly chips: Readonly<Record<string, import('#kernel').FigureValue>>
  readonly may: Readonly<Record<ActDoes, true | string>>
}
export type BookRow = { readonly number: number; readonly upTo?: number; readonly state: 'given' | 'annulled' | 'paper'; readonly actId?: string; readonly title?: string; readonly subject: string; readonly on: Day | null; readonly note: string }
export type BookView = { readonly series: string; readonly title: string; readonly year: number; readonly last: number; readonly rows: readonly BookRow[]; readonly books: readonly { readonly series: string; readonly title: string; readonly year: number; readonly last: number }[] }
export type DeskView = { readonly visa: readonly ActLine[]; readonly number: readonly ActLine[]; readonly sign: readonly ActLine[]; readonly notify: readonly ActLine[]; readonly returned: readonly ActLine[]; readonly waiting: readonly ActLine[] }
export type TemplateView = { readonly key: string; readonly kind: ActKind; readonly title: string; readonly summary: string; readonly fields: readonly { readonly key: string; readonly label: string; readonly help?: string; readonly lines?: number; readonly day?: boolean }[]; readonly subject: string }
export type IncomingView = {
  readonly id: string; readonly number: number; readonly year: number; readonly sender: string; readonly senderIsPerson: boolean; readonly document: string; readonly documentOn: Day | null; readonly receivedOn: Day; readonly subject: string; readonly file: string | null
  readonly unitId: string; readonly unit: string; readonly requestKind: RequestKind; readonly needsAnswer: boolean; readonly dueOn: Day | null; readonly dueFrom: string; readonly state: IncomingState; readonly closedReason: string; readonly version: number
  readonly answers: readonly LinkView[]; readonly answeredOn: Day | null; /** The request of the council that it began. */ readonly councilRequest: string | null
}

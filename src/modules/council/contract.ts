import { z } from 'zod'
import { type Day, isDay } from '#kernel'

const dayField = z.string().refine(isDay, 'Escriba un día que exista').transform((text) => text as Day)
const votes = z.number().int().min(0).max(20).nullable().default(null)
export const sessionKinds = ['ordinary', 'extraordinary'] as const
export const sessionKindTitle: Record<(typeof sessionKinds)[number], string> = { ordinary: 'ordinaria', extraordinary: 'extraordinaria' }
export const RecordSessionInput = z.object({ id: z.uuid(), number: z.number().int().min(1, 'Escriba el número de la sesión').max(9999), kind: z.enum(sessionKinds).default('ordinary'), heldOn: dayField, note: z.string().trim().max(1000).default('') })
export const ChangeSessionInput = RecordSessionInput.extend({ version: z.number().int().positive() })
export const outcomes = ['approved', 'rejected'] as const
export const outcomeTitle: Record<(typeof outcomes)[number], string> = { approved: 'Aprobado', rejected: 'Rechazado' }
export const ListSessionsInput = z.object({ year: z.string().regex(/^(\d{4})?$/, 'Escriba un año').default(''), kind: z.enum(['', ...sessionKinds]).default(''), page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(200).default(25) })
const agreementFields = { number: z.string().trim().min(1, 'Escriba el número del acuerdo').max(40), title: z.string().trim().min(5, 'Diga qué se acordó').max(500), outcome: z.enum(outcomes).default('approved'), votesFor: votes, votesAgainst: votes, abstentions: votes }
export const RecordAgreementInput = z.object({ id: z.uuid(), sessionId: z.uuid(), ...agreementFields })
export const CorrectAgreementInput = z.object({ id: z.uuid(), version: z.number().int().positive(), ...agreementFields, /** Vote of each councillor, when the minutes were read name by name; without it the votes noted before stay. */ votes: z.array(z.object({ personId: z.uuid(), vote: z.enum(['for', 'against', 'abstain', 'disqualified']) })).max(30).nullable().default(null), reason: z.string().trim().min(10, 'Escriba por qué se corrige y según qué acta').max(300) })

/** What pages receive. */
export type AgreementReading = { readonly number: string; readonly title: string; readonly outcome: (typeof outcomes)[number]; readonly votesFor: number | null; readonly votesAgainst: number | null; readonly abstentions: number | null }
/** An older reading, and why and when it was corrected. */
export type OlderReading = AgreementReading & { readonly version: number; readonly correctedAt: string; readonly reason: string }
export type AgreementView = AgreementReading & { readonly id: string; readonly version: number; /** The newest first. */ readonly older: readonly OlderReading[] }
export type SessionView = { readonly id: string; readonly number: number; readonly kind: (typeof sessionKinds)[number]; readonly heldOn: Day; readonly note: string; readonly version: number; readonly place: string; readonly startsAt: string; readonly agreements: readonly AgreementView[] }

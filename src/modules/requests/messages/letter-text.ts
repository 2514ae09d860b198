import { counted, type Day, formatLongDay } from '#kernel'
import { LINK_MARK } from '#platform/mail'

export type LetterFacts = { readonly title: string; readonly periodTitle: string; readonly unitName: string; readonly post: string; readonly absentPost: string; readonly dueOn: Day; readonly items: number; readonly message: string; readonly municipality: string; readonly reopenedReason?: string }
export type Letter = { readonly subject: string; readonly body: string }

const ask = ({ items, unitName, periodTitle, dueOn }: LetterFacts): string => `Se pide a ${unitName} ${counted(items, 'dato', 'datos')} de ${periodTitle}, a más tardar el ${formatLongDay(dueOn)}.`
const closing = ({ municipality }: LetterFacts): string => [
  'Puede responder en el sistema, con su cuenta, o sin ella en este enlace de un uso:', '', LINK_MARK, '',
  'También puede llenar la planilla adjunta y devolverla a la SECPLA, o subirla en ese enlace.', '',
  'Si no hay nada nuevo en algo, márquelo «sin novedad»: es una respuesta. El enlace es de su unidad; quien responda dirá su nombre y su cargo.', '',
  'Secretaría Comunal de Planificación', municipality,
].join('\n')
const opening = ({ post, absentPost }: LetterFacts): string => `${post}:\n\n${absentPost ? `Le llega por ausencia de: ${absentPost}.\n` : ''}`

/** Texts of the outbox, without names of people: only posts and units. */
export const openingLetter = (facts: LetterFacts): Letter => ({ subject: `${facts.title}: ${counted(facts.items, 'dato', 'datos')} por responder`, body: `${opening(facts)}${ask(facts)}\n${facts.message ? `\n${facts.message}\n` : ''}\n${closing(facts)}` })
export const reminderLetter = (facts: LetterFacts, pending: number, overdue: boolean): Letter => ({
  subject: `${overdue ? 'Vencida' : 'Recordatorio'}: ${facts.title}`,
  body: `${opening(facts)}${overdue ? `El plazo terminó el ${formatLongDay(facts.dueOn)} y ${pending === 1 ? 'falta un dato' : `faltan ${pending} datos`}. El silencio se informa por unidad y cargo.` : `${pending === 1 ? 'Falta un dato' : `Faltan ${pending} datos`} de ${facts.periodTitle}; el plazo termina el ${formatLongDay(facts.dueOn)}.`}\n\n${closing(facts)}`,
})
export const reopeningLetter = (facts: LetterFacts): Letter => ({ subject: `Reabierta: ${facts.title}`, body: `${opening(facts)}La solicitud se reabrió hasta el ${formatLongDay(facts.dueOn)}. Motivo: ${facts.reopenedReason ?? ''}.\n\n${closing(facts)}` })
export const returnLetter = (facts: LetterFacts, label: string, reason: string): Letter => ({ subject: `Devuelta para corregir: ${facts.title}`, body: `${opening(facts)}Se devolvió una respuesta: ${label}.\nMotivo: ${reason}\n\n${closing(facts)}` })

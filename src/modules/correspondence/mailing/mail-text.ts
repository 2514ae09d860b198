import { type Day, formatLongDay } from '#kernel'

export type MailFacts = { readonly addressee: string; readonly title: string; readonly actOn: Day; readonly subject: string; readonly municipality: string; readonly code: string; /** Where the code is compared; without it only the code is written. */ readonly verifyAt?: string }

/** The mail that notifies an act: what it is, what is attached, how to compare it and how to answer. Pure. */
export const mailText = ({ addressee, title, actOn, subject, municipality, code, verifyAt }: MailFacts): { readonly subject: string; readonly body: string } => ({
  subject: `${municipality} notifica: ${title}`,
  body: [
    `${addressee}:`, '',
    `Notifico a usted el ${title}, de ${formatLongDay(actOn)}: «${subject}».`, '',
    'Va adjunto el ejemplar firmado.', verifyAt ? `Puede comprobarlo en ${verifyAt}` : `Código de verificación: ${code}.`, '',
    'Ruego acusar recibo respondiendo este correo, con el número de ingreso si lo tiene.', '',
    municipality,
  ].join('\n'),
})

import { emlOf, isMailAddress, type Letter } from './letter.ts'
import { openLine, type SmtpLine, type SmtpReply } from './smtp-line.ts'

/** Anything that takes a message to its addressee. `send` throws an Error whose text may be shown: it never holds a password nor the body. */
export type MailTransport = { readonly from: string; readonly send: (letter: Letter) => Promise<void> }
export type SmtpOptions = {
  readonly host: string; readonly port: number; /** Encrypted from the first byte (465); otherwise STARTTLS is asked. */ readonly tls: boolean
  readonly user?: string; readonly password?: string; readonly from: string
  /** Only for a server on this very machine: everything else must encrypt. */
  readonly allowPlain?: boolean; readonly seconds?: number
}
const OK = 2
const MORE = 3
const demand = (reply: SmtpReply, kind: number, what: string): SmtpReply => {
  if (Math.floor(reply.code / 100) !== kind) throw new Error(`el servidor de correo rechazó ${what} (${reply.code})`)
  return reply
}
const signIn = async (line: SmtpLine, { user, password }: SmtpOptions): Promise<void> => {
  if (!user) return
  demand(await line.say(`AUTH PLAIN ${Buffer.from(`\0${user}\0${password ?? ''}`).toString('base64')}`), OK, 'la cuenta o su clave')
}
const deliver = async (line: SmtpLine, letter: Letter, options: SmtpOptions): Promise<void> => {
  demand(await line.greeting(), OK, 'la conexión')
  let hello = demand(await line.say('EHLO secplan'), OK, 'el saludo')
  if (!options.tls && /STARTTLS/i.test(hello.text)) {
    demand(await line.say('STARTTLS'), OK, 'el cifrado')
    await line.secure(options.host)
    hello = demand(await line.say('EHLO secplan'), OK, 'el saludo')
  } else if (!options.tls && !options.allowPlain) throw new Error('el servidor de correo no ofrece cifrado')
  await signIn(line, options)
  demand(await line.say(`MAIL FROM:<${options.from}>`), OK, 'al remitente')
  demand(await line.say(`RCPT TO:<${letter.to}>`), OK, 'al destinatario')
  demand(await line.say('DATA'), MORE, 'el mensaje')
  // A line that is only a dot would end the message: it is doubled.
  demand(await line.say(`${emlOf({ ...letter, from: options.from }).replace(/^\./gm, '..')}\r\n.`), OK, 'el contenido')
  await line.say('QUIT').catch(() => undefined)
}

/** Sends by SMTP (RFC 5321) with STARTTLS or TLS and AUTH PLAIN, one message by connection. */
export const smtpTransport = (options: SmtpOptions): MailTransport => ({
  from: options.from,
  send: async (letter) => {
    if (!isMailAddress(letter.to)) throw new Error('la dirección del destinatario no tiene la forma debida')
    const line = await openLine(options.host, options.port, options.tls, options.seconds ?? 20)
    try {
      await deliver(line, letter, options)
    } finally {
      line.end()
    }
  },
})

const LOCAL = new Set(['localhost', '127.0.0.1', '::1'])
const SMTPS_PORT = 465
const SUBMISSION_PORT = 587

/**
 * The transport written in the environment: `SECPLAN_SMTP=smtps://usuario:clave@correo.municipio.cl` (or `smtp://…:587`, with STARTTLS) and
 * `SECPLAN_MAIL_FROM`. Undefined when there is none. Throws RangeError when it is written wrong, without repeating the password.
 */
export const transportFrom = (environment: Readonly<Record<string, string | undefined>>): MailTransport | undefined => {
  const address = environment['SECPLAN_SMTP']
  if (!address) return undefined
  const from = environment['SECPLAN_MAIL_FROM'] ?? ''
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || !url.hostname) throw new RangeError('SECPLAN_SMTP debe ser smtps://usuario:clave@servidor:puerto')
  if (!isMailAddress(from)) throw new RangeError('SECPLAN_MAIL_FROM debe ser la dirección desde la que se envía')
  const tls = url.protocol === 'smtps:'
  return smtpTransport({
    host: url.hostname, port: url.port ? Number(url.port) : tls ? SMTPS_PORT : SUBMISSION_PORT, tls, from, allowPlain: LOCAL.has(url.hostname),
    ...(url.username ? { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) } : {}),
  })
}

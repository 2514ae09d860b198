import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'

export type SmtpReply = { readonly code: number; readonly text: string }
/** A conversation with a mail server: one line out, one reply (of one or several lines) in. */
export type SmtpLine = { readonly say: (line: string) => Promise<SmtpReply>; readonly greeting: () => Promise<SmtpReply>; readonly secure: (host: string) => Promise<void>; readonly end: () => void }

const LONGEST = 65_536

/** Opens the conversation. `seconds` bounds the wait for each reply. */
export const openLine = async (host: string, port: number, tls: boolean, seconds: number): Promise<SmtpLine> => {
  let socket: Socket
  let held = ''
  let waiting: { done: (reply: SmtpReply) => void; failed: (error: Error) => void } | undefined
  let failure: Error | undefined
  const fail = (error: Error) => { failure = error; waiting?.failed(error); waiting = undefined; socket.destroy() }
  const look = () => {
    const match = /^(?:\d{3}-[^\n]*\n)*(\d{3})(?: [^\n]*)?\r?\n/.exec(held)
    if (!match || !waiting) return
    const text = match[0]
    held = held.slice(text.length)
    const { done } = waiting
    waiting = undefined
    done({ code: Number(match[1]), text: text.trim() })
  }
  const listen = (given: Socket) => {
    socket = given
    socket.setEncoding('utf8')
    socket.setTimeout(seconds * 1000, () => fail(new Error('el servidor de correo no responde')))
    socket.on('data', (chunk: string) => {
      held += chunk
      if (held.length > LONGEST) return fail(new Error('el servidor de correo respondió algo que no se entiende'))
      look()
    })
    socket.on('error', fail)
    socket.on('close', () => { if (waiting) fail(new Error('el servidor de correo cortó la conversación')) })
  }
  const reply = (): Promise<SmtpReply> => new Promise((done, failed) => {
    if (failure) return failed(failure)
    waiting = { done, failed }
    look()
  })
  listen(await new Promise<Socket>((resolve, reject) => {
    const made: Socket = tls ? connectTls({ host, port, servername: host }, () => resolve(made)) : connectPlain({ host, port }, () => resolve(made))
    made.setTimeout(seconds * 1000, () => made.destroy(new Error('el servidor de correo no responde')))
    made.once('error', reject)
  }))
  return {
    greeting: reply,
    say: (line) => { socket.write(`${line}\r\n`); return reply() },
    secure: (name) => new Promise((resolve, reject) => {
      socket.removeAllListeners()
      // Whatever came before the encryption is forgotten: nobody may have put a reply in between.
      held = ''
      const made = connectTls({ socket, servername: name }, () => resolve())
      made.once('error', reject)
      listen(made)
    }),
    end: () => { socket.end(); socket.destroy() },
  }
}

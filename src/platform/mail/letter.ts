import { createHash } from 'node:crypto'

/** A file that travels with a message. */
export type Attachment = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }
/** A message of plain text to one person, with its files. Addresses are bare: `nombre@municipio.cl`. */
export type Letter = { readonly id: string; readonly from: string; readonly to: string; readonly subject: string; readonly text: string; readonly at: Date; readonly attachments?: readonly Attachment[] }

const LINE = '\r\n'
const ADDRESS = /^[^\s<>",;:@\\]{1,64}@[A-Za-z0-9.-]{1,190}$/

/** One bare address, with nothing that could open another header. */
export const isMailAddress = (text: string): boolean => ADDRESS.test(text)

/** A header with any character, in words of RFC 2047 short enough for a line. Line breaks become spaces: nobody opens a header from a subject. */
export const encodedHeader = (text: string): string => {
  const plain = text.replace(/[\r\n\t]+/g, ' ').trim()
  if (/^[\x20-\x7e]*$/.test(plain)) return plain
  const words: string[] = []
  let part = ''
  for (const letter of plain) {
    if (Buffer.byteLength(part + letter) > 42) { words.push(part); part = '' }
    part += letter
  }
  return [...words, part].map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(`${LINE} `)
}
/** RFC 5322 date in UTC. */
const dateText = (at: Date): string => {
  const [weekday, day, month, year, time] = at.toUTCString().replace(',', '').split(' ')
  return `${weekday}, ${day} ${month} ${year} ${time} +0000`
}
const base64Lines = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/(.{76})/g, `$1${LINE}`)
const textLines = (text: string): string => base64Lines(Buffer.from(text.replace(/\r?\n/g, LINE)))
const TEXT_HEADERS = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64']
const MEDIA_TYPE = /^[a-z]+\/[\w.+-]+$/

/** The name of a file by RFC 2231, with a plain one for old programs; nothing in it opens another header. */
const fileNameOf = (name: string): string => {
  const clean = name.replace(/[\s"\\/]+/g, ' ').trim() || 'archivo'
  return `filename="${clean.normalize('NFD').replace(/[^\x20-\x7e]/g, '')}"; filename*=UTF-8''${encodeURIComponent(clean).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)}`
}
const partOf = ({ name, type, bytes }: Attachment): string[] => {
  if (!MEDIA_TYPE.test(type)) throw new RangeError('El tipo del archivo adjunto no tiene la forma debida')
  return [`Content-Type: ${type}`, 'Content-Transfer-Encoding: base64', `Content-Disposition: attachment;${LINE} ${fileNameOf(name).replace('; ', `;${LINE} `)}`, '', base64Lines(bytes)]
}
/** The text alone, or the text and its files in parts (RFC 2046). The mark between parts is made of the message, so that the same message is the same file. */
const bodyOf = ({ id, text, attachments = [] }: Letter): string[] => {
  if (attachments.length === 0) return [...TEXT_HEADERS, '', textLines(text), '']
  const mark = `secplan-${createHash('sha256').update(`parts ${id}`).digest('hex').slice(0, 32)}`
  return [`Content-Type: multipart/mixed;${LINE} boundary="${mark}"`, '', `--${mark}`, ...TEXT_HEADERS, '', textLines(text), ...attachments.flatMap((one) => [`--${mark}`, ...partOf(one)]), `--${mark}--`, '']
}

/**
 * The message as a .eml file that any mail program opens (RFC 5322, UTF-8). `draft` marks it unsent, so that it opens ready to be sent.
 * Throws RangeError for an address that is not one.
 */
export const emlOf = (letter: Letter, options: { readonly draft?: boolean } = {}): string => {
  for (const address of [letter.from, letter.to]) if (address && !isMailAddress(address)) throw new RangeError('La dirección de correo no tiene la forma debida')
  const domain = letter.from.split('@')[1] ?? 'localhost'
  return [
    ...(letter.from ? [`From: ${letter.from}`] : []), ...(letter.to ? [`To: ${letter.to}`] : []),
    `Subject: ${encodedHeader(letter.subject)}`, `Date: ${dateText(letter.at)}`,
    `Message-ID: <${createHash('sha256').update(letter.id).digest('hex').slice(0, 32)}@${domain}>`,
    ...(options.draft ? ['X-Unsent: 1'] : []),
    'MIME-Version: 1.0', ...bodyOf(letter),
  ].join(LINE)
}

import { createHash } from 'node:crypto'

/** A message of plain text to one person. Addresses are bare: `nombre@municipio.cl`. */
export type Letter = { readonly id: string; readonly from: string; readonly to: string; readonly subject: string; readonly text: string; readonly at: Date }

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
const base64Lines = (text: string): string => Buffer.from(text.replace(/\r?\n/g, LINE)).toString('base64').replace(/(.{76})/g, `$1${LINE}`)

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
    'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64', '', base64Lines(letter.text), '',
  ].join(LINE)
}

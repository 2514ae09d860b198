import { addDays, type Day } from '#kernel'

/** One event of an agenda: a whole day, with warnings some days before. */
export type AgendaEvent = { readonly uid: string; readonly on: Day; readonly title: string; readonly description: string; readonly url?: string; readonly category?: string; readonly done: boolean; /** It is no longer owed: the program that reads the agenda takes it away. */ readonly cancelled?: boolean; readonly warnDaysBefore: readonly number[]; /** Grows when the event changes: the entries known. */ readonly sequence: number }

const LINE = 75
/** Octets of UTF-8: RFC 5545 folds by octets, and never inside a letter. */
const octets = (letter: string): number => { const code = letter.codePointAt(0) ?? 0; return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4 }
/** A content line folded at 75 octets, continuation lines with a leading space. */
export const fold = (line: string): string => {
  let [out, room] = ['', LINE]
  for (const letter of line) {
    const size = octets(letter)
    if (size > room) { out += '\r\n '; room = LINE - 1 }
    out += letter
    room -= size
  }
  return out
}
const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replace(/\r?\n/g, '\\n')
const compact = (on: Day): string => on.replaceAll('-', '')
const stamp = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '')

const alarm = (days: number, title: string): string[] => ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, `TRIGGER;RELATED=START:${days === 0 ? 'PT9H' : days === 1 ? '-PT15H' : `-P${days - 1}DT15H`}`, 'END:VALARM']

/**
 * An agenda by RFC 5545: CRLF, folded lines, stable UID, DTSTAMP, whole days and a warning at nine in the morning some days before.
 * What is fulfilled stays, marked, without warnings; what is no longer owed goes as cancelled, so that it disappears where it had been copied.
 */
export const agendaText = (name: string, events: readonly AgendaEvent[], at: Date): string => [
  'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Secplan//Calendario legal//ES', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${escaped(name)}`, 'X-WR-TIMEZONE:America/Santiago', 'REFRESH-INTERVAL;VALUE=DURATION:PT6H', 'X-PUBLISHED-TTL:PT6H',
  ...events.flatMap((event) => [
    'BEGIN:VEVENT', `UID:${event.uid}`, `DTSTAMP:${stamp(at)}`, `SEQUENCE:${event.sequence}`, `DTSTART;VALUE=DATE:${compact(event.on)}`, `DTEND;VALUE=DATE:${compact(addDays(event.on, 1))}`,
    `SUMMARY:${escaped(event.done && !event.cancelled ? `✓ ${event.title}` : event.title)}`, `DESCRIPTION:${escaped(event.description)}`, ...(event.url ? [`URL:${event.url}`] : []), ...(event.category ? [`CATEGORIES:${escaped(event.category)}`] : []),
    event.cancelled ? 'STATUS:CANCELLED' : 'STATUS:CONFIRMED', 'TRANSP:TRANSPARENT', ...(event.done || event.cancelled ? [] : event.warnDaysBefore.flatMap((days) => alarm(days, event.title))), 'END:VEVENT',
  ]),
  'END:VCALENDAR',
].map((line) => `${fold(line)}\r\n`).join('')

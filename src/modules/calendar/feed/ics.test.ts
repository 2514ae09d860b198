import { day } from '#kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agendaText, fold } from './ics.ts'

const event = { uid: 'eval-01.2026-1@09109.secplan', on: day('2026-07-31'), title: 'Informe semestral; evaluación, SECPLA', description: 'Vence el 31-07-2026.\nResponde: SECPLA', done: false, warnDaysBefore: [7, 1], sequence: 2 }
const text = agendaText('Calendario', [event, { ...event, uid: 'x@09109.secplan', done: true }], new Date('2026-07-22T13:40:00Z'))
const unfolded = text.replaceAll('\r\n ', '')

test('an agenda by RFC 5545: CRLF, required properties, escaped text, whole day, warnings at nine', () => {
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const lines = unfolded.split('\r\n')
  for (const line of ['BEGIN:VCALENDAR', 'VERSION:2.0', 'UID:eval-01.2026-1@09109.secplan', 'DTSTAMP:20260722T134000Z', 'SEQUENCE:2', 'DTSTART;VALUE=DATE:20260731', 'DTEND;VALUE=DATE:20260801', 'SUMMARY:Informe semestral\\; evaluación\\, SECPLA', 'DESCRIPTION:Vence el 31-07-2026.\\nResponde: SECPLA']) expect(lines).toContain(line)
  // Seven days before at nine: six days and fifteen hours before midnight of the day. One day before: fifteen hours.
  expect(lines.filter((line) => line.startsWith('TRIGGER'))).toEqual(['TRIGGER;RELATED=START:-P6DT15H', 'TRIGGER;RELATED=START:-PT15H'])
  const count = (line: string) => lines.filter((one) => one === line).length
  for (const part of ['VEVENT', 'VALARM', 'VCALENDAR']) expect(count(`BEGIN:${part}`)).toBe(count(`END:${part}`))
  expect([count('BEGIN:VEVENT'), count('BEGIN:VALARM')]).toEqual([2, 2])
})
test('what is no longer owed goes out as cancelled, with its same UID, a greater sequence and no warnings', () => {
  const lines = agendaText('Calendario', [{ ...event, cancelled: true, done: true, sequence: 3 }], new Date('2026-07-22T13:40:00Z')).replaceAll('\r\n ', '').split('\r\n')
  for (const line of ['UID:eval-01.2026-1@09109.secplan', 'STATUS:CANCELLED', 'SEQUENCE:3']) expect(lines).toContain(line)
  expect(lines.some((line) => line.includes('VALARM') || line.startsWith('SUMMARY:✓'))).toBe(false)
})
test('every line is a property of RFC 5545 with its value, and commas, semicolons and bars are escaped once', () => {
  const hard = agendaText('Agenda; de, la \\ oficina', [{ ...event, title: 'a,b;c\\d', description: 'uno\r\ndos' }], new Date('2026-07-22T13:40:00Z')).replaceAll('\r\n ', '')
  for (const line of hard.trimEnd().split('\r\n')) expect(line).toMatch(/^[A-Z][A-Z-]*(;[A-Z-]+=[^:;]+)*:.*$/)
  expect(hard).toContain('SUMMARY:a\\,b\\;c\\\\d\r\n')
  expect(hard).toContain('DESCRIPTION:uno\\ndos\r\n')
  expect(hard).toContain('X-WR-CALNAME:Agenda\\; de\\, la \\\\ oficina')
})
test('a folded line never passes 75 octets, and unfolding gives it back', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }).filter((line) => !/[\r\n]/.test(line)), (line) => {
    const folded = fold(line)
    return folded.split('\r\n').every((one) => Buffer.byteLength(one) <= 75) && folded.replaceAll('\r\n ', '') === line
  }), { numRuns: 300, seed: 5 })
})

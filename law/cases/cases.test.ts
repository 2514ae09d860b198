import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { holidaysOf } from '#calendar'
import { type LawRow, addDays, day, dayFrom, inForce, weekday } from '#kernel'
import { loadLaw } from '#platform/law'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const example = z.strictObject({
  parameter: z.string(), on: z.string(),
  row: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  field: z.string().optional(), value: z.unknown().optional(), absent: z.literal(true).optional(),
}).refine((one) => (one.value === undefined) === (one.absent === true), 'an example states a value or that it is absent')
const year = z.strictObject({ year: z.number(), days: z.array(z.string()).min(8) })
const caseFile = z.strictObject({
  title: z.string(),
  examples: z.array(example).default([]),
  holidayExamples: z.array(z.strictObject({ day: z.string(), holiday: z.boolean() })).default([]),
  years: z.array(year).default([]),
  weekdayHolidays: z.array(year).default([]),
})

const here = import.meta.dirname
const law = loadLaw()
const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml')).sort()
  .map((path) => ({ path, content: caseFile.parse(parse(readFileSync(join(here, path), 'utf8'))) }))

const isRow = (value: unknown): value is LawRow => typeof value === 'object' && value !== null && !Array.isArray(value)
const lookUp = ({ parameter, on, row, field }: z.infer<typeof example>): unknown => {
  const whole = law.find(parameter, day(on))?.value
  const part = row && Array.isArray(whole) ? whole.find((one: unknown) => isRow(one) && Object.entries(row).every(([key, wanted]) => one[key] === wanted)) : whole
  return field === undefined ? part : isRow(part) ? part[field] : undefined
}

describe.each(files)('$path', ({ content }) => {
  test.each(content.examples.map((one) => ({ ...one, name: `${one.parameter} al ${one.on}` })))('$name', ({ name: _name, ...one }) => {
    expect(law.parameters().some(({ id }) => id === one.parameter)).toBe(true)
    expect(lookUp(one)).toEqual(one.absent ? undefined : one.value)
  })
  test.each(content.holidayExamples)('$day holiday: $holiday', (one) => {
    expect(holidaysOf(Number(one.day.slice(0, 4)), law).some((holiday) => holiday.day === one.day)).toBe(one.holiday)
  })
  test.each(content.years)('every holiday of $year', ({ year: which, days }) => {
    expect([...new Set(holidaysOf(which, law).map((holiday) => holiday.day))]).toEqual(days)
  })
  test.each(content.weekdayHolidays)('weekday holidays of $year', ({ year: which, days }) => {
    const found = holidaysOf(which, law).map((holiday) => holiday.day).filter((on) => weekday(on) !== 0 && weekday(on) !== 6)
    expect([...new Set(found)]).toEqual(days)
  })
})

test('every change of a value has an example on its first day and one on the eve', () => {
  const dates = new Set(files.flatMap(({ content }) => content.examples.map(({ parameter, on }) => `${parameter} ${on}`)))
  const missing = law.parameters().flatMap(({ id, values }) => values.slice(1).flatMap(({ from }) => [from, addDays(from, -1)].map((on) => `${id} ${on}`))).filter((key) => !dates.has(key))
  expect(missing).toEqual([])
})

test('every parameter is cited, and its value in force today can be found by its id', () => {
  const asked = dayFrom(2026, 12, 1)
  for (const parameter of law.parameters()) {
    const value = inForce(parameter, asked)
    expect(value?.norm, parameter.id).toBeTruthy()
    expect(law.find(parameter.id, asked)).toBe(value)
  }
})

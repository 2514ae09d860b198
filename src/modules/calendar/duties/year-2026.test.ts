import { addDays, day, type Day, type LawParameter, lawBook } from '#kernel'
import { loadLaw } from '#platform/law'
import { describe, expect, test } from 'vitest'
import { businessCalendar } from '../terms/business-calendar.ts'
import { explainCount } from './count-due.ts'
import { dutiesOfLaw } from './duties-of-year.ts'
import { type DutyInstance, instancesOfYear, movedText } from './duty-instances.ts'
import { standingOn } from './duty-state.ts'
import { usually } from '#registry'
import { calendarHabits } from '../practices.ts'

const LONCOCHE = '09109'
const law = loadLaw()
const calendar = businessCalendar(law, LONCOCHE)
const usual = usually(calendarHabits)
const year = instancesOfYear(dutiesOfLaw(law, LONCOCHE), 2026, calendar)

/*
 * The calendar of Loncoche for 2026, made by hand. Weekdays that do not count in 2026: Thu 1-1, Fri 3-4, Fri 1-5, Thu 21-5, Mon 29-6, Thu 16-7,
 * Fri 18-9, Mon 12-10, Tue 8-12, Fri 25-12 (the other holidays fall on Saturdays or Sundays).
 *
 * Business days after the end of each month, the first counted being the next day (8 to SICOGEN, 10 transparency, 15 accounts rendered):
 *   December: Fri 2-1 is the first (1 is a holiday); 5-9 make six, 12 and 13 eight; 15 ten; 22 fifteen.
 *   January and February end on a Saturday: 2-6 five, 9-11 eight, 13 ten, 20 fifteen, in both months.
 *   March: 1 and 2 April two (3 is Good Friday), 6-10 seven, 13 eight, 15 ten, 22 fifteen.
 *   April: 1 May is a holiday; 4-8 five, 11-13 eight, 15 ten, 18-20 thirteen, 21 is a holiday, 22 fourteen, 25 fifteen.
 *   May: 1-5 June five, 8-10 eight, 12 ten, 19 fifteen.
 *   June: 1-3 July three, 6-10 eight, 14 ten, 15 eleven, 16 is a holiday, 17 twelve, 22 fifteen.
 *   July: 3-7 August five, 12 eight, 14 ten, 21 fifteen.
 *   August: 1-4 September four, 7-10 eight, 14 ten, 17 thirteen, 18 is a holiday, 22 fifteen.
 *   September: 1 and 2 October two, 5-9 seven, 12 is a holiday, 13 eight, 15 ten, 22 fifteen.
 *   October: 2-6 November five, 11 eight, 13 ten, 20 fifteen.
 *   November: 1-4 December four, 7 five, 8 is a holiday, 9-11 eight, 15 ten, 22 fifteen.
 */
const AFTER_MONTH: readonly (readonly [string, string, string, string])[] = [
  ['2025-12', '01-13', '01-15', '01-22'], ['2026-01', '02-11', '02-13', '02-20'], ['2026-02', '03-11', '03-13', '03-20'], ['2026-03', '04-13', '04-15', '04-22'],
  ['2026-04', '05-13', '05-15', '05-25'], ['2026-05', '06-10', '06-12', '06-19'], ['2026-06', '07-10', '07-14', '07-22'], ['2026-07', '08-12', '08-14', '08-21'],
  ['2026-08', '09-10', '09-14', '09-22'], ['2026-09', '10-13', '10-15', '10-22'], ['2026-10', '11-11', '11-13', '11-20'], ['2026-11', '12-11', '12-15', '12-22'],
]
/* Thirty calendar days after each month. 30-5 is a Saturday and 30-8 a Sunday: the date stays, but offices receive until Friday 29-5 and Friday 28-8. */
const THIRTY_DAYS: readonly (readonly [string, string, string?])[] = [
  ['2025-12', '01-30'], ['2026-01', '03-02'], ['2026-02', '03-30'], ['2026-03', '04-30'], ['2026-04', '05-30', '05-29'], ['2026-05', '06-30'],
  ['2026-06', '07-30'], ['2026-07', '08-30', '08-28'], ['2026-08', '09-30'], ['2026-09', '10-30'], ['2026-10', '11-30'], ['2026-11', '12-30'],
]
/* Ends of month: 31-1 Saturday, 28-2 Saturday, 31-5 Sunday, 31-10 Saturday and holiday. */
const MONTH_ENDS: readonly (readonly [string, string, string?])[] = [
  ['2026-01', '01-31', '01-30'], ['2026-02', '02-28', '02-27'], ['2026-03', '03-31'], ['2026-04', '04-30'], ['2026-05', '05-31', '05-29'], ['2026-06', '06-30'],
  ['2026-07', '07-31'], ['2026-08', '08-31'], ['2026-09', '09-30'], ['2026-10', '10-31', '10-30'], ['2026-11', '11-30'], ['2026-12', '12-31'],
]
/* Thirty days after each quarter: 31-12 → 30-1, 31-3 → 30-4, 30-6 → 30-7, 30-9 → 30-10; all of them business days. */
const QUARTERS = [['2025-T4', '01-30'], ['2026-T1', '04-30'], ['2026-T2', '07-30'], ['2026-T3', '10-30']] as const
const ONCE: readonly (readonly [string, string, string?])[] = [
  ['pac-01.2026', '01-31', '01-30'], ['eval-01.2025-2', '01-31', '01-30'], ['tax-03.2026-01-31', '01-31', '01-30'], ['tax-03.2026-07-31', '07-31'], ['bud-08.2026', '03-31'], ['dip-01.2026', '03-31'], ['sin-01.2026', '03-31'], ['tax-02.2026', '03-31'],
  ['cp-01.2026', '04-30'], ['tax-01.2026-04-30', '04-30'], ['tax-01.2026-06-30', '06-30'], ['tax-01.2026-09-30', '09-30'], ['tax-01.2026-11-30', '11-30'],
  // Sunday 31 May.
  ['cp-02.2026', '05-31', '05-29'], ['eval-01.2026-1', '07-31'], ['padem-01.2026', '09-15'], ['bud-01.2026', '10-07'], ['bud-02.2026', '10-07'],
  // Saturday 31 October.
  ['c33-01.2026', '10-31', '10-30'], ['ord-01.2026', '10-31', '10-30'], ['sal-01.2026', '11-30'], ['bud-04.2026', '12-14'], ['bud-07.2026', '12-31'], ['pmg-01.2026', '12-31'], ['fcm-01.2026', '12-31'],
]
const BY_HAND = new Map<string, readonly [string, string]>([
  ...AFTER_MONTH.flatMap(([period, eight, ten, fifteen]) => [[`cgr-01.${period}`, [eight, eight]], [`tra-01.${period}`, [ten, ten]], [`ren-01.${period}`, [fifteen, fifteen]]] as const),
  ...THIRTY_DAYS.map(([period, due, deliver = due]) => [`daf-02.${period}`, [due, deliver]] as const),
  ...['con-s', 'ccsp-01'].flatMap((code) => MONTH_ENDS.map(([period, due, deliver = due]) => [`${code}.${period}`, [due, deliver]] as const)),
  ...['ctrl-01', 'ctrl-02', 'daf-01', 'bud-06'].flatMap((code) => QUARTERS.map(([period, due]) => [`${code}.${period}`, [due, due]] as const)),
  ...(['2026-T1', '2026-T2', '2026-T3', '2026-T4'] as const).map((period, index) => { const due = ['03-31', '06-30', '09-30', '12-31'][index] ?? ''; return [`cos-01.${period}`, [due, due]] as const }),
  ...ONCE.map(([key, due, deliver = due]) => [key, [due, deliver]] as const),
])

test('the calendar of 2026 is the one made by hand, and holds nothing else', () => {
  expect(Object.fromEntries(year.map(({ key, due, deliverBy }) => [key, [due.slice(5), deliverBy.slice(5)]]))).toEqual(Object.fromEntries(BY_HAND))
  expect(year).toHaveLength(117)
})

describe('the year lived day by day with the clock stopped each morning', () => {
  const facts = (instance: DutyInstance, acts: readonly Day[]) => ({ due: instance.due, deliverBy: instance.deliverBy, ...(instance.opens ? { opens: instance.opens } : {}), ...(instance.steps[0] ? { firstStep: instance.steps[0].on } : {}), acts, times: instance.rule.times, excused: false })
  test('nothing is late on its day and everything is late the next one; done on its day, nothing ever is', () => {
    const wrong: string[] = []
    for (let on = day('2026-01-01'); on <= '2026-12-31'; on = addDays(on, 1)) {
      for (const instance of year) {
        const [due = '', deliver = ''] = BY_HAND.get(instance.key) ?? []
        const [idle, done] = [standingOn(facts(instance, []), on, calendar, usual), standingOn(facts(instance, on.slice(5) >= deliver ? Array.from({ length: instance.rule.times }, () => day(`2026-${deliver}`)) : []), on, calendar, usual)]
        if ((idle === 'late') !== (on.slice(5) > due)) wrong.push(`${instance.key} sin acto el ${on}: ${idle}`)
        if ((done === 'fulfilled') !== (on.slice(5) >= deliver) || done === 'late') wrong.push(`${instance.key} con acto el ${on}: ${done}`)
      }
    }
    expect(wrong).toEqual([])
  })
  const of = (key: string): DutyInstance => { const found = year.find((one) => one.key === key); if (!found) throw new Error(key); return found }
  const on = (key: string, text: string, acts: readonly string[] = []) => standingOn(facts(of(key), acts.map((one) => day(one))), day(text), calendar, usual)
  test('a duty is near with ten business days left', () => {
    // Back from Wednesday 7 October: 6, 5, 2, 1, 30-9, 29, 28, 25, 24 and Wednesday 23 September.
    expect([on('bud-01.2026', '2026-05-31'), on('bud-01.2026', '2026-06-01'), on('bud-01.2026', '2026-09-22'), on('bud-01.2026', '2026-09-23')]).toEqual(['not-yet', 'in-course', 'in-course', 'due-soon'])
    // Back from Thursday 30 April: 29, 28, 27, 24, 23, 22, 21, 20, 17 and Thursday 16.
    expect([on('cp-01.2026', '2026-04-15'), on('cp-01.2026', '2026-04-16')]).toEqual(['in-course', 'due-soon'])
  })
  test('three sessions of the council are three acts; the last one decides', () => {
    expect(on('con-s.2026-05', '2026-06-02', ['2026-05-07', '2026-05-14'])).toBe('late')
    expect(on('con-s.2026-05', '2026-06-02', ['2026-05-07', '2026-05-14', '2026-05-28'])).toBe('fulfilled')
    expect(on('con-s.2026-05', '2026-06-02', ['2026-05-07', '2026-05-14', '2026-06-01'])).toBe('fulfilled-late')
  })
  test('steps of the half-year report are counted back in business days from Friday 31 July', () => {
    // 3: 30, 29, 28. 7: 27, 24, 23, 22. 15: 21, 20, 17 (16 is a holiday), 15, 14, 13, 10 and 9.
    expect(of('eval-01.2026-1').steps.map(({ key, on: at }) => [key, at])).toEqual([['sections', '2026-07-09'], ['review', '2026-07-22'], ['approve', '2026-07-28']])
  })
})

test('the count of June is told day by day, the holiday named', () => {
  const june = year.find(({ key }) => key === 'ren-01.2026-06')
  const lines = june ? explainCount(june.rule, june.period, calendar) : []
  expect(lines[0]?.text).toBe('Termina junio de 2026: martes 30-06-2026. Ese día no se cuenta')
  expect(lines.filter(({ counts }) => counts === false).map(({ on: at }) => at)).toEqual(['2026-07-04', '2026-07-05', '2026-07-11', '2026-07-12', '2026-07-16', '2026-07-18', '2026-07-19'])
  expect(lines.find(({ on: at }) => at === '2026-07-16')?.text).toContain('no se cuenta (Día de la Virgen del Carmen)')
  expect(lines.at(-1)?.text).toBe('miércoles 22-07-2026: 15')
})

describe('a law in mid-year', () => {
  const original = law.parameters().find(({ id }) => id === 'calendar/duties/sal-01')
  const first = original?.values[0]
  if (!original || !first) throw new Error('sal-01')
  const moved: LawParameter = { ...original, values: [first, { ...first, from: day('2026-08-12'), value: { ...(first.value as object), day: '12-20' }, norm: 'Ley de prueba', article: '3' }] }
  const changed = lawBook([...law.parameters().filter(({ id }) => id !== original.id), moved])
  const find = (book: typeof law, key: string, at: number, done = new Map<string, Day>()) => instancesOfYear(dutiesOfLaw(book, LONCOCHE), at, businessCalendar(book, LONCOCHE), done).find((one) => one.key === key)
  test('moves what is open and says so; Sunday 20 December is handed in by Friday 18', () => {
    const instance = find(changed, 'sal-01.2026', 2026)
    expect(instance).toMatchObject({ due: '2026-12-20', deliverBy: '2026-12-18' })
    expect(instance?.moved.map(movedText)).toEqual(['El plazo pasó del 30-11-2026 al 20-12-2026 por Ley de prueba, artículo 3, que rige desde el 12-08-2026'])
  })
  test('leaves what was fulfilled before it and what was already past', () => {
    expect(find(changed, 'sal-01.2026', 2026, new Map([['sal-01.2026', day('2026-08-11')]]))).toMatchObject({ due: '2026-11-30', moved: [] })
    expect(find(changed, 'sal-01.2025', 2025)).toMatchObject({ due: '2025-11-30', moved: [] })
    expect(find(changed, 'sal-01.2027', 2027)).toMatchObject({ due: '2027-12-20', moved: [] })
  })
  test('reopens what was overdue only when it says so', () => {
    const climate = law.parameters().find(({ id }) => id === 'calendar/duties/cc-01')
    const value = climate?.values[0]
    if (!climate || !value) throw new Error('cc-01')
    const book = (reopens: boolean) => lawBook([...law.parameters().filter(({ id }) => id !== climate.id), { ...climate, values: [value, { ...value, from: day('2025-09-01'), value: { ...(value.value as object), day: undefined, date: '2025-12-12', reopens }, norm: 'Prórroga de prueba' }] }])
    expect(find(book(true), 'cc-01.2025', 2025)).toMatchObject({ due: '2025-12-12', moved: [{ before: '2025-06-13' }] })
    expect(find(book(false), 'cc-01.2025', 2025)).toMatchObject({ due: '2025-06-13', moved: [] })
  })
})

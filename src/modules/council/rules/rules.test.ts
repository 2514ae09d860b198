import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '#kernel'
import { businessCalendar, latestSessionNotice } from '#calendar'
import { loadLaw } from '#platform/law'
import { majorityTitle, voteKinds } from '../contract/agenda.ts'
import { standingOfCommitment } from './commitment-state.ts'
import { firstPossibleDay, folderTerm, nextPossible, standingOf } from './folder-term.ts'
import { basesOn, matterOn, mattersOn } from './matters.ts'
import { dueOfRequest, standingOfRequest } from './request-state.ts'
import { decide, sessionQuorum, votesNeeded } from './vote.ts'

const law = loadLaw()
const calendar = businessCalendar(law, '09109')
const amendment = matterOn(law, 'budget-amendment', day('2026-07-22'))
const term = (session: string, today = '2026-07-01') => folderTerm(day(session), amendment, day(today), law, calendar)

describe('los cinco días hábiles de la carpeta, contados a mano', () => {
  // El día de la recepción no se cuenta y el de la sesión sí (LOCM 81).
  test.each([
    ['jueves 30-07-2026', '2026-07-30', '2026-07-23', ['2026-07-24', '2026-07-27', '2026-07-28', '2026-07-29', '2026-07-30']],
    ['jueves 23-07-2026, con el feriado del jueves 16', '2026-07-23', '2026-07-15', ['2026-07-17', '2026-07-20', '2026-07-21', '2026-07-22', '2026-07-23']],
    ['jueves 24-09-2026, con el viernes 18 y el sábado 19 de Fiestas Patrias', '2026-09-24', '2026-09-16', ['2026-09-17', '2026-09-21', '2026-09-22', '2026-09-23', '2026-09-24']],
    ['martes 29-12-2026, con el viernes 25 de Navidad', '2026-12-29', '2026-12-21', ['2026-12-22', '2026-12-23', '2026-12-24', '2026-12-28', '2026-12-29']],
    ['un sábado cuenta desde el viernes', '2026-08-01', '2026-07-24', ['2026-07-27', '2026-07-28', '2026-07-29', '2026-07-30', '2026-07-31']],
  ])('%s', (_title, session, last, counted) => {
    expect(term(session)).toMatchObject({ days: 5, lastDay: last, counted, law: { article: '81', confidence: 'M' } })
    expect(latestSessionNotice(day(session), law, calendar)).toBe(last)
  })
  test('una materia sin plazo en la ley no lo inventa', () => {
    expect(folderTerm(day('2026-07-30'), matterOn(law, 'grants', day('2026-07-30')), day('2026-07-29'), law, calendar)).toBeUndefined()
  })
  test('la próxima sesión posible es la primera que aún alcanza, no la siguiente', () => {
    const sessions = [{ id: 'c', heldOn: day('2026-08-06') }, { id: 'a', heldOn: day('2026-07-28') }, { id: 'b', heldOn: day('2026-07-29') }]
    // Hoy, miércoles 22: para el 28 el último día fue el 21; para el 29 es hoy.
    expect(nextPossible(sessions, amendment, day('2026-07-22'), law, calendar)?.id).toBe('b')
    expect(nextPossible(sessions, amendment, day('2026-07-23'), law, calendar)?.id).toBe('c')
    expect(nextPossible(sessions, amendment, day('2026-08-03'), law, calendar)).toBeUndefined()
    // Desde el miércoles 22: 23, 24, 27, 28 y 29.
    expect(firstPossibleDay(amendment, day('2026-07-22'), law, calendar)).toBe('2026-07-29')
  })
  test('dónde está cada punto ante su plazo', () => {
    const last = { lastDay: day('2026-07-23') }
    const at = (sentOn: string | null, receivedOn: (string | null)[], today: string) => standingOf(last, [{ sentOn: sentOn === null ? null : day(sentOn), receivedOn: receivedOn.map((on) => (on === null ? null : day(on))) }], day(today))
    expect([standingOf(last, [], day('2026-07-23')), standingOf(last, [], day('2026-07-24')), standingOf(undefined, [], day('2026-07-24'))]).toEqual(['empty', 'missed', 'no-term'])
    expect([at(null, [], '2026-07-23'), at(null, [], '2026-07-24'), at('2026-07-23', [null, '2026-07-23'], '2026-07-24'), at('2026-07-23', ['2026-07-23'], '2026-07-24'), at('2026-07-23', ['2026-07-24'], '2026-07-24'), at('2026-07-24', [null], '2026-07-24')]).toEqual(['to-send', 'missed', 'waiting', 'in-time', 'late', 'late'])
  })
})
describe('votos y quórum', () => {
  const votes = (...list: ('for' | 'against' | 'abstain' | 'disqualified')[]) => list.map((vote) => ({ vote }))
  const six = { inOffice: 6, disqualifiedCount: false }
  test('sesionan cuatro de seis, cinco de ocho, seis de diez (LOCM 86)', () => { expect([6, 8, 10].map(sessionQuorum)).toEqual([4, 5, 6]) })
  test('con cinco presentes, tres aprueban; en ejercicio seis, cuatro; dos tercios, cuatro', () => {
    expect([votesNeeded('attendees', { inOffice: 6, attending: 5 }), votesNeeded('members', { inOffice: 6, attending: 5 }), votesNeeded('two-thirds', { inOffice: 6, attending: 5 }), votesNeeded('two-thirds', { inOffice: 10, attending: 10 })]).toEqual([3, 4, 4, 7])
    expect(decide(votes('for', 'for', 'for', 'against', 'abstain'), { majority: 'attendees', ...six })).toMatchObject({ outcome: 'approved', needed: 3 })
    expect(decide(votes('for', 'for', 'for', 'against', 'abstain'), { majority: 'members', ...six })).toMatchObject({ outcome: 'rejected', needed: 4 })
  })
  test('el inhabilitado no cuenta entre los asistentes, mientras la ley no diga otra cosa', () => {
    const list = votes('for', 'for', 'against', 'disqualified', 'disqualified', 'abstain')
    expect(decide(list, { majority: 'attendees', ...six }).needed).toBe(3)
    expect(decide(list, { majority: 'attendees', inOffice: 6, disqualifiedCount: true }).needed).toBe(4)
  })
  test('tres contra tres es empate: se rechaza hasta que dirime quien preside', () => {
    const list = votes('for', 'for', 'for', 'against', 'against', 'against')
    expect(decide(list, { majority: 'attendees', ...six })).toMatchObject({ outcome: 'rejected', tied: true, cast: false })
    expect(decide(list, { majority: 'attendees', ...six }, 'for')).toMatchObject({ outcome: 'approved', cast: true })
    expect(decide(list, { majority: 'members', ...six }, 'for')).toMatchObject({ outcome: 'rejected', tied: false })
  })
  const vote = fc.constantFrom(...voteKinds)
  test('todo voto se cuenta una vez; un voto más a favor nunca convierte un aprobado en rechazo', () => {
    fc.assert(fc.property(fc.array(vote, { minLength: 1, maxLength: 10 }), fc.constantFrom('attendees', 'members', 'two-thirds'), (list, majority) => {
      const rule = { majority, inOffice: 10, disqualifiedCount: false } as const
      const { tally, outcome } = decide(votes(...list), rule)
      expect(tally.for + tally.against + tally.abstain + tally.disqualified).toBe(list.length)
      const at = list.findIndex((one) => one === 'against' || one === 'abstain')
      if (outcome === 'approved' && at >= 0) expect(decide(votes(...list.map((one, index) => (index === at ? 'for' : one))), rule).outcome).toBe('approved')
    }))
  })
  test('los dos tercios nunca piden menos que la mayoría en ejercicio, ni ésta menos que la de asistentes', () => {
    fc.assert(fc.property(fc.integer({ min: 6, max: 10 }), fc.integer({ min: 1, max: 10 }), (inOffice, some) => {
      const attending = Math.min(some, inOffice)
      const [attendees, members, thirds] = (['attendees', 'members', 'two-thirds'] as const).map((majority) => votesNeeded(majority, { inOffice, attending }))
      expect(attendees).toBeLessThanOrEqual(members ?? 0)
      expect(members).toBeLessThanOrEqual(thirds ?? 0)
    }))
  })
  test('la tabla de materias dice lo mismo que los quórum de contratos y de acuerdos', () => {
    const on = day('2026-07-22')
    expect(law.text('council/contract-majority', on)).toBe('absolute-majority')
    expect(matterOn(law, 'contract', on).majority).toBe('members')
    expect(matterOn(law, 'contract-beyond-term', on).majority).toBe(law.text('council/contract-beyond-term-majority', on))
    expect(law.text('council/agreement-majority', on)).toBe(matterOn(law, 'other', on).majority)
    for (const { majority, notice } of mattersOn(law, on)) { expect(majorityTitle[majority]).toBeDefined(); if (notice) expect(law.find(notice, on)).toBeDefined() }
    for (const { term: id } of basesOn(law, on)) expect(law.find(id, on)?.value).toBe(15)
  })
})
describe('solicitudes y compromisos', () => {
  // 15 días corridos desde el día siguiente: del 02-07 al 17-07-2026, viernes hábil; del 03-07 al sábado 18, que pasa al lunes 20.
  test.each([['2026-07-02', '2026-07-17'], ['2026-07-03', '2026-07-20'], ['2026-07-01', '2026-07-17'], ['2026-09-03', '2026-09-21']])('pedida el %s vence el %s', (asked, due) => {
    expect(dueOfRequest(day(asked), 'be-informed', law, calendar)).toBe(due)
  })
  const due = day('2026-07-17')
  const event = (name: 'assigned' | 'extended' | 'drafted' | 'answered' | 'reopened', on: string, until: string | null = null) => ({ name, on: day(on), until: until === null ? null : day(until) })
  test('el estado y el atraso salen de lo ocurrido', () => {
    const state = (events: ReturnType<typeof event>[], today: string, assigned = true) => standingOfRequest(due, assigned, events, day(today)).state
    expect([state([], '2026-07-17', false), state([], '2026-07-17'), state([], '2026-07-18'), state([event('drafted', '2026-07-10')], '2026-07-17'), state([event('answered', '2026-07-17')], '2026-07-22'), state([event('answered', '2026-07-18')], '2026-07-22')]).toEqual(['to-assign', 'pending', 'late', 'drafted', 'answered', 'answered-late'])
    expect(state([event('answered', '2026-07-15'), event('reopened', '2026-07-16')], '2026-07-17')).toBe('pending')
    expect(standingOfRequest(due, true, [event('extended', '2026-07-16', '2026-07-31')], day('2026-07-22'))).toMatchObject({ state: 'pending', dueOn: '2026-07-31', extended: true })
  })
  test('un compromiso sigue su último plazo, y reabierto se debe otra vez', () => {
    const until = day('2026-07-10')
    expect(standingOfCommitment(until, [], day('2026-07-10')).state).toBe('pending')
    expect(standingOfCommitment(until, [], day('2026-07-11')).state).toBe('late')
    expect(standingOfCommitment(until, [{ name: 'moved', on: day('2026-07-09'), until: day('2026-07-31') }], day('2026-07-22')).state).toBe('pending')
    const done = { name: 'done', on: day('2026-07-11'), until: null } as const
    expect(standingOfCommitment(until, [done], day('2026-07-22'))).toMatchObject({ state: 'done-late', doneOn: '2026-07-11' })
    expect(standingOfCommitment(until, [done, { name: 'reopened', on: day('2026-07-12'), until: null }], day('2026-07-22')).state).toBe('late')
  })
})

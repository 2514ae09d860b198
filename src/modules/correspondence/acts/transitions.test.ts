import fc from 'fast-check'
import { expect, test } from 'vitest'
import { actKinds, type actStates } from '../contract.ts'
import { initialsOf } from '../text/initials.ts'
import { bookRows } from '../numbering/book.query.ts'
import { broughtCircuit, seriesOf } from './circuit.ts'
import { actTitle, paperTitle } from './titles.ts'
import { after, type Move, reachedAll } from './transitions.ts'

const moves: readonly Move[] = ['save', 'send', 'visa', 'return', 'number', 'sign', 'notify', 'annul', 'delete', 'restore']

test('a la firma sólo se llega con todos los vistos buenos de la última vuelta y con número', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 5 }), fc.array(fc.constantFrom(...moves), { maxLength: 60 }), (visas, tries) => {
    let state: (typeof actStates)[number] = 'draft'
    let done = 0
    let numbered = false
    for (const move of tries) {
      const next = after(state, move, { visas, visasDone: done, allNotified: true })
      if (!next) continue
      if (move === 'send' || move === 'return') done = 0
      if (move === 'visa') done += 1
      if (move === 'number') { expect(done).toBe(visas); numbered = true }
      if (next === 'to-notify' || next === 'notified') expect(numbered).toBe(true)
      if (numbered) expect(['to-sign', 'to-notify', 'notified', 'annulled']).toContain(next)
      state = next
    }
  }), { numRuns: 500 })
})
test('lo anulado y lo notificado no vuelve atrás', () => {
  for (const move of moves) {
    expect(after('annulled', move, { visas: 1, visasDone: 0, allNotified: true })).toBeUndefined()
    expect(after('notified', move, { visas: 1, visasDone: 0, allNotified: true })).toBe(move === 'notify' ? 'notified' : undefined)
  }
})
test('cada clase tiene firmante, y los decretos llevan a Secretaría Municipal como ministro de fe', () => {
  for (const kind of actKinds) expect(broughtCircuit(kind).signers.length).toBeGreaterThan(0)
  expect(actKinds.filter((kind) => broughtCircuit(kind).attestedBy === 'clerk')).toEqual(['decree', 'exempt-decree', 'instruction'])
  expect(actKinds.filter((kind) => broughtCircuit(kind).selfSign)).toEqual(['memo', 'brief', 'certificate'])
})
test('cómo se nombra y de qué libro toma número', () => {
  expect(seriesOf(broughtCircuit('memo'), 'DOM')).toBe('memo:DOM')
  expect(seriesOf(broughtCircuit('decree'), 'DOM')).toBe('decree')
  expect(actTitle({ kind: 'memo', series: 'memo:DOM', number: 12, year: 2026 })).toBe('Memorándum DOM N.º 12 de 2026')
  expect(paperTitle({ kind: 'exempt-decree', series: 'exempt-decree', number: 312, year: 2026 })).toBe('DECRETO ALCALDICIO EXENTO N.º 312')
})
test('iniciales de responsabilidad: quien firma y quien da fe en mayúsculas, quien redacta en minúsculas, cada persona una vez', () => {
  expect(initialsOf(['Inés Cayuqueo Railaf', 'Beatriz Lagos Urrutia'], 'Marta Riffo Sandoval')).toBe('ICR/BLU/mrs')
  expect(initialsOf(['María de los Ángeles Peña'], 'María de los Ángeles Peña')).toBe('MÁP')
})
test('notificado es notificado a todos los destinatarios; sin destinatarios, a toda la distribución', () => {
  expect(reachedAll({ addressees: ['A', 'B'], distribution: ['C'] }, ['A'])).toBe(false)
  expect(reachedAll({ addressees: ['A', 'B'], distribution: ['C'] }, ['B', 'A'])).toBe(true)
  expect(reachedAll({ addressees: [], distribution: ['C', 'D'] }, ['C'])).toBe(false)
})
test('el libro explica cada número: dado, anulado, en papel o sin constancia', () => {
  const given = (number: number, annulled = false) => ({ number, id: String(number), subject: 'x', on: '2026-01-02', annulled, reason: 'error', title: `N.º ${number}` })
  const rows = bookRows([given(4), given(5, true), given(8)], [{ id: 'p', series: 'letter', year: 2026, first: 1, last: 3, reason: 'libro de papel' }], 8)
  expect(rows.map(({ number, upTo, state }) => [number, upTo ?? number, state])).toEqual([[8, 8, 'given'], [6, 7, 'paper'], [5, 5, 'annulled'], [4, 4, 'given'], [1, 3, 'paper']])
  expect(rows.find(({ number }) => number === 6)?.note).toContain('sin explicar')
})

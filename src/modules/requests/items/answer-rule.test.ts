import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '#kernel'
import { answerKinds } from '../contract.ts'
import { answerText, type Given, isAnswered, itemState, lackOf, mistakeOf } from './answer-rule.ts'
import { isLocked, requestState } from './request-state.ts'

const blank: Given = { value: null, text: '', noNews: false, comment: '', fileHash: null }
const asked = { kind: 'percent' as const, needsEvidence: false, label: 'Avance' }

describe('una respuesta', () => {
  test('se lee como la escribiría la oficina', () => {
    expect(answerText({ ...blank, value: 37.4 }, 'percent', '%')).toBe('37,4\u00a0%')
    expect(answerText({ ...blank, value: 1_200_000 }, 'money', '')).toBe('$1.200.000')
    expect(answerText({ ...blank, value: 188 }, 'number', 'familias')).toBe('188 familias')
    expect(answerText({ ...blank, noNews: true }, 'number', 'familias')).toBe('sin novedad')
  })
  test('«sin novedad» no admite además un dato', () => {
    expect(mistakeOf(asked, { ...blank, noNews: true, value: 3 })).toContain('sin novedad')
    expect(mistakeOf(asked, { ...blank, noNews: true })).toBeUndefined()
  })
  test('el porcentaje va de 0 a 100 y el dinero en pesos enteros', () => {
    expect(mistakeOf(asked, { ...blank, value: 100.5 })).toBe('el porcentaje va de 0 a 100')
    expect(mistakeOf(asked, { ...blank, value: 100 })).toBeUndefined()
    expect(mistakeOf({ ...asked, kind: 'money' }, { ...blank, value: 10.5 })).toContain('pesos enteros')
    expect(mistakeOf({ ...asked, kind: 'text' }, { ...blank, value: 1 })).toContain('texto')
  })
  test('cero es un dato; vacío no lo es; un comentario solo tampoco', () => {
    expect(isAnswered({ ...blank, value: 0 }, 'number')).toBe(true)
    expect(isAnswered(blank, 'number')).toBe(false)
    expect(isAnswered({ ...blank, comment: 'va bien' }, 'number')).toBe(false)
  })
  test('lo que exige respaldo lo pide, salvo sin novedad', () => {
    const work = { ...asked, needsEvidence: true }
    expect(lackOf(work, { ...blank, value: 40 })).toContain('respaldo')
    expect(lackOf(work, { ...blank, value: 40, comment: 'Informe 12' })).toBeUndefined()
    expect(lackOf(work, { ...blank, noNews: true })).toBeUndefined()
    expect(lackOf(work, null)).toBe('falta responder')
  })
  test('para cualquier contenido: lo que está listo ni está en blanco ni tiene errores', () => {
    fc.assert(fc.property(
      fc.record({ value: fc.option(fc.double({ noNaN: false }), { nil: null }), text: fc.string({ maxLength: 20 }), noNews: fc.boolean(), comment: fc.string({ maxLength: 5 }), fileHash: fc.constant(null) }), fc.constantFrom(...answerKinds), fc.boolean(),
      (given, kind, needsEvidence) => {
        const one = { kind, needsEvidence, label: 'x' }
        if (lackOf(one, given) !== undefined) return
        expect(isAnswered(given, kind)).toBe(true)
        expect(mistakeOf(one, given)).toBeUndefined()
        expect(answerText(given, kind, '').trim()).not.toBe('')
      },
    ), { numRuns: 300 })
  })
})

describe('el estado', () => {
  const due = '2026-07-31' as Day
  test('de una cosa: lo devuelto sigue devuelto mientras se escribe de nuevo', () => {
    expect(itemState({ draft: false, answered: false, verdict: null })).toBe('owed')
    expect(itemState({ draft: true, answered: false, verdict: null })).toBe('draft')
    expect(itemState({ draft: false, answered: true, verdict: null })).toBe('sent')
    expect(itemState({ draft: true, answered: true, verdict: 'returned' })).toBe('returned')
    expect(itemState({ draft: false, answered: true, verdict: 'accepted' })).toBe('accepted')
  })
  test('silencio es no haber enviado nada cuando el plazo pasó; el día del vencimiento aún no', () => {
    expect(requestState(['owed', 'draft'], due, '2026-07-31' as Day)).toBe('started')
    expect(requestState(['owed', 'draft'], due, '2026-08-01' as Day)).toBe('silent')
    expect(requestState(['accepted', 'owed'], due, '2026-08-01' as Day)).toBe('started')
    expect(requestState(['sent', 'sent'], due, '2026-08-01' as Day)).toBe('sent')
    expect(requestState(['accepted', 'returned'], due, '2026-07-20' as Day)).toBe('returned')
    expect(requestState(['accepted'], due, '2026-07-20' as Day)).toBe('done')
  })
  test('cerrada la campaña, sólo recibe la unidad reabierta y hasta su fecha', () => {
    expect(isLocked({ campaignState: 'open', reopened: false, dueOn: due }, '2026-09-01' as Day)).toBe(false)
    expect(isLocked({ campaignState: 'closed', reopened: false, dueOn: due }, '2026-07-01' as Day)).toBe(true)
    expect(isLocked({ campaignState: 'closed', reopened: true, dueOn: due }, '2026-07-31' as Day)).toBe(false)
    expect(isLocked({ campaignState: 'closed', reopened: true, dueOn: due }, '2026-08-01' as Day)).toBe(true)
  })
})

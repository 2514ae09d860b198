import { describe, expect, test } from 'vitest'
import { day } from '#kernel'
import { businessCalendar } from '#calendar'
import { loadLaw } from '#platform/law'
import { admitsStep, dueOf, extensionOf, standingOf } from './clock.ts'

const law = loadLaw()
const calendar = businessCalendar(law)
const habits = { normal: 10, urgent: 3 }
const asked = (given: Partial<Parameters<typeof dueOf>[0]>) => dueOf({ requester: 'citizen', receivedOn: day('2026-09-07'), wantedOn: null, urgent: false, ...given }, habits, law, calendar)

describe('plazos de una solicitud de datos', () => {
  test('transparencia: veinte días hábiles contados a mano sobre Fiestas Patrias', () => {
    // Ingresa el lunes 7-9-2026. Hábiles: 8, 9, 10, 11 (4); 14, 15, 16, 17 (8; el viernes 18 es feriado); 21-25 (13); 28-30 y 1, 2-10 (18); 5 y 6-10 (20).
    expect(asked({})).toBe('2026-10-06')
  })
  test('informe a otro organismo: diez días hábiles', () => {
    // 8, 9, 10, 11 (4); 14, 15, 16, 17 (8); 21, 22 (10).
    expect(asked({ requester: 'body' })).toBe('2026-09-22')
  })
  test('unidades: la costumbre, la urgencia o el día que piden, que pasa al hábil siguiente', () => {
    expect(asked({ requester: 'unit' })).toBe('2026-09-22')
    // 8, 9, 10.
    expect(asked({ requester: 'unit', urgent: true })).toBe('2026-09-10')
    // El viernes 18 y el fin de semana no se cuentan.
    expect(asked({ requester: 'service', wantedOn: day('2026-09-18') })).toBe('2026-09-21')
    expect(asked({ requester: 'unit', wantedOn: day('2026-09-01') })).toBe('2026-09-07')
  })
  test('la prórroga: diez días para la ciudadanía, la mitad del plazo para un informe, ninguna sin plazo de ley', () => {
    expect(['citizen', 'body', 'unit', 'service'].map((who) => extensionOf(who as 'citizen', day('2026-09-07'), law))).toEqual([10, 5, 0, 0])
  })
})
describe('cómo está una solicitud', () => {
  const request = { receivedOn: day('2026-09-07'), dueOn: day('2026-10-06') }
  const step = (kind: 'assigned' | 'answered' | 'delivered' | 'extended' | 'refused' | 'rated', on: string, dueOn: string | null = null) => ({ kind, on: day(on), dueOn: dueOn ? day(dueOn) : null })
  test('abierta cuenta lo que queda; cerrada, lo que tomó', () => {
    // Del 7 al 16: 8, 9, 10, 11, 14, 15, 16 = 7 tomados; del 16 al 6-10: 17 (1), 21-25 (6), 28-2 (11), 5, 6 (13) por venir.
    expect(standingOf(request, [step('assigned', '2026-09-08')], day('2026-09-16'), calendar)).toMatchObject({ state: 'working', days: 7, left: 13, onTime: true })
    expect(standingOf(request, [step('answered', '2026-09-16'), step('delivered', '2026-09-17')], day('2026-12-01'), calendar)).toMatchObject({ state: 'delivered', days: 8, left: null, onTime: true, closedOn: '2026-09-17' })
    expect(standingOf(request, [step('answered', '2026-10-06'), step('delivered', '2026-10-07')], day('2026-12-01'), calendar)).toMatchObject({ onTime: false })
    // Un día hábil de atraso.
    expect(standingOf(request, [], day('2026-10-07'), calendar)).toMatchObject({ state: 'received', left: -1, onTime: false })
  })
  test('la prórroga mueve el plazo y evaluar no lo reabre', () => {
    expect(standingOf(request, [step('extended', '2026-10-01', '2026-10-21')], day('2026-10-07'), calendar)).toMatchObject({ state: 'received', dueOn: '2026-10-21', onTime: true })
    expect(standingOf(request, [step('answered', '2026-09-16'), step('delivered', '2026-09-17'), step('rated', '2026-10-20')], day('2026-12-01'), calendar)).toMatchObject({ state: 'delivered', closedOn: '2026-09-17' })
  })
  test('qué admite cada estado', () => {
    expect(admitsStep('received', 'delivered')).toBe(false)
    expect(admitsStep('answered', 'delivered')).toBe(true)
    expect(admitsStep('answered', 'answered')).toBe(true)
    expect((['delivered', 'refused', 'cancelled'] as const).filter((state) => admitsStep(state, 'answered'))).toEqual([])
    expect(admitsStep('delivered', 'rated')).toBe(true)
  })
})

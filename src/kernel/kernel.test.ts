import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, byText, checkDigit, counted, day, daysBetween, enumerate, formatDay, formatInstant, formatLongDay, formatNumber, formatPercent, formatPesos, formatRut, formatThousands, isDay, lawBook, ordinal, type Pesos, pesos, readDay, readPeriod, readRut, thousandsThatTie, yearBefore } from './index.ts'

describe('dinero', () => {
  test('los miles redondeados suman el total redondeado', () => {
    // 1.500 + 1.500 + 1.500 = 4.500 → M$ 5 (mitad hacia arriba); cada parte sería 2 (suma 6): el reparto por mayor resto da 2+2+1.
    expect(thousandsThatTie([pesos(1500), pesos(1500), pesos(1500)])).toEqual([2, 2, 1])
    fc.assert(fc.property(fc.array(fc.integer({ min: -9e9, max: 9e9 }), { maxLength: 30 }), (parts) => {
      const tied = thousandsThatTie(parts as Pesos[])
      const total = parts.reduce((sum, part) => sum + part, 0)
      expect(tied.reduce((sum, part) => sum + part, 0)).toBe((Math.sign(total) * Math.round(Math.abs(total) / 1000)) + 0)
      for (const [index, part] of parts.entries()) expect(Math.abs((tied[index] ?? 0) * 1000 - part)).toBeLessThanOrEqual(1000)
    }))
  })
  test('no hay fracciones de peso', () => {
    expect(() => pesos(0.5)).toThrow()
    expect(() => pesos(2 ** 60)).toThrow()
  })
})
describe('formatos', () => {
  test('como los escribe la oficina', () => {
    expect(formatPesos(1234567)).toBe('$1.234.567')
    expect(formatPesos(-500)).toBe('−$500')
    expect(formatThousands(1548199500)).toBe('M$\u00a01.548.200')
    expect(formatPercent(0.125)).toBe('12,5\u00a0%')
    expect(formatNumber(-0.04, 1)).toBe('0,0')
    expect(formatNumber(1.005, 2)).toBe('1,01')
    expect(formatDay(day('2026-11-22'))).toBe('22-11-2026')
    expect(formatLongDay(day('2026-03-01'))).toBe('1 de marzo de 2026')
  })
  test('un instante se lee en Santiago, con y sin horario de verano', () => {
    expect(formatInstant('2026-07-22T13:40:00Z')).toBe('22-07-2026, 09:40') // invierno: UTC−4
    expect(formatInstant('2026-01-15T02:30:00Z')).toBe('14-01-2026, 23:30') // verano: UTC−3
  })
})
describe('días y períodos', () => {
  test('un mes después del 31 de enero es el último día de febrero (Ley 19.880, art. 25)', () => {
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28')
    expect(addMonths(day('2028-01-31'), 1)).toBe('2028-02-29')
    expect(addMonths(day('2026-11-30'), 3)).toBe('2027-02-28')
  })
  test('sólo existen los días del calendario', () => {
    expect(isDay('2026-02-29')).toBe(false)
    expect(readDay('22-11-2026')).toBe('2026-11-22')
    expect(readDay('31-04-2026')).toBeUndefined()
  })
  test('sumar y restar días vuelve al mismo', () => {
    fc.assert(fc.property(fc.integer({ min: -20000, max: 20000 }), (n) => daysBetween(day('2026-01-01'), addDays(day('2026-01-01'), n)) === n))
  })
  test('los períodos se leen por su nombre', () => {
    expect(readPeriod('2026-1')).toMatchObject({ kind: 'half-year', from: '2026-01-01', to: '2026-06-30', title: '1.er semestre 2026' })
    expect(readPeriod('2026-02')).toMatchObject({ kind: 'month', from: '2026-02-01', to: '2026-02-28' })
    expect(readPeriod('2026-T3')).toMatchObject({ from: '2026-07-01', to: '2026-09-30' })
    expect(readPeriod('2026-13')).toBeUndefined()
    const half = readPeriod('2026-1')
    expect(half && yearBefore(half).id).toBe('2025-1')
  })
})
describe('RUT', () => {
  test('el dígito verificador es módulo 11', () => {
    // 69.191.100: 0·2+0·3+1·4+1·5+9·6+1·7+9·2+6·3 = 106; 106 mod 11 = 7; 11 − 7 = 4
    expect(checkDigit('69191100')).toBe('4')
    expect(readRut('69.191.100-4')).toBe('69191100-4')
    expect(readRut('69191100-5')).toBeUndefined()
    expect(readRut('7.775.777-k')).toBe(readRut('7775777-K'))
  })
  test('todo RUT bien formado se lee y se escribe igual', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99_999_999 }), (n) => {
      const rut = readRut(`${n}-${checkDigit(String(n))}`)
      expect(rut).toBeDefined()
      expect(rut && readRut(formatRut(rut))).toBe(rut)
    }))
  })
})
describe('castellano', () => {
  test('la ñ va después de la n y los acentos no cuentan', () => {
    expect(['zorro', 'ñandú', 'nube', 'Árbol', 'oso'].sort(byText)).toEqual(['Árbol', 'nube', 'ñandú', 'oso', 'zorro'])
  })
  test('concordancia', () => {
    expect(counted(1, 'línea', 'líneas')).toBe('1 línea')
    expect(counted(1200, 'línea', 'líneas')).toBe('1.200 líneas')
    expect(enumerate(['agua', 'luz', 'internet'])).toBe('agua, luz e internet')
    expect(enumerate(['cobre', 'hierro'])).toBe('cobre y hierro') // hie- es diptongo: «y»
    expect(ordinal(1, 'm', true)).toBe('1.er')
    expect(ordinal(2)).toBe('2.º')
    expect(ordinal(3, 'f')).toBe('3.ª')
  })
})
describe('la norma con fecha', () => {
  const law = lawBook([{ id: 'x/y', title: 'X', unit: 'UTM', kind: 'number', values: [{ from: day('2020-01-01'), value: 1000, norm: 'Ley A', confidence: 'V' }, { from: day('2024-12-12'), value: 5000, norm: 'Ley B', confidence: 'S' }] }])
  test('rige el valor del día del acto, no el de hoy', () => {
    expect(law.number('x/y' as never, day('2024-12-11'))).toBe(1000)
    expect(law.number('x/y' as never, day('2024-12-12'))).toBe(5000)
    expect(() => law.number('x/y' as never, day('2019-12-31'))).toThrow()
  })
})

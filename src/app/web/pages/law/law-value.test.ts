import { expect, test } from 'vitest'
import { loadLaw } from '#platform/law'
import { fullValue, valueText } from './law-value.ts'

const of = (value: unknown) => ({ value })

test('los plazos llevan su unidad en singular o plural', () => {
  expect(valueText(of(1), 'days')).toBe('1 día')
  expect(valueText(of(15), 'business-days')).toBe('15 días hábiles')
  expect(valueText(of(1), 'calendar-days')).toBe('1 día corrido')
  expect(valueText(of(4), 'years')).toBe('4 años')
  expect(valueText(of(218_000), 'UTM')).toBe('218.000 UTM')
  expect(valueText(of(0.375), 'ratio')).toBe('37,50\u00a0%')
  expect(valueText(of(0.42), 'ratio')).toBe('42\u00a0%')
  expect(valueText(of(60_000), 'M$')).toBe('M$ 60.000')
})
test('un patrón, una fecha y un quórum se dicen con palabras', () => {
  expect(valueText(of('[0-9]{8}-[0-9]'), 'pattern')).toBe('8 dígitos, guion y 1 dígito')
  expect(valueText(of('2026-12-01'), 'date')).toBe('01-12-2026')
  expect(valueText(of('01-31'), 'month-day')).toBe('31 de enero')
  expect(valueText(of('15:00'), 'hour')).toBe('15:00 horas')
  expect(valueText(of('two-thirds'), 'quorum')).toMatch(/^dos tercios/)
})
test('un deber y un feriado se dicen en una línea', () => {
  expect(valueText(of({ trigger: 'year-date', opens: '10-01', day: '10-07' }), 'duty')).toBe('cada 7 de octubre')
  expect(valueText(of({ trigger: 'after-quarter', offset: 30, unit: 'calendar-days' }), 'duty')).toBe('30 días corridos después de cada trimestre')
  expect(valueText(of({ trigger: 'event', offset: -5, unit: 'business-days' }), 'duty')).toBe('5 días hábiles antes del hecho')
  expect(valueText(of({ rule: 'easter', offset: -1 }), 'holiday')).toBe('1 día antes de Pascua')
})
test('ningún valor de la norma del paquete se muestra con claves del programa', () => {
  const shown = loadLaw().parameters().flatMap((one) => one.values.flatMap((value) => [valueText(value, one.unit), ...fullValue(value, one.unit)].map((text) => `${one.id}: ${text}`)))
  expect(shown.length).toBeGreaterThan(500)
  expect(shown.filter((text) => /[{}[\]"]|\bbusiness-days\b|\bcalendar-days\b|undefined|NaN|: (true|false)\b/.test(text.slice(text.indexOf(':') + 1)))).toEqual([])
  expect(shown.filter((text) => /: $/.test(text))).toEqual([])
})

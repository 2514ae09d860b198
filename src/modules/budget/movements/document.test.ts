import { expect, test } from 'vitest'
import { day } from '#kernel'
import { documentText } from './document.ts'

const on = day('2026-04-06')
test('un certificado que reserva es de disponibilidad; el que respalda un devengo es el estado de pago', () => {
  expect(documentText('certificate', '80', on, 'precommitment')).toBe('Certificado de disponibilidad N.º 80 del 06-04-2026')
  expect(documentText('certificate', '80', on, 'accrual')).toBe('Estado de pago N.º 80 del 06-04-2026')
  expect(documentText('certificate', '80', on)).toBe('Certificado de disponibilidad N.º 80 del 06-04-2026')
})
test('cada devengo lleva el nombre de su papel', () => {
  expect(['invoice', 'payment-certificate', 'decree', 'payroll'].map((kind) => documentText(kind, '7', null, 'accrual'))).toEqual(['Factura N.º 7', 'Estado de pago N.º 7', 'Decreto N.º 7', 'Planilla de remuneraciones N.º 7'])
})

import type { LocalAccountFact } from '../facts.ts'

/** Levels below the classifier that this municipality opens. Names of the staff allowances as in the real balance of Natales (2017), written out. */
const staff: readonly (readonly [string, string])[] = [
  ['215-21-01-001-002-002', 'Asignación de antigüedad, art. 97, letra g), Ley 18.883'], ['215-21-01-001-004-001', 'Asignación de zona, arts. 7 y 25, D.L. 3.551'],
  ['215-21-01-001-007-001', 'Asignación municipal, arts. 24 y 31, D.L. 3.551'], ['215-21-01-001-009-005', 'Asignación art. 1, Ley 19.529'],
  ['215-21-01-001-014-001', 'Incremento previsional, art. 2, D.L. 3.501'], ['215-21-01-001-014-002', 'Bonificación compensatoria de salud, art. 3, Ley 18.566'], ['215-21-01-001-015-001', 'Asignación única, art. 4, Ley 18.717'],
  ['215-21-02-001-004-001', 'Asignación de zona, contrata'], ['215-21-02-001-007-001', 'Asignación municipal, contrata'],
]
/** Levels between, so that every local account hangs from one that exists. */
const between: readonly (readonly [string, string])[] = [
  ['215-21-01-001-002', 'Asignación de antigüedad'], ['215-21-01-001-004', 'Asignación de zona'], ['215-21-01-001-007', 'Asignaciones del D.L. 3.551'], ['215-21-01-001-009', 'Asignaciones especiales'],
  ['215-21-01-001-014', 'Asignaciones compensatorias'], ['215-21-01-001-015', 'Asignaciones sustitutivas'], ['215-21-02-001-004', 'Asignación de zona'], ['215-21-02-001-007', 'Asignaciones del D.L. 3.551'],
]

/** Long code as the ledgers write it, six groups. */
export const longCode = (short: string): string => {
  const groups = short.split('-')
  const widths = [3, 2, 2, 3, 3, 3]
  return widths.map((width, index) => groups[index] ?? '0'.repeat(width)).join('-')
}
export const staffAccounts: readonly LocalAccountFact[] = [...between, ...staff].map(([code, name]) => ({ code: longCode(code), name }))

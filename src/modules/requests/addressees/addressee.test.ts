import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '#kernel'
import { type Absence, addresseeOf, type HeldOffice } from './addressee.ts'

const on = '2026-07-22' as Day
const office = (personId: string, role: string, title: string, more: Partial<HeldOffice> = {}): HeldOffice => ({ personId, role, title, unitId: 'dom', startsOn: '2024-12-06' as Day, endsOn: null, substitute: false, ...more })
const away = (personId: string, deputyId: string): Absence => ({ personId, deputyId, startsOn: '2026-07-20' as Day, endsOn: '2026-07-31' as Day })
const director = office('hugo', 'works', 'Director de Obras')
const analyst = office('pia', 'planning_analyst', 'Profesional')
const other = office('sofia', 'community', 'Directora de DIDECO', { unitId: 'dideco' })

test('se pide a la jefatura antes que a sus profesionales', () => {
  expect(addresseeOf('dom', [analyst, director, other], [], on)).toEqual({ personId: 'hugo', post: 'Director de Obras', deputy: false, absentPost: '' })
})
test('quien subroga por decreto la recibe y firma (S)', () => {
  const substitute = office('ana', 'works', 'Director de Obras', { substitute: true, startsOn: '2026-07-20' as Day, endsOn: '2026-07-24' as Day })
  expect(addresseeOf('dom', [director, substitute], [], on)).toEqual({ personId: 'ana', post: 'Director de Obras (S)', deputy: true, absentPost: 'Director de Obras' })
  expect(addresseeOf('dom', [director, substitute], [], '2026-07-25' as Day).personId).toBe('hugo')
})
test('en una ausencia la recibe quien se anotó, y dice por quién', () => {
  expect(addresseeOf('dom', [director, other], [away('hugo', 'sofia')], on)).toEqual({ personId: 'sofia', post: 'Directora de DIDECO', deputy: true, absentPost: 'Director de Obras' })
  expect(addresseeOf('dom', [director, other], [away('hugo', 'sofia')], '2026-08-01' as Day).personId).toBe('hugo')
})
test('si también falta quien subroga, sigue la cadena; un círculo vuelve a la jefatura', () => {
  expect(addresseeOf('dom', [director, other, analyst], [away('hugo', 'sofia'), away('sofia', 'pia')], on).personId).toBe('pia')
  expect(addresseeOf('dom', [director, other], [away('hugo', 'sofia'), away('sofia', 'hugo')], on).personId).toBe('hugo')
})
test('sin nadie en la unidad se dirige a la unidad; concejales y alcaldía no se cuentan', () => {
  expect(addresseeOf('dom', [other], [], on)).toEqual({ personId: null, post: 'Jefatura de la unidad', deputy: false, absentPost: '' })
  expect(addresseeOf('dom', [office('c', 'councillor', 'Concejala')], [], on).personId).toBeNull()
})
test('siempre termina, y nunca la recibe quien está ausente salvo en un círculo', () => {
  const who = fc.constantFrom('hugo', 'sofia', 'pia', 'ana')
  fc.assert(fc.property(fc.array(fc.tuple(who, who).filter(([a, b]) => a !== b), { maxLength: 6 }), (pairs) => {
    const absences = [...new Map(pairs.map(([a, b]) => [a, away(a, b)])).values()]
    const found = addresseeOf('dom', [director, other, analyst], absences, on)
    const absent = absences.some(({ personId }) => personId === found.personId)
    expect(found.personId).not.toBeNull()
    if (absent) expect(found.personId).toBe('hugo')
  }))
})

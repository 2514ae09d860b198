import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Day, inForce, type LawParameter } from '#kernel'
import { loadLaw } from '#platform/law'
import { COMMUNE, OTHER_COMMUNE, person, rosa } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { confirmLaw } from './confirm-law.ts'
import { shapeMistake } from './known-shape.ts'

const lawyer = person('00000000-0000-4000-8000-000000000020', 'Lucía Neculman', 'Asesoría Jurídica', ['legal'])
let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const TODAY = '2026-07-22' as Day
const of = (kind: LawParameter['kind'], local: boolean) => {
  const found = loadLaw().parameters().find((parameter) => parameter.kind === kind && (parameter.local ?? false) === local && inForce(parameter, TODAY))
  if (!found) throw new Error(`La norma no trae ningún ${kind} ${local ? 'local' : 'nacional'}`)
  return found
}
const standing = (parameter: LawParameter) => {
  const value = inForce(parameter, TODAY)
  if (!value) throw new Error(parameter.id)
  return value
}
const law = (commune = COMMUNE) => town.system.services.law(commune)

describe('confirmar la norma', () => {
  test.each(['number', 'boolean', 'text', 'list', 'table', 'record'] as const)('un valor de tipo %s se confirma tal como está y queda firme en el acto, sólo en su comuna', async (kind) => {
    const parameter = of(kind, false)
    const value = standing(parameter)
    await town.as(lawyer).does(confirmLaw, { id: parameter.id, from: value.from, value: value.value, norm: 'Texto oficial cotejado', article: 'artículo 1' })
    expect(law().find(parameter.id, TODAY)).toMatchObject({ value: value.value, confidence: 'V', norm: 'Texto oficial cotejado' })
    expect(law(OTHER_COMMUNE).find(parameter.id, TODAY)?.norm).toBe(value.norm)
  })
  test('quien no es Asesoría Jurídica no la toca', async () => {
    const parameter = of('number', false)
    expect((await town.as(rosa).refused(confirmLaw, { id: parameter.id, from: standing(parameter).from, value: standing(parameter).value, norm: 'Ley' })).status).toBe(403)
  })
  test('un valor nacional no se cambia: ni en su fecha ni antes, y el nuevo exige cita', async () => {
    const parameter = of('number', false)
    const value = standing(parameter)
    const changed = (value.value as number) + 1
    const attempt = (input: Record<string, unknown>) => town.as(lawyer).refused(confirmLaw, { id: parameter.id, value: changed, norm: 'Ley 99.999', ...input })
    expect((await attempt({ from: value.from })).errors[0]?.pointer).toBe('/value')
    expect((await attempt({ from: '1990-01-01', article: 'artículo 2' })).errors[0]?.pointer).toBe('/from')
    expect((await attempt({ from: '2026-07-01' })).errors[0]?.pointer).toBe('/article')
    await town.as(lawyer).does(confirmLaw, { id: parameter.id, from: '2026-07-01', value: changed, norm: 'Ley 99.999', article: 'artículo 2' })
    expect(law().find(parameter.id, TODAY)?.value).toBe(changed)
    expect(law().find(parameter.id, '2026-06-30' as Day)?.value).toBe(value.value)
  })
  test('lo que la ordenanza local decide, la municipalidad lo cambia', async () => {
    const parameter = loadLaw().parameters().find((one) => one.local && inForce(one, TODAY))
    if (!parameter) throw new Error('No hay parámetros locales')
    const value = standing(parameter)
    const changed = typeof value.value === 'number' ? value.value + 1 : Array.isArray(value.value) ? [...value.value, value.value[0]] : value.value
    await town.as(lawyer).does(confirmLaw, { id: parameter.id, from: value.from, value: changed, norm: 'Decreto alcaldicio 123 de 2026' })
    expect(law().find(parameter.id, TODAY)).toMatchObject({ value: changed, norm: 'Decreto alcaldicio 123 de 2026' })
  })
  test('la forma conocida se respeta', () => {
    const parameter = (kind: LawParameter['kind'], value: unknown): LawParameter => ({ id: 'x', title: 'x', unit: 'count', kind, values: [{ from: '2020-01-01' as Day, value, norm: 'Ley', confidence: 'V' }] })
    expect(shapeMistake(parameter('number', 1), '1')).toBe('Escriba un número')
    expect(shapeMistake(parameter('boolean', true), 1)).toBe('Elija sí o no')
    expect(shapeMistake(parameter('text', 'a'), ' ')).toBe('Escriba el texto')
    expect(shapeMistake(parameter('list', ['a']), ['b', 2])).toBe('Elemento 2: debe ser un texto')
    expect(shapeMistake(parameter('table', [{ desde: 1, hasta: null }, { desde: 2, hasta: 3 }]), [{ desde: 1, hasta: 9 }])).toBeUndefined()
    expect(shapeMistake(parameter('table', [{ desde: 1, hasta: 2 }]), [{ desde: 1 }])).toBe('Fila 1: falta hasta')
    expect(shapeMistake(parameter('table', [{ desde: 1 }]), [{ desde: 1, otra: 2 }])).toBe('Fila 1: sobra otra')
    expect(shapeMistake(parameter('table', [{ desde: 1 }]), [{ desde: '1' }])).toBe('Fila 1: desde debe ser un número')
    expect(shapeMistake(parameter('record', { a: 1 }), [1])).toBe('El registro: debe tener columnas con nombre')
  })
})

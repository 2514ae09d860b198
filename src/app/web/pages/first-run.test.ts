import { describe, expect, test } from 'vitest'
import { administratorMistakes, blankFirstRun, passwordRules, unitMistakes, usualUnits } from './first-run.ts'

const person = { name: 'Carolina Manríquez', rut: '12.345.678-5', email: 'cmanriquez@loncoche.cl', password: 'lluvia de enero 41' }

describe('first run', () => {
  test('the usual units need no correction', () => expect(unitMistakes(usualUnits)).toEqual([]))
  test('a repeated code and a nameless unit are told', () => {
    expect(unitMistakes([...usualUnits, { code: 'daf', name: 'Finanzas' }]).map(({ message }) => message)).toEqual(['La sigla DAF está repetida.'])
    expect(unitMistakes([{ code: 'SECPLA', name: 'SECPLA' }, { code: 'X', name: ' ' }])).toHaveLength(1)
  })
  test('without SECPLA it does not go on', () => expect(unitMistakes([{ code: 'DAF', name: 'Finanzas' }])).toHaveLength(1))
  // 12.345.678: 8·2+7·3+6·4+5·5+4·6+3·7+2·2+1·3 = 138; 138 mod 11 = 6; 11 − 6 = 5.
  test('a good administrator passes', () => expect(administratorMistakes({ ...blankFirstRun, administrator: person, repeated: person.password })).toEqual([]))
  test('all mistakes at once', () => expect(administratorMistakes({ ...blankFirstRun, administrator: { name: 'Carolina', rut: '12.345.678-9', email: 'x', password: 'corta' }, repeated: 'otra' }).map(({ field }) => field)).toEqual(['name', 'rut', 'email', 'password', 'repeated']))
  test('a password with the own surname is refused, accents or not', () => expect(passwordRules({ ...person, password: 'MANRIQUEZ es mi casa' }).map(({ holds }) => holds)).toEqual([true, false, true]))
  test('a repeated letter is no password', () => expect(passwordRules({ ...person, password: 'aaaaaaaaaaaaaa' }).map(({ holds }) => holds)).toEqual([true, true, false]))
})

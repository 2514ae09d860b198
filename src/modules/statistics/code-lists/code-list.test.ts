import { expect, test } from 'vitest'
import { day } from '#kernel'
import { loadCommunes } from '#platform/reference'
import { codeNamed, codeOn, inForce } from './code-list.ts'
import { baseNamed, demandRateBases, demandSameBase } from './population-base.ts'
import { shippedList, shippedLists } from './shipped-lists.ts'

const cut = shippedList('cut')
const [before, after] = [day('2018-09-05'), day('2018-09-06')]

test('el CUT tiene las 346 comunas, 56 provincias y 16 regiones de hoy; las comunas son las de la tabla de SUBDERE', () => {
  const today = cut.codes.filter((entry) => inForce(entry, day('2026-07-22')))
  const count = (level: string) => today.filter((entry) => entry.level === level).length
  expect([count('commune'), count('province'), count('region'), count('country')]).toEqual([346, 56, 16, 1])
  const names = new Map(loadCommunes().map(({ code, name }) => [code, name]))
  for (const { code, label } of today.filter(({ level }) => level === 'commune')) expect(label).toBe(names.get(code))
})
test('la partición de Ñuble: 21 comunas cambian de código el 06-09-2018 y ninguna queda sola', () => {
  // CASEN 2009–2013 publica 08401 a 08421; desde 2017, 161xx a 163xx.
  expect(codeOn(cut, '08401', before)).toEqual(['08401'])
  expect(codeOn(cut, '08401', after)).toEqual(['16101'])
  expect(codeOn(cut, '16101', before)).toEqual(['08401'])
  expect(codeOn(cut, '084', after)).toEqual(['161', '162', '163'])
  const old = cut.codes.filter(({ code }) => /^084\d\d$/.test(code))
  expect(old).toHaveLength(21)
  const news = old.flatMap(({ code }) => codeOn(cut, code, after))
  expect(new Set(news).size).toBe(21)
  for (const { code, label } of old) expect(cut.codes.find((one) => one.code === codeOn(cut, code, after)[0])?.label).toBe(label)
  // Loncoche no cambia.
  expect([codeOn(cut, '09109', before), codeOn(cut, '09109', after), codeOn(cut, '99999', after)]).toEqual([['09109'], ['09109'], []])
})
test('la Provincia de Marga Marga: las cuatro comunas de la Casen de 2009 se siguen hasta las de hoy', () => {
  // Ley 20.368. La encuesta de 2009 publica 156.136 personas en 05106 (9.259 + 20.439 + 126.438), el tamaño de Quilpué entonces.
  const on = day('2026-07-22')
  expect(['05106', '05108', '05505', '05507'].map((code) => codeOn(cut, code, on))).toEqual([['05801'], ['05804'], ['05802'], ['05803']])
  expect(['05801', '05802', '05803', '05804'].map((code) => codeOn(cut, code, day('2009-11-30')))).toEqual([['05106'], ['05505'], ['05507'], ['05108']])
  expect([codeNamed(cut, 'Quilpué', on, 'commune'), codeNamed(cut, 'Quilpué', day('2009-11-30'), 'commune')]).toEqual(['05801', '05106'])
  for (const code of ['05106', '05108', '05505', '05507']) expect(cut.codes.find((one) => one.code === code)?.note).toContain('por confirmar')
})
test('los nombres son alias: valen en su fecha y no cuando son ambiguos', () => {
  expect(codeNamed(cut, 'CHILLAN', before, 'commune')).toBe('08401')
  expect(codeNamed(cut, 'Chillán', after, 'commune')).toBe('16101')
  expect(codeNamed(cut, 'Trehuaco', after)).toBe('16207')
  // «Arica» es provincia y comuna.
  expect(codeNamed(cut, 'Arica', after)).toBeUndefined()
  expect(codeNamed(cut, 'Arica', after, 'commune')).toBe('15101')
})
test('cada lista que viene con el programa dice su fuente y no repite un código en el mismo tiempo', () => {
  for (const list of shippedLists()) {
    expect(list.source, list.key).not.toBe('')
    expect(new Set(list.codes.map(({ code }) => code)).size, list.key).toBe(list.codes.length)
    for (const { parent } of list.codes) if (parent !== '' && list.key !== 'age-single') expect(list.codes.some(({ code }) => code === parent), `${list.key} ${parent}`).toBe(true)
  }
})
test('dos bases de población no se juntan; la misma con otro nombre, sí', () => {
  expect([baseNamed('INE base 2017'), baseNamed('Proyección base 2024'), baseNamed('censo 2024'), baseNamed('')]).toEqual(['projection-2017', 'projection-2024', 'census-2024', ''])
  expect(() => demandSameBase('Proyección base 2017', 'Censo 2024')).toThrow('no forman una serie')
  expect(() => demandSameBase('Proyección base 2017', 'Proyección base 2024')).toThrow('no forman una serie')
  expect(() => demandSameBase('Censo 2017', 'Censo 2024')).toThrow('no forman una serie')
  expect(() => demandSameBase('Proyección base 2017', 'ine base 2017')).not.toThrow()
})
test('una tasa sin su base no entra', () => {
  const rate = { key: 'rate', title: 'Tasa de natalidad', unit: 'por 1.000 habitantes', decimals: 1, adds: false }
  expect(() => demandRateBases({ measures: [rate] })).toThrow('Tasa de natalidad')
  expect(() => demandRateBases({ measures: [{ ...rate, base: 'proyección base 2017' }, { ...rate, unit: 'personas' }] })).not.toThrow()
})

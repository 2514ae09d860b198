import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from './fold.ts'
import { distance, meantWord } from './near-words.ts'
import { readQuestion } from './question.ts'
import { marked, snippet } from './snippet.ts'
import { stem } from './stem.ts'
import { formsOf, vectorOf, wordsOf, yearIn } from './words.ts'

describe('la raíz de las palabras', () => {
  // Families of one word, as any dictionary groups them.
  test.each([
    ['pavimentación', 'pavimentaciones', 'pavimentar', 'pavimento', 'pavimentos', 'pavimentado', 'pavimentando'],
    ['licitación', 'licitaciones', 'licitar', 'licitado', 'licitada'],
    ['luz', 'luces'], ['plaza', 'plazas'], ['luminaria', 'luminarias'], ['contrato', 'contratos', 'contratar', 'contratación'],
    ['reposición', 'reposiciones'], ['vecinal', 'vecinales'], ['municipalidad', 'municipalidades'], ['construcción', 'construcciones'],
  ])('%s y su familia son la misma', (...family) => expect(new Set(family.map((word) => stem(fold(word)))).size).toBe(1))
  test('palabras de distinta familia no se confunden', () => {
    expect(stem('plaza')).not.toBe(stem('placa'))
    for (const [one, other] of [['plaza', 'plazo'], ['plazas', 'plazos'], ['costa', 'costo'], ['carga', 'cargo'], ['banca', 'banco']] as const) expect(stem(one)).not.toBe(stem(other))
    expect(stem('alumbrado')).not.toBe(stem('luminaria'))
  })
  test('los códigos no se recortan', () => expect(stem('l114')).toBe('l114'))
})
describe('palabras y códigos', () => {
  test('sin acentos ni ñ, y sin mover ningún lugar', () => {
    expect(fold('Ñuñoa, PAVIMENTACIÓN y pingüino')).toBe('nunoa, pavimentacion y pinguino')
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(text).length === text.length))
  })
  test.each([
    ['40012345-0', ['400123450']], ['12.345.678-5', ['123456785']], ['215.31.02.004', ['2153102004']], ['1.234', ['1234']],
    ['12/2026', ['122026', '12', '2026']], ['1509-5-l114', ['15095l114', '1509', '5', 'l114']], ['socio-económico', ['socio', 'económico', 'socioeconómico']],
  ])('%s se encuentra como %j', (piece, forms) => expect(formsOf(piece)).toEqual(forms))
  test('las palabras de un código comparten su lugar', () => expect(wordsOf('Decreto 12/2026').map(({ position }) => position)).toEqual([1, 2, 2, 2]))
  test('el vector lleva peso, lugar y raíz, sin palabras vacías', () => expect(vectorOf([['A', 'Plaza de Armas'], ['B', 'BIP 40012345-0']])).toBe("'plaza':1A '~plaza':1A 'armas':3A '~arma':3A 'bip':5B '~bip':5B '400123450':6B"))
  test('nada que se escriba rompe el vector ni la pregunta', () => fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
    expect(vectorOf([['A', text]]).replace(/'~?[\p{L}\p{N}]+':[\dA-D,]+ ?/gu, '')).toBe('')
    expect((readQuestion(text).query ?? '').replace(/'~?[\p{L}\p{N}]+'|:\*|[()|&]|<\d+>| /gu, '')).toBe('')
  })))
  test.each([['Balance de junio de 2026', 2026], ['Balance 2025 y 2026', undefined], ['$ 2.026.000', undefined], ['Cuenta 2153102', undefined]])('el año de «%s» es %s', (text, year) => expect(yearIn(text)).toBe(year))
})
describe('lo que se pregunta', () => {
  test('palabras por raíz o por comienzo, todas', () => expect(readQuestion('Plazas de ARMAS').query).toBe("('~plaza' | 'plazas':*) & ('~arma' | 'armas':*)"))
  test('una frase guarda las distancias', () => expect(readQuestion('"plaza de armas"').query).toBe("('plaza' <2> 'armas')"))
  test('el BIP y el RUT, con o sin su dígito', () => {
    expect(readQuestion('40012345-0').query).toBe("('400123450':* | '40012345')")
    expect(readQuestion('12.345.678-5').query).toBe("('123456785':* | '12345678')")
  })
  test('sólo palabras vacías no preguntan nada', () => expect(readQuestion('de la').query).toBeUndefined())
})
describe('los errores de tecleo', () => {
  // Letters counted by hand: one left out, one swap, two changed.
  test.each([['luminria', 'luminaria', 1], ['palza', 'plaza', 1], ['contarto', 'contrato', 1], ['plaza', 'pleca', 2], ['abc', 'abcdef', 3]])('de %s a %s hay %i', (a, b, far) => expect(distance(a, b, 2)).toBe(far))
  test('se elige la más cercana y, entre iguales, la más usada', () => {
    expect(meantWord('luminria', ['Recambio de luminarias', 'Luminaria LED', 'Luminaria solar'])).toBe('luminaria')
    expect(meantWord('plaza', ['calle larga'])).toBeUndefined()
    expect(meantWord('sol', ['sal'])).toBeUndefined()
  })
})
describe('lo que se muestra', () => {
  const terms = readQuestion('luminarias "contrato de obra"').terms
  test('se marca la palabra escrita, con sus acentos y su forma', () => expect(marked('Luminaria pública', terms)).toEqual([{ text: 'Luminaria', hit: true }, { text: ' pública', hit: false }]))
  test('el trozo se corta entre palabras, alrededor de lo preguntado', () => {
    const text = `${'relleno sin interés '.repeat(40)}el contrato de obra de las luminarias se firmó${' y sigue igual'.repeat(40)}`
    const cut = snippet(text, terms, 80)
    expect(cut.filter(({ hit }) => hit).map((piece) => piece.text)).toEqual(['contrato', 'obra', 'luminarias'])
    expect(cut[0]?.text).toBe('… ')
    expect(cut.map((piece) => piece.text).join('').length).toBeLessThan(95)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NotReadable, pxEncoding, readPx } from './index.ts'
import { pxData, pxEntries } from './px-text.ts'

const LIMIT = 1_000_000
const head = 'CHARSET="ANSI";\nAXIS-VERSION="2000";\n'
const table = `${head}TITLE="Población por comuna, "
"sexo y año";
UNITS="personas";
DECIMALS=0;
SHOWDECIMALS=1;
SOURCE="INE";
LAST-UPDATED="20240315 09:00";
STUB="Comuna","Sexo";
HEADING="Año";
VALUES("Comuna")="Loncoche","Temuco";
CODES("Comuna")="09109","09101";
VALUES("Sexo")="Total","Hombres","Mujeres";
CODES("Sexo")="T","H","M";
ELIMINATION("Sexo")="Total";
VALUES("Año")="2023","2024";
TIMEVAL("Año")=TLIST(A1),"2023","2024";
MAP("Comuna")="comunas";
DATASYMBOL2="no disponible";
NOTE="Primera nota.#Segunda línea.";
NOTE("Comuna")="División de 2018.";
VALUENOTE("Comuna","Temuco")="Incluye Labranza.";
CELLNOTE("Loncoche","*","2024")="Dato preliminar.";
DATA=
24700 24785
"." ".."
12300 12385
300000 301000
"..." "-"
152000 -1.5;
`
const cells = (text: string) => [...readPx(text, LIMIT).cells]

describe('PX', () => {
  test('lee variables, códigos, tiempo, totales, notas de cada nivel y símbolos', () => {
    const cube = readPx(table, LIMIT)
    expect([cube.title, cube.units, cube.decimals, cube.source, cube.updated]).toEqual(['Población por comuna, sexo y año', 'personas', 1, 'INE', '2024-03-15'])
    expect(cube.variables.map(({ title, role, total, note }) => ({ title, role, total, note }))).toEqual([
      { title: 'Comuna', role: 'place', total: undefined, note: 'División de 2018.' }, { title: 'Sexo', role: undefined, total: 'T', note: undefined }, { title: 'Año', role: 'time', total: undefined, note: undefined },
    ])
    expect(cube.variables[0]?.codes).toEqual([{ code: '09109', label: 'Loncoche' }, { code: '09101', label: 'Temuco', note: 'Incluye Labranza.' }])
    expect([cube.notes, cube.symbols]).toEqual([['Primera nota.\nSegunda línea.'], { '..': 'no disponible' }])
    expect(cube.cellNotes).toEqual([{ where: { Comuna: '09109', Año: '2024' }, text: 'Dato preliminar.' }])
    const all = cells(table)
    // The last variable runs fastest: third pair is Loncoche, Mujeres.
    expect(all[5]).toEqual({ at: [0, 2, 1], value: 12_385 })
    expect(all.slice(2, 4)).toEqual([{ at: [0, 1, 0], value: null, symbol: '.' }, { at: [0, 1, 1], value: null, symbol: '..' }])
    expect(all.slice(8, 10).map(({ symbol }) => symbol)).toEqual(['...', '-'])
    expect(all.at(-1)?.value).toBe(-1.5)
  })
  test('lee el castellano de un archivo de varios idiomas', () => {
    const two = `${head}LANGUAGE="en";LANGUAGES="en","es";STUB="Sex";STUB[es]="Sexo";HEADING="Year";HEADING[es]="Año";TITLE="People";TITLE[es]="Personas";VALUES("Sex")="Men","Women";VALUES[es]("Sexo")="Hombres","Mujeres";CODES("Sex")="H","M";VALUES("Year")="2024";TIMEVAL("Year")=TLIST(A1),"2024";DATA=1 2;`
    const cube = readPx(two, LIMIT)
    expect([cube.title, cube.variables.map(({ title, role }) => [title, role]), cube.variables[0]?.codes]).toEqual(['Personas', [['Sexo', undefined], ['Año', 'time']], [{ code: 'H', label: 'Hombres' }, { code: 'M', label: 'Mujeres' }]])
  })
  test('lee la forma rala, por códigos o por valores', () => {
    for (const [how, key] of [['CODES', '09101'], ['VALUES', 'Temuco']] as const) {
      const sparse = `${head}STUB="Comuna";HEADING="Año";VALUES("Comuna")="Loncoche","Temuco";CODES("Comuna")="09109","09101";VALUES("Año")="2023","2024";KEYS("Comuna")=${how};DATA="${key}",5 "..";`
      expect(cells(sparse)).toEqual([{ at: [1, 0], value: 5 }, { at: [1, 1], value: null, symbol: '..' }])
    }
  })
  test.each([
    ['cortado en los datos', table.slice(0, -30), 'está cortado'], ['sin DATA', table.slice(0, table.indexOf('DATA')), 'DATA'], ['comilla sin cerrar', `${head}TITLE="abc;`, 'comilla'],
    ['datos de más', table.replace('-1.5;', '1 2 3;'), 'más datos'], ['códigos que no calzan', table.replace('"T","H","M"', '"T","H"'), '3 valores y 2 códigos'], ['sin variables', `${head}TITLE="x";DATA=1;`, 'STUB'], ['basura', `${head}??=1;`, 'No se entiende'],
  ])('rechaza: %s', (_name, text, why) => {
    expect(() => cells(text)).toThrow(NotReadable)
    expect(() => cells(text)).toThrow(why)
  })
  test('una tabla de mil millones de celdas se rechaza antes de leer sus datos', () => {
    const wide = (name: string) => `VALUES("${name}")=${Array.from({ length: 1000 }, (_, index) => `"${index}"`).join(',')};`
    expect(() => readPx(`${head}STUB="A","B","C";${wide('A')}${wide('B')}${wide('C')}DATA=1;`, LIMIT)).toThrow(String(LIMIT))
  })
  test('la codificación declarada manda; sin declarar, la de DOS', () => {
    const bytes = (text: string) => Buffer.from(text, 'latin1')
    expect(pxEncoding(bytes('CODEPAGE="utf-8";'))).toBe('utf-8')
    expect(pxEncoding(bytes('CHARSET="ANSI";CODEPAGE="iso-8859-1";'))).toBe('windows-1252')
    expect(pxEncoding(Buffer.concat([bytes('TITLE="A'), Buffer.from([0xa4]), bytes('o";')]))).toBe('cp850')
  })
})

const name = fc.stringMatching(/^[A-Za-zñáéíóú][A-Za-zñáéíóú 0-9.,;()=]{0,20}$/).map((text) => text.trim()).filter((text) => text !== '')
const variable = fc.record({ title: name, codes: fc.uniqueArray(fc.record({ code: fc.stringMatching(/^[a-z0-9]{1,6}$/), label: name }), { minLength: 1, maxLength: 4, selector: ({ code }) => code }) })
const value = fc.oneof(fc.integer({ min: -1e9, max: 1e9 }), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }), fc.constantFrom('.', '..', '...', '-'))
/** The smallest writer of PX that a reader must understand, with titles cut in lines. */
const write = (variables: { title: string; codes: { code: string; label: string }[] }[], values: (number | string)[]): string => {
  const list = (texts: string[]) => texts.map((text) => `"${text.slice(0, 3)}"\r\n"${text.slice(3)}"`).join(',')
  const [heading, ...stub] = [...variables].reverse()
  return [head, `STUB=${list([...stub].reverse().map(({ title }) => title))};`, `HEADING=${list([heading?.title ?? ''])};`, ...variables.map(({ title, codes }) => `VALUES("${title}")=${list(codes.map(({ label }) => label))};\nCODES("${title}")=${list(codes.map(({ code }) => code))};`), `DATA=\r\n${values.map((one) => (typeof one === 'string' ? `"${one}"` : String(one))).join(' ')};`].join('\r\n')
}
test('lo que se escribe se lee igual', () => {
  fc.assert(fc.property(fc.uniqueArray(variable, { minLength: 2, maxLength: 3, selector: ({ title }) => title }).chain((variables) => { const size = variables.reduce((product, { codes }) => product * codes.length, 1); return fc.tuple(fc.constant(variables), fc.array(value, { minLength: size, maxLength: size })) }), ([variables, values]) => {
    const cube = readPx(write(variables, values), LIMIT)
    expect(cube.variables.map(({ title, codes }) => ({ title, codes }))).toEqual(variables)
    expect([...cube.cells].map(({ value: read, symbol }) => read ?? symbol)).toEqual(values.map((one) => (Object.is(one, -0) ? 0 : one)))
  }), { numRuns: 150 })
})
test('las piezas del texto: comentarios no hay, y los datos no se juntan en memoria', () => {
  const { entries, data } = pxEntries('A="x" "y","z";B=YES;DATA=1,2;')
  expect(entries).toEqual([{ keyword: 'A', language: '', of: [], texts: ['xy', 'z'], bare: ',' }, { keyword: 'B', language: '', of: [], texts: [], bare: 'YES' }])
  expect([...pxData('A="x" "y","z";B=YES;DATA=1,2;', data)]).toEqual(['1', '2'])
})

import { type CubeCell, type CubeCode, type CubeVariable, type FileCube, gridSize, NotReadable } from './cube.ts'
import { type PxFacts, pxFacts } from './px-facts.ts'
import { pxData, pxEntries } from './px-text.ts'

const tidy = (text: string): string => text.replaceAll('#', '\n').trim()
const TIME = /^TLIST\(/i
const number = (text: string | undefined): number => { const value = Number(text); return Number.isFinite(value) ? value : 0 }

const codesOf = (facts: PxFacts, variable: string, content: boolean): CubeCode[] => {
  const labels = facts.texts('VALUES', variable)
  const codes = facts.texts('CODES', variable)
  if (codes.length > 0 && codes.length !== labels.length) throw new NotReadable('damaged', `«${variable}» trae ${labels.length} valores y ${codes.length} códigos.`)
  return labels.map((label, index) => {
    const note = facts.text('VALUENOTE', variable, label) ?? facts.text('VALUENOTEX', variable, label)
    const unit = content ? facts.text('UNITS', label) : undefined
    const precision = content ? facts.bare('PRECISION', variable, label) : undefined
    return { code: codes[index] ?? label, label, ...(note ? { note: tidy(note) } : {}), ...(unit ? { unit } : {}), ...(precision ? { decimals: number(precision) } : {}) }
  })
}
const variableOf = (facts: PxFacts, variable: string): CubeVariable => {
  const content = facts.text('CONTVARIABLE') === variable
  const codes = codesOf(facts, variable, content)
  if (codes.length === 0) throw new NotReadable('damaged', `«${variable}» no trae valores.`)
  const note = facts.text('NOTE', variable) ?? facts.text('NOTEX', variable)
  const removed = facts.text('ELIMINATION', variable)
  const total = codes.find(({ label, code }) => removed && (label === removed || code === removed))?.code
  const role = content ? 'measure' : TIME.test(facts.bare('TIMEVAL', variable) ?? '') || facts.all('TIMEVAL').some(({ of }) => of[0] === variable || of[0] === facts.translated(variable)) ? 'time' : facts.text('MAP', variable) ? 'place' : undefined
  return { title: facts.translated(variable), codes, ...(role ? { role } : {}), ...(total ? { total } : {}), ...(note ? { note: tidy(note) } : {}) }
}
const cellOf = (token: string, at: readonly number[]): CubeCell => {
  const word = token.startsWith('"') ? token.slice(1) : token
  const value = Number(word)
  return word !== '' && Number.isFinite(value) ? { at, value } : { at, value: null, ...(word ? { symbol: word } : {}) }
}

function* dense(text: string, data: number, sizes: readonly number[]): Generator<CubeCell> {
  const total = sizes.reduce((product, size) => product * size, 1)
  let index = 0
  for (const token of pxData(text, data)) {
    if (index >= total) throw new NotReadable('damaged', `Trae más datos que los ${total} que dicen sus variables.`)
    let rest = index++
    const at = sizes.map(() => 0)
    for (let axis = sizes.length - 1; axis >= 0; axis--) { const size = sizes[axis] ?? 1; at[axis] = rest % size; rest = Math.floor(rest / size) }
    yield cellOf(token, at)
  }
  if (index < total) throw new NotReadable('damaged', `Trae ${index} datos y sus variables dicen ${total}: está cortado.`)
}
/** The sparse form: the keys of the stub, then one number for each place of the heading. */
function* keyed(text: string, data: number, stub: readonly { readonly title: string; readonly places: ReadonlyMap<string, number> }[], heading: readonly number[]): Generator<CubeCell> {
  const width = heading.reduce((product, size) => product * size, 1)
  let keys: number[] = []
  let column = 0
  for (const token of pxData(text, data)) {
    const axis = stub[keys.length]
    if (axis) {
      const key = token.replace(/^"/, '')
      const place = axis.places.get(key)
      if (place === undefined) throw new NotReadable('damaged', `La clave «${key}» no es un valor de «${axis.title}».`)
      keys.push(place)
      continue
    }
    let rest = column
    const at = heading.map(() => 0)
    for (let one = heading.length - 1; one >= 0; one--) { const size = heading[one] ?? 1; at[one] = rest % size; rest = Math.floor(rest / size) }
    yield cellOf(token, [...keys, ...at])
    if (++column === width) { keys = []; column = 0 }
  }
}

const SYMBOLS: readonly (readonly [string, string])[] = [['.', 'DATASYMBOL1'], ['..', 'DATASYMBOL2'], ['...', 'DATASYMBOL3'], ['....', 'DATASYMBOL4'], ['.....', 'DATASYMBOL5'], ['......', 'DATASYMBOL6'], ['-', 'DATASYMBOLNIL']]
const updatedOf = (facts: PxFacts): string | undefined => {
  const found = /^(\d{4})(\d{2})(\d{2})/.exec(facts.all('LAST-UPDATED')[0]?.texts[0] ?? facts.text('CREATION-DATE') ?? '')
  return found ? `${found[1]}-${found[2]}-${found[3]}` : undefined
}

/** Reads a PX file (PC-Axis). `limit` is how many cells its grid may have, judged before the data are read. Throws NotReadable. */
export const readPx = (text: string, limit: number): FileCube => {
  const { entries, data } = pxEntries(text)
  const facts = pxFacts(entries)
  // The names of the main language are the ones every other keyword is indexed by.
  const main = (keyword: string): readonly string[] => entries.find((entry) => entry.keyword === keyword && entry.language === '')?.texts ?? []
  const [stub, heading] = [main('STUB'), main('HEADING')]
  const variables = [...stub, ...heading].map((name) => variableOf(facts, name))
  if (variables.length === 0) throw new NotReadable('damaged', 'No dice qué variables tiene (STUB y HEADING).')
  const size = gridSize(variables)
  const sparse = facts.all('KEYS').length > 0
  if (size > limit && !sparse) throw new NotReadable('too-many-cells', String(limit))
  const sizes = variables.map(({ codes }) => codes.length)
  const keysOf = (name: string, index: number) => {
    const byCode = /CODES/i.test(facts.bare('KEYS', name) ?? facts.text('KEYS', name) ?? '')
    const own = entries.find((entry) => entry.keyword === 'VALUES' && entry.language === '' && entry.of[0] === name)?.texts ?? []
    return { title: name, places: new Map((variables[index]?.codes ?? []).map(({ code }, place) => [byCode ? code : (own[place] ?? code), place])) }
  }
  const source = facts.text('SOURCE')
  const updated = updatedOf(facts)
  return {
    title: facts.text('TITLE') ?? facts.text('DESCRIPTION') ?? facts.text('CONTENTS') ?? '', variables, units: facts.text('UNITS') ?? '',
    decimals: number(facts.bare('SHOWDECIMALS') ?? facts.bare('DECIMALS')),
    ...(source ? { source } : {}), ...(updated ? { updated } : {}),
    notes: [...facts.all('NOTE'), ...facts.all('NOTEX')].filter(({ of }) => of.length === 0).map(({ texts }) => tidy(texts.join(' '))),
    symbols: Object.fromEntries(SYMBOLS.flatMap(([symbol, keyword]) => { const said = facts.text(keyword); return said ? [[symbol, said]] : [] })),
    cellNotes: [...facts.all('CELLNOTE'), ...facts.all('CELLNOTEX')].map(({ of, texts }) => ({
      where: Object.fromEntries(of.flatMap((value, index) => { const variable = variables[index]; const code = variable?.codes.find((one) => one.label === value || one.code === value); return variable && code && value !== '*' ? [[variable.title, code.code]] : [] })),
      text: tidy(texts.join(' ')),
    })),
    cells: sparse ? keyed(text, data, stub.map(keysOf), sizes.slice(stub.length)) : dense(text, data, sizes),
  }
}

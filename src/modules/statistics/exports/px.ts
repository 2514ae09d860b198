import { type Cube, type CubeVariable, cubeSize, cubeStrides, cubeValue } from '../model/cube.ts'
import { type ObservationStatus, statuses } from '../model/status.ts'
import { absenceAt } from './cell-text.ts'
import { pxList, pxString } from './px-text.ts'
import { seenGrid } from './seen-grid.ts'
import { noteLines, sourceLine } from './table-notes.ts'

/** Absences as the data symbols of PX; «–» is its sign for exactly none. */
const SYMBOL: Partial<Record<ObservationStatus, string>> = { 'not-applicable': '.', 'no-data': '..', reserved: '...', 'not-received': '....', 'no-service': '.....', none: '-' }
const MOST_DECIMALS = 6
const LINE_VALUES = 200

/** Titles of variables must differ: PX knows them by their title. */
const titlesOf = (variables: readonly CubeVariable[]): ReadonlyMap<string, string> => {
  const used = new Set<string>()
  return new Map(variables.map(({ key, title }) => {
    let name = title
    for (let count = 2; used.has(name); count++) name = `${title} (${count})`
    used.add(name)
    return [key, name] as const
  }))
}
/** Values of a variable must differ too: «Los Lagos» the commune and the region. */
const labelsOf = ({ codes }: CubeVariable): readonly string[] => {
  const seen = new Map<string, number>()
  for (const { label } of codes) seen.set(label, (seen.get(label) ?? 0) + 1)
  return codes.map(({ label, code }) => ((seen.get(label) ?? 0) > 1 ? `${label} (${code})` : label))
}
const isTime = ({ role }: CubeVariable): boolean => role === 'time'
/** TLIST of the periods: years, half-years, quarters or months; undefined when they are of no one kind. */
const timeList = ({ codes }: CubeVariable): string | undefined => {
  const all = (shape: RegExp): boolean => codes.every(({ code }) => shape.test(code))
  const kind = all(/^\d{4}$/) ? 'A1' : all(/^\d{4}-[12]$/) ? 'H1' : all(/^\d{4}-T[1-4]$/) ? 'Q1' : all(/^\d{4}-\d{2}$/) ? 'M1' : undefined
  return kind && `TLIST(${kind}),${pxList(codes.map(({ code }) => code.replace(/[-T]/g, '')))}`
}
const numberText = (value: number, decimals: number): string => {
  const text = value.toFixed(Math.min(MOST_DECIMALS, decimals))
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}
/** Every digit that is known, up to six decimals: what is shown is told apart by SHOWDECIMALS. */
const decimalsIn = (cube: Cube): number => {
  let most = 0
  for (let index = 0, size = cubeSize(cube); index < size && most < MOST_DECIMALS; index++) {
    const value = cubeValue(cube, index)
    if (value !== null && !Number.isInteger(value)) most = Math.max(most, (numberText(value, MOST_DECIMALS).split('.')[1] ?? '').length)
  }
  return most
}

/**
 * A table as a PX file (PC-Axis 2013, UTF-8): the rows as STUB, the columns as HEADING, the layers before the rows.
 * Absences are data symbols explained in the file, statuses and footnotes are notes; the numbers keep up to six decimals.
 */
export const pxOf = (cube: Cube, options: { readonly matrix: string; readonly createdOn: string }): string => {
  const titles = titlesOf(cube.variables)
  const named = ({ key }: CubeVariable): string => titles.get(key) ?? key
  const [layers, rows, columns] = (['layer', 'row', 'column'] as const).map((place) => cube.variables.filter((one) => one.place === place))
  const beside = [...(layers ?? []), ...(rows ?? [])]
  // Some readers stumble without a stub; the numbers follow each other in the same order whichever side the first variable is on.
  const stub = beside.length > 0 ? beside : (columns ?? []).slice(0, 1)
  const heading = beside.length > 0 ? (columns ?? []) : (columns ?? []).slice(1)
  const order = [...stub, ...heading]
  const [decimals, shown] = [decimalsIn(cube), Math.max(0, ...cube.measures.map((one) => one.decimals))]
  const units = [...new Set(cube.measures.map(({ unit }) => unit).filter(Boolean))].join('; ') || 'número'
  const lines: string[] = []
  const put = (keyword: string, value: string): void => { lines.push(`${keyword}=${value};`) }
  put('CHARSET', '"ANSI"'); put('AXIS-VERSION', '"2013"'); put('CODEPAGE', '"utf-8"'); put('LANGUAGE', '"es"')
  put('CREATION-DATE', pxString(`${options.createdOn.replaceAll('-', '')} 00:00`))
  put('DECIMALS', String(decimals)); put('SHOWDECIMALS', String(Math.min(decimals, shown)))
  put('MATRIX', pxString(options.matrix.slice(0, 20))); put('COPYRIGHT', 'NO')
  put('SUBJECT-AREA', pxString(cube.source.publisher)); put('SUBJECT-CODE', '"SP"')
  put('DESCRIPTION', pxString(cube.title)); put('TITLE', pxString(cube.title)); put('DESCRIPTIONDEFAULT', 'YES')
  put('CONTENTS', pxString(cube.measures.map(({ title }) => title).join(', ').slice(0, 240))); put('UNITS', pxString(units))
  if (stub.length > 0) put('STUB', pxList(stub.map(named)))
  if (heading.length > 0) put('HEADING', pxList(heading.map(named)))
  const measures = order.find(({ role }) => role === 'measure')
  if (measures) put('CONTVARIABLE', pxString(named(measures)))
  for (const one of order) put(`VALUES(${pxString(named(one))})`, pxList(labelsOf(one)))
  for (const one of order.filter(isTime)) { const list = timeList(one); if (list) put(`TIMEVAL(${pxString(named(one))})`, list) }
  for (const one of order) put(`CODES(${pxString(named(one))})`, pxList(one.codes.map(({ code }) => code)))
  if (measures) labelsOf(measures).forEach((label, index) => put(`UNITS(${pxString(label)})`, pxString(cube.measures[index]?.unit || 'número')))
  if (measures) labelsOf(measures).forEach((label, index) => { const places = cube.measures[index]?.decimals ?? 0; if (places > 0) put(`PRECISION(${pxString(named(measures))},${pxString(label)})`, String(Math.min(MOST_DECIMALS, places))) })
  put('LAST-UPDATED', pxString(`${cube.source.updatedOn.replaceAll('-', '')} 00:00`))
  put('SOURCE', pxString(sourceLine(cube))); put('CONTACT', pxString(cube.source.contact))
  for (const [status, symbol] of Object.entries(SYMBOL)) put(symbol === '-' ? 'DATASYMBOLNIL' : `DATASYMBOL${symbol.length}`, pxString(statuses[status as ObservationStatus].title))
  const wide = noteLines({ ...cube, variables: cube.variables.map((one) => ({ ...one, note: undefined, codes: one.codes.map((code) => ({ ...code, note: undefined })) })), cellNotes: new Map() })
  if (wide.length > 0) put('NOTE', pxString(wide.join('\n')))
  for (const one of order) if (one.note) put(`NOTE(${pxString(named(one))})`, pxString(one.note))
  for (const one of order) { const labels = labelsOf(one); one.codes.forEach(({ note }, index) => { if (note) put(`VALUENOTE(${pxString(named(one))},${pxString(labels[index] ?? '')})`, pxString(note)) }) }
  for (const { labels, text } of cellNotesOf(cube, order)) put(`CELLNOTE(${pxList(labels)})`, pxString(text))
  // A space ends each line of numbers: some readers join the lines as they are.
  lines.push('DATA=', ...dataLines(cube, decimals).map((line) => `${line} `))
  return `${lines.join('\n')};\n`
}

/** Notes and statuses of single cells, named by the labels of all their variables. */
const cellNotesOf = (cube: Cube, order: readonly CubeVariable[]): { labels: readonly string[]; text: string }[] => {
  const strides = cubeStrides(cube)
  const labels = new Map(order.map((one) => [one.key, labelsOf(one)]))
  const place = new Map(cube.variables.map(({ key, codes }, index) => [key, { stride: strides[index] ?? 1, count: codes.length }]))
  const marked = [...new Set([...cube.cellNotes.keys(), ...cube.statuses.keys()])].sort((a, b) => a - b)
  return marked.flatMap((index) => {
    const status = cube.statuses.get(index)
    const texts = [cube.cellNotes.get(index), status && (statuses[status].hasValue || !SYMBOL[status]) ? statuses[status].title : undefined].filter((text) => text !== undefined)
    if (texts.length === 0) return []
    return [{ labels: order.map(({ key }) => { const { stride, count } = place.get(key) ?? { stride: 1, count: 1 }; return labels.get(key)?.[Math.floor(index / stride) % count] ?? '' }), text: texts.join('. ') }]
  })
}

/** Rows of numbers: one line a row of the table (of each layer in turn), cut before PC-Axis's limit. */
const dataLines = (cube: Cube, decimals: number): string[] => {
  const lines: string[] = []
  const layers = cube.variables.filter(({ place }) => place === 'layer')
  const combinations = layers.reduce<Record<string, string>[]>((all, { key, codes }) => all.flatMap((one) => codes.map(({ code }) => ({ ...one, [key]: code }))), [{}])
  for (const layer of combinations) {
    const grid = seenGrid(cube, layer)
    for (let row = 0; row < grid.rows.length; row++) {
      let line = ''
      for (let column = 0; column < grid.columns.length; column++) {
        const index = grid.at(row, column)
        const value = cubeValue(cube, index)
        const text = value === null ? (SYMBOL[absenceAt(cube, index)] ?? '..') : numberText(value, decimals)
        const piece = /^[.-]+$/.test(text) ? `"${text}"` : text
        if (line.length + piece.length > LINE_VALUES) { lines.push(line); line = '' }
        line = line ? `${line} ${piece}` : piece
      }
      lines.push(line)
    }
  }
  return lines
}

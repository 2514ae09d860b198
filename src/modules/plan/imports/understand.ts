import { splitLabel } from './labels.ts'
import type { GridCell, GridTable, PlanField, PlanImportChoices, ReadPlan, ReadTable, ToldIndicator, TreeItem, TreeKind } from './plan-import-contract.ts'
import { distribute, readMeasure, splitItems } from './read-cells.ts'
import { bannerOf, type Column, repeatsHeader, type Shape, shapeOf, textOf } from './table-shape.ts'
import { guessPlanField, plain } from './labels.ts'

export type Understood = { readonly tree: readonly TreeItem[]; readonly tables: readonly ReadTable[] }
export type Options = Pick<PlanImportChoices, 'columns' | 'skipped'> & { readonly lastYear: number; readonly remembered: ReadonlyMap<string, PlanField>; readonly unitId: (text: string) => string }
type Open = Partial<Record<'axis' | 'objective' | 'programme', TreeItem>>
const LEVELS = ['axis', 'objective', 'programme'] as const
const parentOf: Record<TreeKind, 'axis' | 'objective' | undefined> = { axis: undefined, objective: 'axis', programme: 'objective', indicator: 'objective' }
const holder: Record<'axis' | 'objective', string> = { axis: 'Eje sin nombre en el documento', objective: 'Objetivo sin nombre en el documento' }

/** The tree a document tells, with what of each row was understood and what was not. Pure: headings give the axis, tables the rest. */
export const understand = (plan: ReadPlan, options: Options): Understood => {
  const tree: TreeItem[] = []
  const known = new Map<string, TreeItem>()
  const open: Open = {}
  const add = (item: Omit<TreeItem, 'placeholder' | 'doubts' | 'unitSays' | 'unitId' | 'description'> & Partial<TreeItem>): TreeItem => { const whole: TreeItem = { placeholder: false, doubts: [], unitSays: '', unitId: '', description: '', ...item }; tree.push(whole); return whole }
  const parentFor = (kind: TreeKind, place: string, seed: string): string | null => {
    const wanted = parentOf[kind]
    if (!wanted) return null
    const found = open[wanted]
    if (found) return found.id
    const made = add({ id: `${seed}.${wanted}`, parent: parentFor(wanted, place, seed), kind: wanted, code: '', name: holder[wanted], place, placeholder: true })
    open[wanted] = made
    return made.id
  }
  /** Opens a level: the same name under the same parent is the same element, whoever repeats it. */
  const enter = (kind: (typeof LEVELS)[number], text: string, place: string, seed: string, more: Partial<TreeItem> = {}): TreeItem => {
    const { code, name } = splitLabel(text)
    const parent = parentFor(kind, place, seed)
    const key = `${kind}|${parent}|${plain(name)}`
    const found = known.get(key) ?? add({ id: `${seed}.${kind}`, parent, kind, code: code.slice(0, 20), name: name.slice(0, 250), place, ...more, ...(name.length > 250 ? { description: name, doubts: ['El nombre pasa de 250 letras: quedó entero en la descripción.'] } : {}) })
    known.set(key, found)
    open[kind] = found
    for (const lower of LEVELS.slice(LEVELS.indexOf(kind) + 1)) delete open[lower]
    return found
  }
  const tables: ReadTable[] = []
  let before: { shape: Shape; width: number } | undefined
  for (const block of plan.blocks) {
    if (block.type === 'heading') {
      const label = splitLabel(block.text)
      const level = label.kind === 'axis' || label.kind === 'objective' || label.kind === 'programme' ? label.kind : undefined
      // A sentence that begins with «Objetivo» is not a title: titles are short, or have their style.
      if (level && (block.level < 10 || (block.text.length < 160 && label.code !== '')) && !/\.{4,}|\s\d+$/.test(block.text.slice(-6))) enter(level, block.text, `párrafo ${block.paragraph}`, `p${block.paragraph}`)
      if (block.level < 9) before = undefined
      continue
    }
    tables.push(readTable(block))
  }
  return { tree, tables }

  function readTable(table: GridTable): ReadTable {
    const shape = shapeOf(table, before)
    const skipped = options.skipped.includes(table.number)
    const columns = shape.columns.map((column): Column => { const mine = options.columns[`${table.number}.${column.column}`] ?? options.remembered.get(plain(column.says)); return mine ? { ...column, field: mine, sure: true } : column })
    const rows: ReadTable['rows'][number][] = []
    const note = (index: number, state: ReadTable['rows'][number]['state'], why: string): void => { rows.push({ number: index + 1, text: (table.rows[index] ?? []).filter(({ same }) => !same).map(textOf).filter(Boolean).join(' · ').slice(0, 220), state, why }) }
    const faults = new Map<number, string>(table.faults.map(({ row, what }) => [row, what]))
    if (skipped || shape.how === 'unknown') table.rows.forEach((_, index) => { note(index, skipped ? 'header' : 'not-understood', skipped ? 'la tabla se dejó fuera' : shape.why) })
    else if (shape.how === 'sheet') readSheetOf(table, note)
    else {
      before = { shape: { ...shape, columns }, width: Math.max(...table.rows.map((row) => row.length)) }
      table.rows.forEach((row, index) => {
        const place = `${table.title}, fila ${index + 1}`
        const banner = bannerOf(row)
        if (row.every((cell) => textOf(cell) === '')) return
        if (banner !== undefined) {
          const { kind } = splitLabel(banner)
          if (kind === 'axis' || kind === 'objective' || kind === 'programme') { enter(kind, banner, place, `t${table.number}r${index}`); note(index, 'understood', `abre ${kind === 'axis' ? 'un eje' : kind === 'objective' ? 'un objetivo' : 'un programa'}`) }
          else note(index, shape.header.some((header) => index < header) ? 'header' : 'not-understood', shape.header.some((header) => index < header) ? 'título de la tabla' : 'una sola celda, que no nombra un eje ni un objetivo')
          return
        }
        if (shape.header.includes(index) || shape.header.some((header) => index < header)) return note(index, 'header', shape.header.includes(index) ? 'encabezado' : 'antes del encabezado')
        if (repeatsHeader(row, columns, table, shape.header)) return note(index, 'header', 'encabezado repetido')
        const why = readRow(row, columns, place, `t${table.number}r${index}`)
        const fault = faults.get(index)
        note(index, why === '' ? 'not-understood' : fault || why !== 'ok' ? 'doubt' : 'understood', [why === '' ? 'no trae objetivo, programa ni indicador' : why === 'ok' ? '' : why, fault ?? ''].filter(Boolean).join(' '))
      })
    }
    const example = (column: number) => textOf(table.rows.slice((shape.header.at(-1) ?? -1) + 1).map((row) => row[column]).find((cell) => textOf(cell) !== '' && cell?.same === false)).slice(0, 80)
    return { number: table.number, title: table.title, how: skipped ? 'skipped' : shape.how, why: shape.why, columns: columns.map(({ column, says, field, sure }) => ({ key: `${table.number}.${column}`, says, example: example(column), field, sure })), rows }
  }

  /** Adds what a row tells to the tree. Answers «ok», what is doubtful, or nothing when the row says nothing of the plan. */
  function readRow(row: readonly GridCell[], columns: readonly Column[], place: string, seed: string): string {
    const cells = (field: PlanField) => columns.filter((column) => column.field === field).map(({ column }) => row[column]).filter((cell): cell is GridCell => cell !== undefined && textOf(cell) !== '')
    const lines = (field: PlanField) => cells(field).flatMap((cell) => cell.lines)
    const said = (field: PlanField) => lines(field).join(' ').trim()
    const doubts: string[] = []
    let told = false
    const unitSays = said('unit')
    const area = said('area')
    const details = [said('description'), said('cost') && `Presupuesto: ${said('cost')}`, said('term') && `Plazo: ${cells('term').map(textOf).join(' a ')}`, said('source') && `Financiamiento: ${said('source')}`].filter(Boolean).join('\n')
    const programmes = said('programme') ? splitItems(lines('programme')) : []
    const owner = { unitSays, unitId: options.unitId(unitSays) }
    const axisText = said('axis') || (columns.some(({ field }) => field === 'axis') ? '' : area)
    if (axisText && plain(open.axis?.name ?? '') !== plain(splitLabel(axisText).name)) { enter('axis', axisText, place, seed, area && area !== axisText ? { description: `Ámbito: ${area}` } : {}); told = true }
    if (said('objective') && (plain(open.objective?.name ?? '') !== plain(splitLabel(said('objective')).name))) { enter('objective', said('objective'), place, seed, programmes.length === 0 && !said('indicator') ? { ...owner, description: details } : {}); told = true }
    programmes.forEach((text, index) => { if (plain(open.programme?.name ?? '') !== plain(splitLabel(text).name)) { enter('programme', text, place, `${seed}n${index}`, { ...owner, description: details.slice(0, 2000) }); told = true } })
    const indicators = said('indicator') && !cells('indicator').every(({ same }) => same) ? splitItems(lines('indicator')) : []
    if (indicators.length > 0) doubts.push(...addIndicators(indicators, (field) => lines(field), columns.filter(({ field }) => field === 'target').map(({ column, year }) => ({ year, lines: row[column]?.lines ?? [] })), place, seed, owner, programmes.length > 0 || cells('programme').length > 0 ? open.programme : undefined, row, columns))
    if (indicators.length > 0) told = true
    if (!told && row.some((cell) => !cell.same && textOf(cell) !== '')) return ''
    return doubts.length > 0 ? doubts.join(' ') : 'ok'
  }

  function addIndicators(names: readonly string[], lines: (field: PlanField) => readonly string[], goals: readonly { readonly year?: number; readonly lines: readonly string[] }[], place: string, seed: string, owner: { unitSays: string; unitId: string }, beside: TreeItem | undefined, row: readonly GridCell[], columns: readonly Column[]): string[] {
    const count = names.length
    const part = (field: PlanField, shared: boolean) => distribute(lines(field), count, shared)
    const [bases, measures, formulas, frequencies, verifications, codes] = [part('base', false), part('measure', true), part('formula', true), part('frequency', true), part('verification', true), distribute(columns.filter(({ field }) => field === 'code').flatMap(({ column }) => row[column]?.lines ?? []), count, false)]
    const targets = goals.map(({ year, lines: list }) => ({ year, told: distribute(list, count, false) }))
    const rowDoubts: string[] = []
    if (!bases.matched) rowDoubts.push(`La celda de línea base no trae ${count} valores para ${count} indicadores.`)
    if (targets.some(({ told }) => !told.matched)) rowDoubts.push(`La celda de meta no trae ${count} valores para ${count} indicadores.`)
    names.forEach((text, index) => {
      const { code, name } = splitLabel(text)
      const base = readMeasure(bases.values[index] ?? '')
      const goalsRead = targets.map(({ year, told }) => { const read = readMeasure(told.values[index] ?? ''); return { ...read, year: year ?? read.year } })
      const doubts = [base.doubt, ...goalsRead.map(({ doubt }) => doubt)].filter((one): one is string => one !== undefined)
      const measure = measures.values[index] || goalsRead.find(({ unit }) => unit)?.unit || base.unit || (/porcentaje|^%|tasa/i.test(name) ? '%' : '')
      if (!measure) doubts.push('El documento no dice en qué se mide')
      const [goal] = goalsRead
      const indicator: ToldIndicator = {
        measure: measure || 'unidades', formula: formulas.values[index] ?? '', frequency: frequencies.values[index] ?? '', verification: verifications.values[index] ?? '', base: base.value, baseYear: base.year,
        targets: goalsRead.flatMap(({ value, year }) => (value === null ? [] : [{ year: year ?? options.lastYear, value }])).filter((one, at, all) => all.findIndex(({ year }) => year === one.year) === at), targetSays: goalsRead.map(({ says }) => says).filter(Boolean).join('; '),
        direction: /^(disminu|reduc|baja|tiempo|porcentaje de reducci)/i.test(name) || (base.value !== null && goal?.value !== null && goal !== undefined && goal.value < base.value) ? 'down' : 'up',
      }
      add({ id: `${seed}.indicator${index}`, parent: parentFor('indicator', place, seed), kind: 'indicator', code: (codes.values[index] || code).slice(0, 20), name: name.slice(0, 250), place, ...owner, doubts: [...doubts, ...(index > 0 || count === 1 ? [] : rowDoubts)], indicator, ...(beside ? { beside: beside.id } : {}) })
      rowDoubts.push(...(index === 0 ? doubts.map((doubt) => `${doubt}.`) : []))
    })
    return rowDoubts
  }

  /** A table of labels and values: the sheet of one indicator. */
  function readSheetOf(table: GridTable, note: (index: number, state: ReadTable['rows'][number]['state'], why: string) => void): void {
    const found = new Map<PlanField, readonly string[]>()
    table.rows.forEach((row, index) => {
      const field = guessPlanField(textOf(row[0]))
      const value = row[1]?.lines ?? []
      if (bannerOf(row) !== undefined) return note(index, 'header', 'título de la ficha')
      if (!field || field === 'ignored' || found.has(field)) return note(index, 'not-understood', field && found.has(field) ? 'el dato ya venía en la ficha' : 'dato que el plan no guarda')
      found.set(field, value)
      note(index, 'understood', '')
    })
    const [place, seed] = [`${table.title}`, `t${table.number}r0`]
    const said = (field: PlanField) => (found.get(field) ?? []).join(' ')
    if (said('axis') || said('area')) enter('axis', said('axis') || said('area'), place, seed)
    if (said('objective')) enter('objective', said('objective'), place, seed)
    if (said('programme')) enter('programme', said('programme'), place, seed)
    addIndicators([said('indicator')], (field) => found.get(field) ?? [], [{ lines: found.get('target') ?? [] }], place, seed, { unitSays: said('unit'), unitId: options.unitId(said('unit')) }, said('programme') ? open.programme : undefined, [{ lines: [said('code')], same: false, span: 1 }], [{ column: 0, says: '', field: 'code', sure: true }])
  }
}

import { Problem } from '#kernel'
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePress, figuresOf, readDocxFigures, renderDocx, renderPdf } from './index.ts'
import { bigBody } from './testing/big-body.ts'
import { greyShare, pdfFacts, pdfPages, pdfStructure, screenNumbers, wordToPdf } from './testing/read-back.ts'
import { aFigure, aFrame, sampleBody } from './testing/sample.ts'

afterAll(closePress)

const HOSTILE = `#panic("x") $y$ @z \\ *a* _b_ <c> & "d" 'e' \`f\` [g] {h} -- // ~ = w:t ]]>`
const hostileBody = () => ({
  ...sampleBody(), title: HOSTILE, addressee: HOSTILE,
  blocks: [
    { type: 'heading' as const, id: 'h', level: 1 as const, content: [{ type: 'text' as const, text: HOSTILE }] },
    { type: 'table' as const, id: 't', title: HOSTILE, source: HOSTILE, columns: [{ key: 'a', title: 'A', align: 'left' as const }], rows: [{ id: 'r', cells: [{ type: 'text' as const, text: HOSTILE }] }] },
  ],
})
const longTable = () => {
  const body = sampleBody()
  const table = body.blocks.find((block) => block.type === 'table')
  if (!table) throw new Error('the sample has a table')
  const rows = Array.from({ length: 120 }, (_, at) => ({ ...table.rows[0], id: `r${at}`, cells: table.rows[0]?.cells ?? [] }))
  return { ...body, blocks: [{ ...table, rows }] }
}
const squeezed = (text: string): string => text.replace(/\s+/g, ' ')

describe('PDF', () => {
  let pdf: Buffer
  let pages: string[]
  beforeAll(async () => {
    pdf = await renderPdf(sampleBody(), aFrame())
    pages = pdfPages(pdf)
  })

  test('is tagged PDF/UA-1 with title, language, headings, tables with heads and described pictures', () => {
    const facts = pdfFacts(pdf)
    expect(facts).toMatch(/Tagged:\s+yes/)
    expect(facts).toMatch(/Title:\s+Informe semestral de evaluación, 1\.er semestre 2026/)
    expect(pdf.toString('latin1')).toMatch(/pdfuaid:part>1</)
    expect(pdf.toString('latin1')).toMatch(/\/Lang\s*\(es-CL\)/i)
    const structure = pdfStructure(pdf)
    for (const tag of ['H1', 'H2', 'Table', 'TH', 'Caption', 'Figure', 'L ']) expect(structure, tag).toContain(tag)
  })

  test('numbers are those of the screen', () => {
    const text = squeezed(pages.join(' '))
    const numbers = screenNumbers(sampleBody())
    expect(numbers.length).toBe(figuresOf(sampleBody().blocks).length)
    for (const number of numbers) expect(text).toContain(number)
    expect(text).toContain('M$ 5.070.819')
  })

  test('each page says its number, both dates, the fingerprint and the code', () => {
    pages.forEach((page, at) => {
      expect(page).toContain(`Página ${at + 1} de ${pages.length}`)
      expect(page).toContain('Hechos al 30-06-2026 · conocido al 22-07-2026')
      expect(page).toContain(aFrame().fingerprint)
      expect(page).toContain('Código 7KQ2-M9XD-04TR')
    })
    expect(pages.join('')).toContain('no ha configurado una dirección pública')
    expect(pages.join('')).not.toContain('BORRADOR')
  })

  test('the same document gives the same bytes', async () => expect((await renderPdf(sampleBody(), aFrame())).equals(pdf)).toBe(true))

  // Letter as the State uses it, 216 × 279 mm = 612,3 × 790,9 pt; oficio, 216 × 330 mm = 612,3 × 935,4 pt.
  test.each([['letter', 612.283, 790.866], ['oficio', 612.283, 935.433]] as const)('%s paper', async (paper, width, height) => {
    const facts = pdfFacts(await renderPdf(sampleBody(), aFrame({ paper })))
    const size = /size:\s+([\d.]+) x ([\d.]+)/.exec(facts)
    expect(Number(size?.[1])).toBeCloseTo(width, 0)
    expect(Number(size?.[2])).toBeCloseTo(height, 0)
  })

  test('heads repeat on each page of a long table', async () => {
    const long = pdfPages(await renderPdf(longTable(), aFrame()))
    const withRows = long.filter((page) => page.includes('Gastos en personal'))
    expect(withRows.length).toBeGreaterThan(2)
    for (const page of withRows) expect(page).toMatch(/Denominación\s+Vigente\s+Devengado/)
    expect(long.join('').match(/Gastos en personal/g)).toHaveLength(120)
  })

  test('wide tables lie down', async () => {
    const body = longTable()
    const [table] = body.blocks
    if (!table) throw new Error('the table is there')
    const facts = pdfFacts(await renderPdf({ ...body, blocks: [{ ...table, landscape: true, rows: table.rows.slice(0, 3) }] }, aFrame()))
    expect(facts).toMatch(/Page\s+2 size:\s+790\.\d+ x 612\.\d+/)
  })

  test('drafts carry the watermark and the marks, reservations stand on the first page, an address becomes a QR', async () => {
    const [first = ''] = pdfPages(await renderPdf(sampleBody(), aFrame({ state: 'draft', demonstration: true, reservations: ['3.4 Deuda: faltan seis facturas'] })))
    expect(first).toContain('DATOS DE DEMOSTRACIÓN')
    expect(first).toContain('BORRADOR')
    // The watermark is drawn in a grey of 235 and runs across each page; an issued page only has some at the edges of its lines.
    expect(greyShare(await renderPdf(sampleBody(), aFrame({ state: 'draft' })))).toBeGreaterThan(0.01)
    expect(greyShare(pdf)).toBeLessThan(0.005)
    expect(first).toContain('3.4 Deuda: faltan seis facturas')
    const verified = await renderPdf(sampleBody(), aFrame({ verificationAddress: 'https://loncoche.example/v/7KQ2' }))
    expect(pdfPages(verified).join('')).toContain('https://loncoche.example/v/7KQ2')
    expect(pdfPages(verified).join('')).not.toContain('no ha configurado')
  })

  test('hostile text prints as it is', async () => {
    const text = pdfPages(await renderPdf(hostileBody(), aFrame())).join(' ').replace(/\s+/g, '')
    expect(text.split(HOSTILE.replace(/\s+/g, '')).length - 1).toBeGreaterThanOrEqual(5)
  })

  test('a body that starts at the third level still passes the standard', async () => {
    const body = sampleBody()
    const odd = await renderPdf({ ...body, blocks: [{ type: 'heading', id: 'h', level: 3, content: [{ type: 'text', text: 'Hondo' }] }] }, aFrame())
    expect(odd.toString('latin1')).toMatch(/pdfuaid:part>1</)
  })

  test('a picture that cannot be read is a named problem, without the words of the engine', async () => {
    const broken = renderPdf(sampleBody(), aFrame(), { arms: { format: 'png', data: Buffer.from('not a picture'), alternative: 'Escudo' } })
    const problem = await broken.then(() => undefined, (error: unknown) => error)
    expect(problem).toBeInstanceOf(Problem)
    expect((problem as Problem).id).toBe('documents/render-failed')
    expect(JSON.stringify({ ...(problem as Problem), cause: undefined })).not.toMatch(/typst|decode|panic|\.typ/i)
    expect((await renderPdf(sampleBody(), aFrame())).equals(pdf)).toBe(true)
  })
})

describe('Word', () => {
  let docx: Buffer
  let parts: Record<string, string>
  beforeAll(async () => {
    docx = await renderDocx(sampleBody(), aFrame({ state: 'draft', demonstration: true }))
    parts = Object.fromEntries(Object.entries(unzipSync(docx)).filter(([name]) => /\.(xml|rels|svg)$/.test(name)).map(([name, bytes]) => [name, strFromU8(bytes)]))
  })

  test('every part is well-formed, every relation has its part', () => {
    for (const [name, xml] of Object.entries(parts)) {
      const parser = new SaxesParser({ xmlns: true })
      parser.on('error', (error) => { throw new Error(`${name}: ${error.message}`) })
      parser.write(xml).close()
    }
    const names = Object.keys(unzipSync(docx))
    const relations = parts['word/_rels/document.xml.rels'] ?? ''
    for (const [, target] of relations.matchAll(/Target="([^"]+)"(?! TargetMode)/g)) expect(names).toContain(`word/${target}`)
    const used = [...(parts['word/document.xml'] ?? '').matchAll(/r:(?:id|embed)="([^"]+)"/g)].map((match) => match[1])
    for (const id of used) expect(relations).toContain(`Id="${id}"`)
  })

  test('real styles, numbered headings, repeated heads, whole rows, language and a vector chart with its picture', () => {
    const styles = parts['word/styles.xml'] ?? ''
    for (const name of ['heading 1', 'heading 2', 'heading 3', 'Title', 'caption', 'Tabla']) expect(styles).toContain(`<w:name w:val="${name}"/>`)
    expect(styles).toMatch(/w:styleId="Ttulo2".*?<w:numPr><w:ilvl w:val="1"\/><w:numId w:val="1"\/><\/w:numPr>/)
    expect(styles).toContain('<w:lang w:val="es-CL"')
    const main = parts['word/document.xml'] ?? ''
    expect(main.match(/<w:tblHeader\/>/g)).toHaveLength(2)
    expect(main.match(/<w:cantSplit\/>/g)?.length).toBeGreaterThanOrEqual(7)
    expect(main).toContain('asvg:svgBlip')
    expect(Object.keys(unzipSync(docx)).filter((name) => /media\/.*\.(svg|png)$/.test(name))).toHaveLength(2)
    expect(main).toContain('<w:pgSz w:w="12246" w:h="15817"/>')
    expect(parts['word/header1.xml']).toContain('string="BORRADOR"')
    expect(parts['word/header2.xml']).toContain('DATOS DE DEMOSTRACIÓN')
  })

  test('no content control has a tag or title longer than the 64 characters Word accepts, and their identifiers are unique', async () => {
    const body = sampleBody()
    const long = await renderDocx({ ...body, blocks: [{ type: 'paragraph', id: 'b'.repeat(90), content: [{ type: 'figure', figure: aFigure({ id: 'x/'.repeat(50), title: 'ñ'.repeat(90) }) }] }] }, aFrame())
    const main = strFromU8(unzipSync(long)['word/document.xml'] ?? new Uint8Array())
    for (const [, value] of main.matchAll(/<w:(?:tag|alias) w:val="([^"]*)"/g)) expect(value?.length).toBeLessThanOrEqual(64)
    const ids = [...(parts['word/document.xml'] ?? '').matchAll(/<w:id w:val="(\d+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('figures read back with block and recipe, equal to those of the screen', () => {
    const { figures, blocks } = readDocxFigures(docx)
    const expected = figuresOf(sampleBody().blocks).map((figure) => figure.recipe.id)
    expect(figures.map((figure) => figure.figureId)).toEqual(expected)
    expect(figures.map((figure) => figure.text.replace(/\u00a0/g, ' '))).toEqual(screenNumbers(sampleBody()))
    expect(figures.find((figure) => figure.blockId === 'p1')).toEqual({ blockId: 'p1', figureId: 'budget/accrued', text: 'M$\u00a05.070.819' })
    expect(blocks.map((block) => block.blockId)).toEqual(sampleBody().blocks.map((block) => block.id))
    expect(blocks.find((block) => block.blockId === 'n1')?.text).toContain('Finanzas cerró junio con seis facturas sin devengar.')
  })

  test('LibreOffice lays it out with the same numbers, page numbers and repeated heads', async () => {
    const pages = pdfPages(wordToPdf(await renderDocx(longTable(), aFrame())))
    for (const [at, page] of pages.entries()) expect(page).toContain(`Página ${at + 1} de ${pages.length}`)
    const withRows = pages.filter((page) => page.includes('Gastos en personal'))
    expect(withRows.length).toBeGreaterThan(2)
    for (const page of withRows) expect(page).toMatch(/Denominación\s+Vigente\s+Devengado/)
    const text = squeezed(pdfPages(wordToPdf(docx)).join(' '))
    for (const number of screenNumbers(sampleBody())) expect(text).toContain(number)
    expect(text).toContain('2.1 Gasto por subtítulo')
  })

  test('oficio paper and the same bytes each time', async () => {
    const oficio = await renderDocx(sampleBody(), aFrame({ paper: 'oficio' }))
    expect(strFromU8(unzipSync(oficio)['word/document.xml'] ?? new Uint8Array())).toContain('<w:pgSz w:w="12246" w:h="18709"/>')
    expect((await renderDocx(sampleBody(), aFrame({ paper: 'oficio' }))).equals(oficio)).toBe(true)
  })

  test('hostile text is text, and comes back whole', async () => {
    const file = await renderDocx(hostileBody(), aFrame())
    const { blocks } = readDocxFigures(file)
    expect(blocks.find((block) => block.blockId === 'h')?.text).toBe(HOSTILE)
    expect(squeezed(pdfPages(wordToPdf(file)).join(' '))).toContain('#panic("x") $y$ @z')
  })

  test.each([['nothing', new Uint8Array()], ['text', Buffer.from('hola')], ['a zip of something else', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')]])('%s is not a Word file', (_, file) => {
    expect(() => readDocxFigures(file)).toThrowError(/no se puede leer/)
  })
})

test('sixty pages with forty tables and twenty charts, without holding the server', async () => {
  await renderPdf(sampleBody(), aFrame())
  const body = bigBody()
  expect(body.blocks.filter((block) => block.type === 'table')).toHaveLength(40)
  expect(body.blocks.filter((block) => block.type === 'chart')).toHaveLength(20)
  let beats = 0
  const heart = setInterval(() => { beats += 1 }, 10)
  const [pdf, docx] = await Promise.all([renderPdf(body, aFrame()), renderDocx(body, aFrame())])
  clearInterval(heart)
  // Composed in this thread, both take over half a second without a single beat.
  expect(beats).toBeGreaterThan(15)
  const pages = pdfPages(pdf)
  expect(pages.length).toBeGreaterThan(45)
  expect(pages[0]).toContain('Contenido')
  expect(pages.at(-1)).toContain(`Página ${pages.length} de ${pages.length}`)
  expect(readDocxFigures(docx).figures).toHaveLength(figuresOf(body.blocks).length)
  expect(strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())).toContain(' TOC \\o "1-2"')
})

import type { DocumentBody } from '#kernel'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { closePress, renderDocx, renderHtml, renderPdf } from './index.ts'
import { pdfPages, pdfStructure } from './testing/read-back.ts'
import { aFrame, sampleBody } from './testing/sample.ts'

afterAll(closePress)

/** The sample has one table (t1) and one chart (c1); the texts stored are old numbers on purpose. */
const referring = (): DocumentBody => {
  const body = sampleBody()
  return { ...body, blocks: [...body.blocks, { type: 'paragraph', id: 'see', content: [
    { type: 'text', text: 'Véanse la ' }, { type: 'reference', target: 't1', text: 'tabla 8' }, { type: 'text', text: ', el ' }, { type: 'reference', target: 'c1', text: 'gráfico 8' },
    { type: 'text', text: ' y la ' }, { type: 'reference', target: 'gone', text: 'tabla 5' }, { type: 'text', text: '.' },
  ] }] }
}
const SENTENCE = /Véanse la tabla 1, el gráfico 1 y la \(tabla 5, que ya no está en el\s+documento\)/

test('en la página lleva a su tabla, y lo que ya no está es sólo texto', () => {
  const html = renderHtml(referring(), aFrame())
  expect(html).toContain('<a class="reference" href="#b-t1">tabla 1</a>')
  expect(html).toContain('<a class="reference" href="#b-c1">gráfico 1</a>')
  expect(html).toContain('id="b-t1"')
  expect(html).toContain('id="b-c1"')
  expect(html).not.toContain('#b-gone')
})
test('en el PDF es un enlace interno con el número de hoy', async () => {
  const pdf = await renderPdf(referring(), aFrame())
  expect(pdfPages(pdf).join(' ').replace(/\s+/g, ' ')).toMatch(SENTENCE)
  const before = (pdfStructure(await renderPdf(sampleBody(), aFrame())).match(/\bLink\b/g) ?? []).length
  expect((pdfStructure(pdf).match(/\bLink\b/g) ?? []).length).toBe(before + 2)
})
test('en Word es un enlace al marcador del título de la tabla', async () => {
  const xml = strFromU8(unzipSync(await renderDocx(referring(), aFrame()))['word/document.xml'] ?? new Uint8Array())
  for (const mark of ['_Ref000001', '_Ref000002']) {
    expect(xml.match(new RegExp(`<w:hyperlink w:anchor="${mark}"`, 'g'))).toHaveLength(1)
    expect(xml.match(new RegExp(`<w:bookmarkStart w:id="\\d+" w:name="${mark}"/>`, 'g'))).toHaveLength(1)
  }
  expect(xml.replace(/<[^>]+>/g, '')).toMatch(SENTENCE)
})

import { expect, test } from 'vitest'
import { renderHtml, renderHtmlFragment } from '../index.ts'
import { aFrame, sampleBody } from '../testing/sample.ts'

test('semantic page in Chilean Spanish, with captions and scopes, without script or outside resources', () => {
  const html = renderHtml(sampleBody(), aFrame())
  expect(html).toMatch(/^<!doctype html><html lang="es-CL">/)
  expect(html).toContain('<caption><span class="caption-title">Tabla 1. Ejecución del gasto por subtítulo</span><span class="caption-subtitle">Gestión municipal, 1 de enero a 30 de junio de 2026 · miles de pesos (M$)</span></caption>')
  expect(html).toContain('<th scope="colgroup" colspan="2" class="group">Presupuesto</th>')
  expect(html).toContain('<th scope="row">Gastos en personal</th>')
  expect(html).not.toMatch(/<script|<button|\son\w+=|src="http|url\(/i)
  expect(html).toContain('<p>Código <strong>7KQ2-M9XD-04TR</strong></p>')
  expect(html.match(/<h1>/g)).toHaveLength(1)
})

test('figures are buttons with their recipe and block in a fragment, and links when asked', () => {
  const html = renderHtmlFragment(sampleBody(), aFrame())
  expect(html).toContain('<button type="button" class="figure" data-figure="budget/accrued" data-figure-key="budget/accrued;period=2026-1" data-block="p1" title="Gasto ejecutado">M$\u00a05.070.819</button>')
  expect(html).toMatch(/class="figure figure-provisional"[^>]*title="Gasto ejecutado \(provisional\)">M\$\u00a0150\.510/)
  const links = renderHtmlFragment(sampleBody(), aFrame(), { figures: { mode: 'links', href: (figure) => `/cifras/${figure.id}?bloque=${figure.blockId}&x=1` } })
  expect(links).toContain('href="/cifras/budget/accrued?bloque=p1&amp;x=1"')
})

test('hostile text is text', () => {
  const hostile = `"><img src=x onerror=alert(1)> & ' #[panic()] $x$`
  const body = sampleBody()
  const html = renderHtml({ ...body, title: hostile, blocks: [{ type: 'paragraph', id: 'p', content: [{ type: 'text', text: hostile }, { type: 'link', text: hostile, href: 'javascript:alert(1)' }] }] }, aFrame({ reservations: [hostile] }))
  expect(html).not.toContain('<img')
  expect(html).not.toContain('javascript:')
  expect(html.match(/&quot;&gt;&lt;img src=x onerror=alert\(1\)&gt; &amp; &#39; #\[panic\(\)\] \$x\$/g)?.length).toBeGreaterThanOrEqual(4)
})

test('draft, demonstration and reservations are said at the top', () => {
  const html = renderHtml(sampleBody(), aFrame({ state: 'draft', demonstration: true, reservations: ['Falta junio'] }))
  expect(html).toContain('<strong>DATOS DE DEMOSTRACIÓN</strong><strong>BORRADOR</strong>')
  expect(html).toContain('<h2>Reservas (1)</h2><ul><li>Falta junio</li></ul>')
})

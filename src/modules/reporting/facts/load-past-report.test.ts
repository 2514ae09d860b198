import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AsOf, Day, FigureInline } from '#kernel'
import { fixedClock } from '#kernel'
import { runAction } from '#platform/actions'
import { closePress } from '#platform/documents'
import { alcaldesa, berta, ivan, rosa, tomas } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { bookOf } from '../catalog.ts'
import type { DutyView, ReportView } from '../contract.ts'
import { narrativeToBlocks, readMarks } from '../drafts/narrative-to-blocks.ts'
import { noteSpending, reports } from '../reporting.fixture.ts'
import { loadPastReport } from './load-past-report.ts'

let town: Town
const REPORT = '55555555-0000-4000-8000-000000000001'
const dates: AsOf = { effectiveOn: '2025-12-31' as Day, knownOn: '2026-01-29' as Day }
const noteOn = (instant: string, on: string, amount: number, what: string) => runAction({ ...town.system.services, clock: fixedClock(instant) }, tomas, noteSpending, { series: 'street', on, amount, what })

beforeAll(async () => {
  town = await openTown()
  await noteOn('2025-11-20T12:00:00-03:00', '2025-11-18', 4_000_000, 'Decreto 90')
  await loadPastReport(reports, town.system.services, {
    id: REPORT, kind: 'council-half-year', period: '2025-2', dates,
    sections: [{ key: 'summary', paragraphs: ['Al cierre del año se gastaron {{calle|series=street}} en la calle.', '- Una cosa\n- Otra cosa'] }],
    translate: (id, parameters) => ({ id: id === 'calle' ? 'town/spending' : id, parameters }),
    drafter: ivan, writtenAt: '2026-01-27T10:00:00-03:00', reviewedAt: '2026-01-28T10:00:00-03:00', approval: { actor: alcaldesa, at: '2026-01-29T12:00:00-03:00' },
    issue: { actor: rosa, at: '2026-01-29T16:42:00-03:00', mode: 'reservations' }, delivery: { actor: berta, at: '2026-01-30T11:00:00-03:00', id: randomUUID(), kind: 'receipt', number: '87', on: '2026-01-30' },
  })
  await noteOn('2026-03-02T12:00:00-03:00', '2025-12-30', 500_000, 'Decreto 91, tardío')
})
afterAll(async () => {
  await town.close()
  await closePress()
})

test('el informe pasado queda emitido y entregado en sus fechas, con las cifras que entonces se conocían', async () => {
  const view = await town.as(ivan).asks<ReportView>(reports.queries.openReport, { report: REPORT })
  expect(view.report).toMatchObject({ state: 'delivered', issuedOn: '2026-01-29', deliveredOn: '2026-01-30' })
  const [block, list] = view.sections[0]?.content ?? []
  const chip = block?.type === 'paragraph' ? block.content.find((inline): inline is FigureInline => inline.type === 'figure') : undefined
  expect(chip).toMatchObject({ figure: { text: '$4.000.000' }, show: { thousands: true } })
  expect(list).toMatchObject({ type: 'list', items: [[{ text: 'Una cosa' }], [{ text: 'Otra cosa' }]] })
  const html = new TextDecoder().decode((await reports.file(town.system.services, rosa, { report: REPORT, edition: 1, format: 'html', paper: 'letter' })).bytes)
  expect(html).toContain('Al cierre del año se gastaron')
  expect(html).toMatch(/M\$\s4\.000/)
})
test('un asiento de marzo explica la diferencia con lo emitido en enero', async () => {
  const { changed } = await town.as(rosa).asks<{ changed: unknown[] }>(reports.queries.differences, { report: REPORT, edition: 1 })
  expect(changed).toMatchObject([{ before: '$4.000.000', now: '$4.500.000', entries: [{ summary: 'Se anotó Decreto 91, tardío' }] }])
})
test('el deber del semestre estaba pendiente el 28 de enero y emitido el 29; cumplido desde el 30', async () => {
  const duty = async (day: string) => (await town.as(rosa).asks<{ duties: DutyView[] }>(reports.queries.duties, {}, { effectiveOn: day as Day, knownOn: day as Day })).duties.find(({ period }) => period === '2025-2')?.state
  expect([await duty('2026-01-28'), await duty('2026-01-29'), await duty('2026-01-30'), await duty('2026-07-22')]).toEqual(['pending', 'issued', 'fulfilled', 'fulfilled'])
})
test('la prosa no acepta marcas abiertas ni cifras que no existen', async () => {
  expect(readMarks('a {{x/y|p=1|q=2}} b')).toEqual([{ type: 'text', text: 'a ' }, { type: 'figure', id: 'x/y', parameters: { p: '1', q: '2' } }, { type: 'text', text: ' b' }])
  expect(() => readMarks('a {{x')).toThrow(RangeError)
  const blocks = (missing: 'refuse' | 'text') => town.as(ivan).reads((context) => narrativeToBlocks('Va {{no/hay}}.', { prefix: 'p', figures: bookOf(reports.catalog, context), missing }))
  await expect(blocks('refuse')).rejects.toMatchObject({ id: 'ausente/cifra' })
  expect(await blocks('text')).toMatchObject([{ id: 'p-1', content: [{ text: 'Va ' }, { text: '[cifra por agregar]' }, { text: '.' }] }])
})

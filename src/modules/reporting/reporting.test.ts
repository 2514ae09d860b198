import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, type Block, type Day, type FigureValue, Problem } from '#kernel'
import type { AnyAction } from '#platform/actions'
import { closePress, codeMatches } from '#platform/documents'
import { sql } from '#platform/database'
import { alcaldesa, berta, carla, ivan, marcela, rosa, stranger, tomas, visita } from '../../../tests/cast.ts'
import { openTown, type Town, UNIT } from '../../../tests/town.ts'
import { bookOf } from './catalog.ts'
import type { DifferencesView, DutyView, EditionView, FileFormat, OutlineView, PreviewView, ReportLine, ReportView, VerificationView } from './contract.ts'
import { mood, noteSpending, reports, runJob } from './reporting.fixture.ts'
import { verifyFile } from './verification/verify-file.ts'
import { proofStore } from './verification/proof.store.ts'

const { actions, queries } = reports
const REPORT = '44444444-0000-4000-8000-000000000001'
let town: Town
const open = () => town.as(ivan).asks<ReportView>(queries.openReport, { report: REPORT })
const versionNow = async () => (await open()).report.version
const move = async (actor: Actor, action: AnyAction, more: Record<string, unknown> = {}) => town.as(actor).does(action, { report: REPORT, version: await versionNow(), ...more })
const spend = (series: string, on: string, amount: number, what: string) => town.as(tomas).does(noteSpending, { series, on, amount, what })
const issue = async (mode: 'final' | 'reservations' = 'reservations', onProgress?: (share: number) => void) =>
  runJob<{ edition: number; fingerprint: string; verificationCode: string }>(town.system, rosa, reports.issueJob, { report: REPORT, version: await versionNow(), mode }, onProgress)
const prose = (id: string, text: string, figure?: FigureValue): Block => ({ type: 'paragraph', id, content: [{ type: 'text', text }, ...(figure ? [{ type: 'figure' as const, figure }] : [])] })
const save = async (actor: Actor, key: string, content: readonly Block[]) => {
  const section = (await open()).sections.find((one) => one.key === key)
  return town.as(actor).does<{ version: number; content: Block[] }>(actions.saveSection, { report: REPORT, key, version: section?.version ?? 0, content })
}
const chipOf = (series = 'street') => town.as(ivan).reads((context) => bookOf(reports.catalog, context).get('town/spending', { series }))
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const fileOf = (format: FileFormat, edition?: number, who: Actor = rosa) => reports.file(town.system.services, who, { report: REPORT, format, paper: 'letter', ...(edition ? { edition } : {}) })

beforeAll(async () => {
  town = await openTown()
  await spend('street', '2026-03-10', 1_200_000, 'Decreto 10')
  await spend('park', '2026-05-04', 300_000, 'Decreto 11')
})
afterAll(async () => {
  await town.close()
  await closePress()
})

describe('redactar', () => {
  test('Iván inicia el informe del semestre; no se inicia dos veces, ni para un mes, ni por Visita, Marcela o Berta', async () => {
    await town.as(ivan).does(actions.startReport, { id: REPORT, kind: 'council-half-year', period: '2026-1' })
    expect((await town.as(ivan).refused(actions.startReport, { id: randomUUID(), kind: 'council-half-year', period: '2026-1' })).status).toBe(409)
    expect((await town.as(ivan).refused(actions.startReport, { id: randomUUID(), kind: 'council-half-year', period: '2026-06' })).status).toBe(400)
    for (const who of [visita, marcela, berta]) expect((await town.as(who).refused(actions.startReport, { id: randomUUID(), kind: 'council-half-year', period: '2025-2' })).status).toBe(403)
    const { report } = await open()
    // Duty EVAL-01: first half falls due on 31 July (a Friday in 2026).
    expect(report).toMatchObject({ state: 'draft', due: '2026-07-31', deliverBy: '2026-07-31', asOf: { effectiveOn: '2026-06-30', knownOn: '2026-07-22' } })
  })
  test('guardar calcula la cifra en el servidor: un valor inventado no entra', async () => {
    const figure = await chipOf()
    expect(figure.text).toBe('$1.200.000')
    const { result } = await save(ivan, 'summary', [prose('a', 'Se gastaron ', { ...figure, value: 9, text: '$9' })])
    const saved = result.content[0]
    expect(saved?.type === 'paragraph' && saved.content[1]).toMatchObject({ type: 'figure', figure: { value: 1_200_000, text: '$1.200.000' } })
    expect(result.version).toBe(1)
  })
  test('quien guarda sobre una versión vieja recibe las dos versiones y nada se pierde', async () => {
    const problem = await town.as(rosa).refused(actions.saveSection, { report: REPORT, key: 'summary', version: 0, content: [prose('b', 'Otro texto')] })
    expect(problem.status).toBe(412)
    expect(problem.facts).toMatchObject({ mine: { content: [{ id: 'b' }] }, current: { version: 1, content: [{ id: 'a' }] } })
    expect((await open()).sections.find(({ key }) => key === 'summary')?.content).toHaveLength(1)
  })
  test('no entra HTML, ni tablas escritas a mano, ni cifras que no existen; Berta no redacta', async () => {
    const send = (content: unknown[]) => town.as(ivan).refused(actions.saveSection, { report: REPORT, key: 'income', version: 0, content })
    expect((await send([prose('a', '<script>alert(1)</script>')])).status).toBe(400)
    expect((await send([{ type: 'table', id: 't', title: 'x', columns: [{ key: 'a', title: 'a', align: 'left' }], rows: [], source: 'x' }])).status).toBe(400)
    const figure = await chipOf()
    expect((await send([prose('a', 'x ', { ...figure, recipe: { ...figure.recipe, id: 'town/none' } })])).status).toBe(404)
    expect((await town.as(berta).refused(actions.saveSection, { report: REPORT, key: 'income', version: 0, content: [] })).status).toBe(403)
  })
  test('una cifra que cambió conserva lo escrito, muestra lo de ahora y lo dice', async () => {
    await spend('street', '2026-06-20', 50_000, 'Decreto 12')
    const { sections, chips } = await open()
    const block = sections.find(({ key }) => key === 'summary')?.content[0]
    expect(block?.type === 'paragraph' && block.content[1]).toMatchObject({ figure: { text: '$1.200.000' } })
    expect(chips['town/spending;series=street']?.text).toBe('$1.250.000')
    const { gaps } = await town.as(ivan).asks<OutlineView>(queries.outline, { report: REPORT })
    expect(gaps.filter(({ kind }) => kind === 'changed').map(({ text }) => text)).toEqual(['«Gasto en street» cambió de $1.200.000 a $1.250.000: relea la frase.'])
  })
  test('marcar una sección y asignarla con plazo: vencida es una reserva con el nombre de la unidad; Visita no puede', async () => {
    await town.as(ivan).does(actions.markSection, { report: REPORT, key: 'projects', version: 0, ready: false, unitId: UNIT.works, dueOn: '2026-07-10' })
    const { gaps } = await town.as(ivan).asks<OutlineView>(queries.outline, { report: REPORT })
    expect(gaps.find(({ kind }) => kind === 'late')).toMatchObject({ chapter: 'projects', unit: 'Dirección de Obras Municipales', severity: 'reservation', text: 'Dirección de Obras Municipales no entrega «Proyectos», que vencía el 10-07-2026.' })
    expect((await town.as(visita).refused(actions.markSection, { report: REPORT, key: 'projects', version: 1, ready: true })).status).toBe(403)
    await town.as(ivan).does(actions.markSection, { report: REPORT, key: 'projects', version: 1, ready: true })
  })
  test('fijar fechas: no después de hoy; fijadas, un hecho posterior no se cuenta', async () => {
    const problem = await town.as(ivan).refused(actions.pinDates, { report: REPORT, version: await versionNow(), dates: { effectiveOn: '2026-06-30', knownOn: '2026-07-23' } })
    expect(problem.status).toBe(422)
    await move(ivan, actions.pinDates, { dates: { effectiveOn: '2026-05-31', knownOn: '2026-07-22' } })
    expect((await open()).chips['town/spending;series=street']?.text).toBe('$1.200.000')
    await move(ivan, actions.pinDates, { dates: null })
    expect((await town.as(berta).refused(actions.pinDates, { report: REPORT, version: 1, dates: null })).status).toBe(403)
  })
  test('el capítulo de un módulo nuevo aparece sin tocar los demás, y la prosa queda bajo su título', async () => {
    await save(ivan, 'income', [prose('i1', 'Los ingresos siguieron su curso.')])
    const { body, chapters } = await town.as(ivan).asks<PreviewView>(queries.preview, { report: REPORT })
    expect(chapters.map(({ title }) => title)).toEqual(['Síntesis', 'Ejecución del presupuesto', 'Plan de desarrollo comunal', 'Proyectos', 'Lluvias del semestre', 'Reservas', 'Fuentes y cifras'])
    const ids = body.blocks.map(({ id }) => id)
    expect(ids.indexOf('i1')).toBe(ids.indexOf('budget-income') + 1)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('revisar y aprobar', () => {
  test('enviar, observar, devolver con observaciones y volver a enviar', async () => {
    expect((await town.as(marcela).refused(actions.sendToReview, { report: REPORT, version: await versionNow() })).status).toBe(403)
    await move(ivan, actions.sendToReview)
    expect((await town.as(ivan).refused(actions.sendToReview, { report: REPORT, version: await versionNow() })).status).toBe(409)
    expect((await town.as(rosa).refused(actions.returnReport, { report: REPORT, version: await versionNow() })).id).toBe('informes/devolver-sin-observaciones')
    const comment = randomUUID()
    await town.as(rosa).does(actions.addComment, { id: comment, report: REPORT, sectionKey: 'summary', blockId: 'a', text: 'Explique la causa.' })
    expect((await town.as(marcela).refused(actions.addComment, { id: randomUUID(), report: REPORT, sectionKey: 'summary', text: 'Hola' })).status).toBe(403)
    expect((await town.as(ivan).refused(actions.returnReport, { report: REPORT, version: await versionNow() })).status).toBe(403)
    await move(rosa, actions.returnReport)
    const view = await open()
    expect(view.report.state).toBe('draft')
    expect(view.comments).toMatchObject([{ id: comment, text: 'Explique la causa.' }])
    expect((await town.as(berta).refused(actions.resolveComment, { id: comment })).status).toBe(403)
    await town.as(ivan).does(actions.resolveComment, { id: comment })
    expect((await open()).comments[0]?.resolvedAt).toBeDefined()
    await move(ivan, actions.sendToReview)
  })
  test('quien redacta no aprueba, aunque tenga el cargo; Iván y Rosa no aprueban; la Alcaldesa sí', async () => {
    for (const who of [ivan, rosa]) expect((await town.as(who).refused(actions.approveReport, { report: REPORT, version: await versionNow() })).status).toBe(403)
    const both: Actor = { ...ivan, permissions: new Set([...ivan.permissions, 'reporting.approve']) }
    expect((await town.as(both).refused(actions.approveReport, { report: REPORT, version: await versionNow() })).id).toBe('registro/misma-persona')
    await move(alcaldesa, actions.approveReport)
    expect((await open()).report.state).toBe('approved')
    expect((await town.as(ivan).refused(actions.saveSection, { report: REPORT, key: 'summary', version: 1, content: [] })).id).toBe('informes/estado-no-permite')
  })
})

describe('emitir', () => {
  test('con una suma que no cuadra se rechaza «final» (422) y se nombra la columna; Tomás no emite', async () => {
    mood.wrongTotal = true
    const problem = await town.as(rosa).refused(actions.issueReport, { report: REPORT, version: await versionNow(), mode: 'final' })
    mood.wrongTotal = false
    expect(problem.status).toBe(422)
    // 1.250.000 + 300.000 = 1.550.000; the table says 1.000 more.
    expect(problem.errors.map(({ message }) => message)).toContain('Ejecución del presupuesto, Dirección de Administración y Finanzas: En «Gasto por obra», columna «Gasto», el total dice $1.551.000 y las filas suman $1.550.000.')
    expect((await town.as(tomas).refused(actions.issueReport, { report: REPORT, version: await versionNow(), mode: 'final' })).status).toBe(403)
  })
  test('el trabajo también lo rechaza, y detenido a medio camino no deja edición', async () => {
    mood.wrongTotal = true
    await expect(issue('final')).rejects.toMatchObject({ status: 422 })
    mood.wrongTotal = false
    await expect(issue('reservations', (share) => { if (share > 0.5) throw new Error('detenido') })).rejects.toThrow('detenido')
    expect((await open()).editions).toEqual([])
    expect((await open()).report.state).toBe('approved')
  })
  test('pedir la emisión deja un trabajo en la cola', async () => {
    const { result } = await town.as(rosa).does<{ job: string }>(actions.issueReport, { report: REPORT, version: await versionNow(), mode: 'reservations' })
    expect(result.job).toMatch(/^[0-9a-f-]{36}$/)
  })
  test('emitir con reservas congela texto, cifras y archivos, e imprime cada reserva', async () => {
    mood.warning = true
    const made = await issue()
    mood.warning = false
    expect(made.edition).toBe(1)
    expect(codeMatches(made.verificationCode, made.fingerprint)).toBe(true)
    const view = await open()
    expect(view.report.state).toBe('issued')
    expect(view.editions).toMatchObject([{ number: 1, mode: 'reservations', issuedOn: '2026-07-22', fingerprint: made.fingerprint }])
    const reservations = view.editions[0]?.reservations ?? []
    expect(reservations).toContain('Ejecución del presupuesto, Dirección de Administración y Finanzas: Mes abierto: Junio no está cerrado.')
    const html = new TextDecoder().decode((await fileOf('html', 1)).bytes)
    for (const text of reservations) expect(html).toContain(text)
    expect(html).toContain(made.verificationCode)
    expect(html).toContain('$1.250.000')
    for (const format of ['html', 'pdf', 'docx', 'json'] as const) expect(hash((await fileOf(format, 1)).bytes)).toBe(view.editions[0]?.files[format].hash)
  })
  test('el borrador se descarga con su marca, y Visita no descarga nada', async () => {
    expect(new TextDecoder().decode((await fileOf('html')).bytes)).toContain('BORRADOR')
    await expect(fileOf('html', 1, visita)).rejects.toMatchObject({ status: 403 })
    await expect(fileOf('html', undefined, marcela)).rejects.toMatchObject({ status: 403 })
    expect((await fileOf('pdf', 1, marcela)).name).toBe('informe-semestral-2026-1-edicion-1.pdf')
  })
})

describe('después de emitir', () => {
  let before: Uint8Array[]
  test('una corrección posterior deja bytes y huella iguales, y «diferencias» la muestra con su asiento', async () => {
    const formats = ['html', 'pdf', 'docx', 'json'] as const
    before = await Promise.all(formats.map(async (format) => (await fileOf(format, 1)).bytes))
    const [{ fingerprint } = { fingerprint: '' }] = (await open()).editions
    await spend('park', '2026-06-28', 40_000, 'Decreto 13, tardío')
    const { changed, compared } = await town.as(carla).asks<DifferencesView>(queries.differences, { report: REPORT, edition: 1 })
    expect((await town.as(marcela).refused(queries.differences, { report: REPORT, edition: 1 })).status).toBe(403)
    expect(compared).toBe(2)
    expect(changed).toMatchObject([{ title: 'Gasto en park', before: '$300.000', now: '$340.000', places: ['Ejecución del presupuesto', 'Fuentes y cifras'], entries: [{ summary: 'Se anotó Decreto 13, tardío', text: '$340.000' }] }])
    const after = await Promise.all(formats.map(async (format) => (await fileOf(format, 1)).bytes))
    expect(after.map(hash)).toEqual(before.map(hash))
    expect((await open()).editions[0]?.fingerprint).toBe(fingerprint)
  })
  test('ni la base deja cambiar una edición', async () => {
    const scope = { commune: rosa.commune, accountId: rosa.accountId, clearances: [...rosa.clearances] }
    await expect(town.system.database.write(scope, (tx) => tx.run(sql`update reporting.editions set body = '{}' where commune = ${tx.commune}`))).rejects.toThrow()
    await expect(town.system.database.asOwner((tx) => tx.run(sql`delete from reporting.deliveries`))).resolves.toBe(0)
    await expect(town.system.database.asOwner((tx) => tx.run(sql`delete from reporting.editions`))).rejects.toThrow(/append-only/)
  })
  test('emitir no cumple el deber: sólo la entrega, que registra la Secretaria; anularla lo deja pendiente', async () => {
    const duty = async () => (await town.as(rosa).asks<{ duties: DutyView[] }>(queries.duties)).duties.find(({ period }) => period === '2026-1')
    expect(await duty()).toMatchObject({ state: 'issued', due: '2026-07-31' })
    const delivery = { id: randomUUID(), report: REPORT, edition: 1, kind: 'receipt', number: '143', deliveredOn: '2026-07-22' }
    for (const who of [rosa, ivan, alcaldesa, marcela]) expect((await town.as(who).refused(actions.recordDelivery, delivery)).status).toBe(403)
    expect((await town.as(berta).refused(actions.recordDelivery, { ...delivery, deliveredOn: '2026-07-23' })).id).toBe('informes/entrega-futura')
    expect((await town.as(berta).refused(actions.recordDelivery, { ...delivery, deliveredOn: '2026-07-21' })).id).toBe('informes/entrega-antes-de-emitir')
    expect((await town.as(berta).refused(actions.recordDelivery, { ...delivery, edition: 2 })).status).toBe(404)
    await town.as(berta).does(actions.recordDelivery, delivery)
    expect((await town.as(berta).refused(actions.recordDelivery, { ...delivery, id: randomUUID() })).id).toBe('informes/ya-entregado')
    expect(await duty()).toMatchObject({ state: 'fulfilled', late: false, evidence: { kind: 'receipt', number: '143', receivedBy: 'Secretaría Municipal', edition: 1 } })
    expect((await open()).report.state).toBe('delivered')
    expect((await town.as(rosa).refused(actions.undoDelivery, { id: delivery.id, reason: 'Se anotó por error' })).status).toBe(403)
    await town.as(berta).does(actions.undoDelivery, { id: delivery.id, reason: 'Se anotó por error' })
    expect(await duty()).toMatchObject({ state: 'issued' })
    expect((await open()).report.state).toBe('issued')
    await town.as(berta).does(actions.recordDelivery, { ...delivery, id: randomUUID(), kind: 'session', number: '31' })
    // The half-year before was due on 31 January and nobody delivered it.
    const { duties } = await town.as(rosa).asks<{ duties: DutyView[] }>(queries.duties)
    expect(duties.find(({ period }) => period === '2025-2')).toMatchObject({ state: 'overdue', due: '2026-01-31', deliverBy: '2026-01-30' })
  })
  test('una nueva edición reemplaza a la anterior, que se sigue verificando', async () => {
    expect((await town.as(ivan).refused(actions.reopenReport, { report: REPORT, version: await versionNow(), reason: 'Corregir el gasto' })).status).toBe(403)
    await move(rosa, actions.reopenReport, { reason: 'Corregir el gasto del parque' })
    await move(ivan, actions.sendToReview)
    await move(alcaldesa, actions.approveReport)
    const made = await issue()
    expect(made.edition).toBe(2)
    const { editions } = await open()
    expect(editions.map(({ number, replaces }: EditionView) => [number, replaces])).toEqual([[2, 1], [1, undefined]])
    expect(editions[0]?.fingerprint).not.toBe(editions[1]?.fingerprint)
    const first = await town.as(visita).asks<VerificationView>(queries.verify, { code: editions[1]?.verificationCode })
    expect(first).toMatchObject({ found: true, by: 'code', edition: { number: 1, replacedBy: 2, municipality: 'Municipalidad de Villa Prueba' } })
  })
})

describe('verificar', () => {
  test('cualquiera comprueba por código mal tecleado, por huella y por archivo; otra comuna no lo conoce', async () => {
    const [edition] = (await open()).editions
    const typed = edition?.verificationCode.toLowerCase().replaceAll('-', ' ')
    expect(await town.as(visita).asks<VerificationView>(queries.verify, { code: typed })).toMatchObject({ found: true, edition: { number: 2 } })
    expect(await town.as(visita).asks<VerificationView>(queries.verify, { fingerprint: edition?.fingerprint })).toMatchObject({ found: true, by: 'fingerprint' })
    expect(await town.as(visita).asks<VerificationView>(queries.verify, { file: edition?.files.pdf.hash })).toMatchObject({ found: true, by: 'file' })
    expect(await town.as(visita).asks<VerificationView>(queries.verify, { code: '0000-0000-0000' })).toEqual({ found: false })
    expect(await town.as(stranger).asks<VerificationView>(queries.verify, { fingerprint: edition?.fingerprint })).toEqual({ found: false })
    expect((await town.as(visita).refused(queries.verify, {})).status).toBe(400)
  })
  test('un archivo de datos alterado se descubre sin red ni base; PDF y Word se reconocen por sus bytes y por su huella impresa', async () => {
    const { bytes } = await fileOf('json', 2)
    expect(await verifyFile(bytes)).toMatchObject({ verdict: 'valid', format: 'json' })
    const text = new TextDecoder().decode(bytes)
    expect(text).toContain('1250000')
    expect(await verifyFile(new TextEncoder().encode(text.replaceAll('1250000', '1150000')))).toMatchObject({ verdict: 'altered', format: 'json' })
    const proofs = (await town.system.database.read({ commune: rosa.commune, accountId: visita.accountId, clearances: ['public'] }, (tx) => proofStore(tx).all())).map((row) => ({ fingerprint: row.fingerprint, verificationCode: row.verification_code, title: row.title, edition: row.edition, issuedOn: row.issued_on, hashes: row.hashes }))
    for (const format of ['pdf', 'docx', 'html'] as const) {
      const file = await fileOf(format, 2)
      expect(await verifyFile(file.bytes, proofs)).toMatchObject({ verdict: 'valid', format, proof: { edition: 2 } })
      expect(await verifyFile(file.bytes)).toMatchObject({ verdict: 'unknown', fingerprint: proofs[0]?.fingerprint })
    }
    const html = new TextDecoder().decode((await fileOf('html', 2)).bytes)
    expect(await verifyFile(new TextEncoder().encode(html.replaceAll('$1.250.000', '$1.150.000')), proofs)).toMatchObject({ verdict: 'altered', proof: { edition: 2 } })
    expect(await verifyFile(new TextEncoder().encode('hola'))).toMatchObject({ verdict: 'unknown', format: 'other' })
  })
})

describe('quién ve', () => {
  test('otra comuna no ve informes, ni ediciones, ni cifras congeladas, ni archivos', async () => {
    expect(await town.as(stranger).asks(queries.listReports)).toEqual({ reports: [] })
    expect((await town.as(stranger).refused(queries.openReport, { report: REPORT })).status).toBe(404)
    expect((await town.as(stranger).refused(queries.issuedReport, { report: REPORT, edition: 1 })).status).toBe(404)
    expect((await town.as(stranger).refused(queries.differences, { report: REPORT, edition: 1 })).status).toBe(404)
    await expect(fileOf('pdf', 1, stranger)).rejects.toBeInstanceOf(Problem)
    expect((await town.as(stranger).asks<{ duties: DutyView[] }>(queries.duties)).duties.every(({ state }) => state !== 'fulfilled')).toBe(true)
  })
  test('Marcela lee lo emitido y no los borradores', async () => {
    const { reports: lines } = await town.as(marcela).asks<{ reports: ReportLine[] }>(queries.listReports)
    expect(lines).toMatchObject([{ id: REPORT, edition: 2, state: 'delivered' }])
    for (const query of [queries.openReport, queries.outline, queries.preview]) expect((await town.as(marcela).refused(query, { report: REPORT })).status).toBe(403)
    expect(await town.as(marcela).asks(queries.issuedReport, { report: REPORT, edition: 1 })).toMatchObject({ number: 1, mode: 'reservations' })
    expect((await town.as(visita).refused(queries.listReports, {})).status).toBe(403)
  })
  test('conocido antes de la emisión, el informe no tiene ediciones', async () => {
    const view = await town.as(ivan).asks<ReportView>(queries.openReport, { report: REPORT }, { effectiveOn: '2026-06-30' as never, knownOn: '2026-07-21' as never })
    expect(view.editions).toEqual([])
  })
})

test('la ficha de una cifra suma sus registros, cita la norma por confirmar, cuenta su historia y dónde aparece', async () => {
  const sheet = await town.as(ivan).reads((context) => reports.figureSheet(context, { id: 'town/spending', parameters: { series: 'park' }, asOf: context.asOf }, { page: 1, size: 1 }))
  expect(sheet.figure.text).toBe('$340.000')
  expect(sheet.trail).toMatchObject({ total: 2, sumText: '$340.000', records: [{ documentTitle: 'Decreto 11', amountText: '$300.000' }] })
  expect(sheet.law[0]).toMatchObject({ article: '21 letra c' })
  expect(sheet.law[0]?.title).toContain('por confirmar')
  expect(sheet.appears?.some(({ title }) => title.includes('edición 1') && title.includes('$300.000'))).toBe(true)
  expect(sheet.fingerprint).toMatch(/^[0-9a-f]{64}$/)
  // Everything was recorded on 22 July: on the 21st nothing was known of facts up to 30 June.
  const asOf = { effectiveOn: '2026-06-30' as Day, knownOn: '2026-07-22' as Day }
  const past = await town.as(ivan).reads((context) => reports.figureSheet(context, { id: 'town/spending', parameters: { series: 'park' }, asOf }, { page: 1, size: 1 }))
  expect(past.history).toEqual([{ knownOn: '2026-07-21', text: 'era sin dato; el 22-07-2026 pasó a $340.000' }])
  const second = await town.as(ivan).reads((context) => reports.figureSheet(context, { id: 'town/spending', parameters: { series: 'park' }, asOf }, { page: 2, size: 1 }))
  expect(second.trail.records).toMatchObject([{ documentTitle: 'Decreto 13, tardío' }])
})
test('buscar cifras ofrece las del documento y las registradas, con su valor; Marcela no busca', async () => {
  const { choices } = await town.as(ivan).asks<{ choices: { title: string; figure: FigureValue }[] }>(queries.figureChoices, { report: REPORT, text: 'park' })
  expect(choices.map(({ title, figure }) => [title, figure.text])).toEqual([['Gasto en park', '$340.000']])
  expect((await town.as(marcela).refused(queries.figureChoices, { report: REPORT })).status).toBe(403)
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel'
import { openTown, type Town } from '../../../tests/town.ts'
import { stranger } from '../../../tests/cast.ts'
import { actions, desk, letterInput, queries, staff, type Staff } from './acts.fixture.ts'
import type { ActView, BookView, DeskView } from './contract.ts'

let town: Town
let people: Staff
let office: ReturnType<typeof desk>
beforeAll(async () => {
  town = await openTown()
  people = await staff(town)
  office = desk(town, people)
})
afterAll(() => town.close())
const open = (id: string, actor: Actor = people.analyst) => town.as(actor).asks<ActView>(queries.openAct, { id })
const stateOf = async (id: string) => (await open(id)).act.state
const reason = 'Falta citar el acuerdo del Concejo'

describe('el circuito, paso a paso', () => {
  test('un oficio va del borrador a la notificación, y su texto queda fijo al numerarse', async () => {
    const id = await office.draft(people.analyst)
    expect(await stateOf(id)).toBe('draft')
    await office.step(people.analyst, actions.sendAct, id)
    expect(await stateOf(id)).toBe('in-visa')
    await office.step(people.head, actions.grantVisa, id)
    expect(await stateOf(id)).toBe('to-number')
    const numbered = await office.step(people.clerk, actions.numberAct, id, { actOn: '2026-07-22' })
    expect(numbered).toMatchObject({ year: 2026, title: expect.stringMatching(/^Oficio ordinario N\.º \d+ de 2026$/) })
    const before = await open(id)
    expect(before.act.fingerprint).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(before.body)).toContain('Ana Huenchumil Rain')
    // Signer in capitals, drafter in small letters: A(na) H(uenchumil) R(ain) / i(ván) s(epúlveda) m(ora).
    expect(JSON.stringify(before.body)).toContain('AHR/ism')
    await office.step(people.clerk, actions.signAct, id, { mode: 'scan', file: await office.file(people.clerk, office.png, 'papel.png'), signedOn: '2026-07-22' })
    expect(await stateOf(id)).toBe('to-notify')
    const { result } = await town.as(people.clerk).does<{ version: number; state: string }>(actions.notifyAct, { id: crypto.randomUUID(), act: id, version: office.version(id), addressee: 'Director Regional de Vialidad', means: 'certified-letter', notifiedOn: '2026-07-22' })
    expect(result.state).toBe('notified')
    const done = await open(id)
    expect(done.body).toEqual(before.body)
    expect(done.circuit.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done', 'done'])
    // LBPA 46: third business day after Wednesday 22-07-2026 is Monday 27.
    expect(done.notifications[0]?.presumedOn).toBe('2026-07-27')
    // LBPA 45: five business days after 22-07-2026 is 29-07-2026.
    expect(done.act.notifyBy).toBe('2026-07-29')
  })
  test('devuelto, vuelve a quien redacta con su motivo, y al enviarlo de nuevo los vistos buenos empiezan otra vez', async () => {
    const id = await office.draft(people.analyst, { kind: 'decree', template: 'blank' })
    await office.step(people.analyst, actions.sendAct, id)
    await office.step(people.head, actions.grantVisa, id)
    await office.step(people.legal, actions.returnAct, id, { reason })
    const back = await open(id)
    expect(back.act.state).toBe('draft')
    expect(back.circuit[0]).toMatchObject({ state: 'bad', note: `Devuelto: ${reason}` })
    expect((await town.as(people.analyst).asks<DeskView>(queries.signingDesk)).returned.map((act) => act.id)).toContain(id)
    await office.step(people.analyst, actions.sendAct, id)
    expect((await town.as(people.legal).refused(actions.grantVisa, { id, version: office.version(id) })).id).toBe('actos/visa-de-otro-cargo')
    for (const who of [people.head, people.legal, people.control]) await office.step(who, actions.grantVisa, id)
    expect(await stateOf(id)).toBe('to-number')
  })
  test('Secretaría Municipal devuelve antes de numerar; nadie más', async () => {
    const id = await office.toNumber()
    expect((await town.as(people.head).refused(actions.returnAct, { id, version: office.version(id), reason })).id).toBe('actos/visa-de-otro-cargo')
    await office.step(people.clerk, actions.returnAct, id, { reason })
    expect(await stateOf(id)).toBe('draft')
  })
  test('el número anulado antes de firmar no se vuelve a dar y el libro dice por qué', async () => {
    const id = await office.toSign()
    const { number } = (await open(id)).act
    await office.step(people.clerk, actions.annulNumber, id, { reason: 'Se imprimió con el destinatario equivocado' })
    const next = (await open(await office.toSign())).act.number
    expect(next).toBe((number ?? 0) + 1)
    const book = await town.as(people.clerk).asks<BookView>(queries.openBook, { series: 'letter', year: '2026' })
    expect(book.rows.find((row) => row.number === number)).toMatchObject({ state: 'annulled', note: 'Anulado: Se imprimió con el destinatario equivocado' })
  })
  test('lo firmado sólo cambia por otro acto: los dos quedan enlazados', async () => {
    const id = await office.signed()
    expect((await town.as(people.clerk).refused(actions.annulNumber, { id, version: office.version(id), reason })).id).toBe('actos/estado-no-permite')
    const other = await office.signed({ kind: 'letter', affects: { act: id, effect: 'annuls' }, subject: 'Déjase sin efecto el oficio anterior' })
    expect((await open(id)).affectedBy.map((link) => link.id)).toEqual([other])
    expect((await open(id)).act.effect).toBe('dejado sin efecto')
    expect((await open(other)).affects).toMatchObject({ id, note: 'lo deja sin efecto' })
    const pending = await office.draft(people.analyst)
    expect((await town.as(people.analyst).refused(actions.draftAct, letterInput({ affects: { act: pending, effect: 'modifies' } }))).id).toBe('actos/acto-aun-no-rige')
  })
  test('un borrador eliminado se recupera dentro de noventa días', async () => {
    const id = await office.draft(people.analyst)
    await office.step(people.analyst, actions.deleteDraft, id)
    expect((await open(id)).act.restorableUntil).toBe('2026-10-20') // 22-07-2026 + 90 days
    await office.step(people.analyst, actions.restoreDraft, id)
    expect(await stateOf(id)).toBe('draft')
  })
})

describe('quien redacta no aprueba, y cada paso es de su cargo', () => {
  test('la directora que redacta no visa lo suyo: el cargo se omite y se dice', async () => {
    const id = await office.draft(people.head, { unitId: '11111111-0000-4000-8000-000000000001' })
    await office.step(people.head, actions.sendAct, id)
    const view = await open(id)
    expect(view.act.state).toBe('to-number')
    expect(view.events.at(-1)?.reason).toMatch(/Sin visto bueno de quien redacta: Jefatura/)
    expect((await town.as(people.clerk).refused(actions.numberAct, { id, version: office.version(id), actOn: '2026-07-22', signerOfficeId: '00000000-0000-4000-8000-000000000001' })).id).toBe('actos/sin-firmante')
  })
  test('quien redacta no aparece entre quienes pueden firmar, salvo en lo que nada aprueba', async () => {
    const own = await office.draft(people.head, { signerRole: 'planning_director' })
    await office.step(people.head, actions.sendAct, own)
    expect((await town.as(people.clerk).refused(actions.numberAct, { id: own, version: office.version(own), actOn: '2026-07-22' })).id).toBe('actos/sin-firmante')
    const memo = await office.draft(people.head, { kind: 'memo', signerRole: 'planning_director' })
    await office.step(people.head, actions.sendAct, memo)
    expect(await office.step(people.clerk, actions.numberAct, memo, { actOn: '2026-07-22' })).toMatchObject({ title: 'Memorándum SECPLA N.º 1 de 2026' })
    await office.step(people.head, actions.signAct, memo, { mode: 'scan', file: await office.file(people.head, office.png), signedOn: '2026-07-22' })
    expect(await stateOf(memo)).toBe('to-notify')
  })
  test('un colega continúa el borrador y desde entonces es suyo; otra unidad no', async () => {
    const id = await office.draft(people.analyst)
    expect((await town.as(people.colleague).refused(actions.sendAct, { id, version: 1 })).id).toBe('actos/no-es-quien-redacta')
    expect((await town.as(people.works).refused(actions.takeDraft, { id, version: 1 })).id).toBe('actos/borrador-de-otra-unidad')
    await office.step(people.colleague, actions.takeDraft, id)
    await office.step(people.colleague, actions.sendAct, id)
    expect(await stateOf(id)).toBe('in-visa')
  })
  test('un subrogante firma con (S), y sólo mientras dura su decreto', async () => {
    const { hire } = await import('./acts.fixture.ts')
    await hire(town, 'Jorge Bascuñán Ferrada', [{ role: 'mayor', title: 'Alcalde', from: '2026-07-13' as never, to: '2026-07-17' as never, substitute: { decree: 'Decreto 501', date: '2026-07-10' as never } }])
    // The book of letters already goes on 22-07: another series keeps its own dates.
    const id = await office.draft(people.analyst, { kind: 'instruction', template: 'blank', signerRole: 'mayor' })
    await office.step(people.analyst, actions.sendAct, id)
    await office.step(people.legal, actions.grantVisa, id)
    await office.step(people.clerk, actions.numberAct, id, { actOn: '2026-07-15' })
    const text = JSON.stringify((await open(id)).body)
    expect(text).toContain('Jorge Bascuñán Ferrada')
    expect((await open(id)).circuit.find((step) => step.id === 'sign')?.note).toBe('Alcalde (S)')
    const later = await office.draft(people.analyst, { kind: 'instruction', template: 'blank', signerRole: 'mayor' })
    await office.step(people.analyst, actions.sendAct, later)
    await office.step(people.legal, actions.grantVisa, later)
    await office.step(people.clerk, actions.numberAct, later, { actOn: '2026-07-20' })
    expect(JSON.stringify((await open(later)).body)).toContain('Ana Huenchumil Rain')
  })
  test('un cargo vacante detiene el envío y dice cuál', async () => {
    await town.as(people.clerk).does(actions.changeCircuit, { kind: 'technical-report', version: 0, visas: ['unit-head', 'dpo'], signers: ['planning_director'] })
    const id = await office.draft(people.analyst, { kind: 'technical-report', signerRole: 'planning_director' })
    const problem = await town.as(people.analyst).refused(actions.sendAct, { id, version: 1 })
    expect(problem.id).toBe('actos/cargo-vacante')
    expect(problem.detail).toContain('Encargado de protección de datos')
  })
  test('sin destinatario, o con espacios por llenar, no se envía', async () => {
    const bare = await office.draft(people.analyst, { addressees: [], distribution: [], kind: 'certificate', template: 'blank', content: undefined, signerRole: 'clerk' })
    expect((await town.as(people.analyst).refused(actions.sendAct, { id: bare, version: 1 })).id).toBe('actos/sin-destinatario')
    const unfilled = await office.draft(people.analyst, { content: undefined, template: 'answer' })
    const problem = await town.as(people.analyst).refused(actions.sendAct, { id: unfilled, version: 1 })
    expect(problem.id).toBe('actos/texto-incompleto')
    expect(problem.detail).toContain('[qué se responde]')
  })
})

describe('cada acción, por cada cargo', () => {
  /** Who holds the permission of each action; everybody else is refused with 403 before anything is read. */
  const holders: Readonly<Record<string, readonly (keyof Staff)[]>> = {
    draftAct: ['head', 'analyst', 'colleague', 'legal', 'control', 'works', 'clerk'], saveAct: ['head', 'analyst', 'colleague', 'legal', 'control', 'works', 'clerk'], takeDraft: ['head', 'analyst', 'colleague', 'legal', 'control', 'works', 'clerk'],
    addAntecedent: ['head', 'analyst', 'colleague', 'legal', 'control', 'works', 'clerk'], removeAntecedent: ['head', 'analyst', 'colleague', 'legal', 'control', 'works', 'clerk'], sendAct: ['head', 'analyst', 'colleague', 'legal', 'control', 'works', 'clerk'],
    deleteDraft: ['head', 'analyst', 'colleague', 'legal', 'control', 'works', 'clerk'], restoreDraft: ['head', 'analyst', 'colleague', 'legal', 'control', 'works', 'clerk'],
    grantVisa: ['head', 'legal', 'control', 'works', 'clerk'], returnAct: ['head', 'legal', 'control', 'works', 'clerk'], numberAct: ['clerk'], annulNumber: ['clerk'], recordPaperNumbers: ['clerk'], keepActFiles: ['clerk'], changeCircuit: ['clerk'],
    signAct: ['mayor', 'head', 'analyst', 'colleague', 'legal', 'control', 'works', 'clerk'], notifyAct: ['head', 'analyst', 'colleague', 'legal', 'works', 'clerk'], recordReceipt: ['head', 'analyst', 'colleague', 'legal', 'works', 'clerk'],
    registerIncoming: ['clerk'], routeIncoming: ['clerk'], closeIncoming: ['clerk'], reopenIncoming: ['clerk'],
    recallAct: ['head', 'analyst', 'colleague', 'legal', 'control', 'works', 'clerk'], withdrawSignature: ['mayor', 'head', 'analyst', 'colleague', 'legal', 'control', 'works', 'clerk'],
    ...Object.fromEntries(['withdrawNotification', 'mailAct', 'recordMail', 'retryMail', 'cancelMail'].map((name) => [name, ['head', 'analyst', 'colleague', 'legal', 'works', 'clerk']])),
  }
  test('la lista de arriba nombra todas las acciones del módulo', () => { expect(Object.keys(holders).sort()).toEqual(Object.keys(actions).sort()) })
  test.each(Object.keys(holders))('%s', (name) => {
    const definition = actions[name as keyof typeof actions]
    for (const key of Object.keys(people) as (keyof Staff)[]) expect(definition.allowed(people[key]), `${name} por ${key}`).toBe(holders[name]?.includes(key))
  })
  test('un paso fuera de su estado se rechaza, sea cual sea', async () => {
    const id = await office.draft(people.analyst)
    const version = office.version(id)
    const file = await office.file(people.clerk, office.png)
    const wrong: readonly [Actor, (typeof actions)[keyof typeof actions], Record<string, unknown>][] = [
      [people.head, actions.grantVisa, {}], [people.head, actions.returnAct, { reason }], [people.clerk, actions.numberAct, { actOn: '2026-07-22' }], [people.clerk, actions.annulNumber, { reason }],
      [people.clerk, actions.signAct, { mode: 'scan', file, signedOn: '2026-07-22' }], [people.analyst, actions.restoreDraft, {}],
    ]
    for (const [who, action, input] of wrong) expect((await town.as(who).refused(action, { id, version, ...input })).id, action.name).toBe('actos/estado-no-permite')
    expect((await town.as(people.clerk).refused(actions.notifyAct, { id: crypto.randomUUID(), act: id, version, addressee: 'Archivo', means: 'internal', notifiedOn: '2026-07-22' })).id).toBe('actos/estado-no-permite')
    const sent = await office.toNumber()
    for (const [action, input] of [[actions.sendAct, {}], [actions.deleteDraft, {}], [actions.takeDraft, {}]] as const) expect((await town.as(people.analyst).refused(action, { id: sent, version: office.version(sent), ...input })).id, action.name).toBe('actos/estado-no-permite')
  })
  test('una versión vieja se rechaza con la vigente', async () => {
    const id = await office.draft(people.analyst)
    await office.step(people.analyst, actions.saveAct, id, { subject: 'Otra materia del oficio', signerRole: 'mayor', addressees: ['X Y'], distribution: [], references: [], restricted: false, content: [] })
    const problem = await town.as(people.analyst).refused(actions.sendAct, { id, version: 1 })
    expect(problem.status).toBe(412)
    expect(problem.facts['current']).toMatchObject({ subject: 'Otra materia del oficio', version: 2 })
  })
  test('otra comuna no ve nada, y quien no tiene cargo de lectura tampoco', async () => {
    const id = await office.signed()
    expect((await town.as(stranger).refused(queries.openAct, { id })).status).toBe(404)
    expect(await town.as(stranger).asks(queries.listActs)).toMatchObject({ total: 0 })
    expect((await town.as(stranger).refused(actions.deleteDraft, { id, version: 1 })).status).toBe(404)
    expect((await town.as(people.councillor).refused(queries.listActs, {})).status).toBe(403)
    expect((await town.as(people.technician).refused(queries.openAct, { id })).status).toBe(403)
  })
  test('un acto reservado no lo ve quien no tiene esa reserva, ni en la búsqueda', async () => {
    expect((await town.as(people.analyst).refused(actions.draftAct, letterInput({ restricted: true }))).id).toBe('actos/reserva-sin-permiso')
    const id = await office.draft(people.head, { restricted: true, subject: 'Sumario de prueba reservado' })
    expect((await town.as(people.analyst).refused(queries.openAct, { id })).status).toBe(404)
    expect((await town.as(people.analyst).asks<{ acts: { id: string }[] }>(queries.listActs, { text: 'sumario' })).acts).toEqual([])
    expect((await town.as(people.legal).asks<{ acts: { id: string }[] }>(queries.listActs, { text: 'SUMARIO' })).acts.map((act) => act.id)).toEqual([id])
  })
})

describe('cómo se sabía en otra fecha', () => {
  test('vigente al día anterior, el acto aún no existe; conocido al día anterior, tampoco', async () => {
    const id = await office.toSign()
    const list = (asOf: { effectiveOn: string; knownOn: string }) => town.as(people.analyst).asks<{ acts: { id: string; state: string; number: number | null }[] }>(queries.listActs, { size: '200' }, asOf as never)
    expect((await list({ effectiveOn: '2026-07-22', knownOn: '2026-07-22' })).acts.find((act) => act.id === id)).toMatchObject({ state: 'to-sign', number: expect.any(Number) })
    expect((await list({ effectiveOn: '2026-07-21', knownOn: '2026-07-22' })).acts.find((act) => act.id === id)).toBeUndefined()
    expect((await list({ effectiveOn: '2026-07-22', knownOn: '2026-07-21' })).acts).toEqual([])
  })
})

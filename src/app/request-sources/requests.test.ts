import { randomUUID } from 'node:crypto'
import { evidence } from '#evidence'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newToken, tokenHash } from '#platform/identity'
import { showIndicator } from '#plan'
import { showProject } from '#projects'
import { carla, COMMUNE, dario, ivan, marcela, person, rosa, stranger, visita } from '../../../tests/cast.ts'
import { UNIT } from '../../../tests/town.ts'
import type { AnswererView, ItemHistory, SavedDrafts, CampaignAnswer, CampaignList, LinkAnswer, PreviewAnswer } from '../../modules/requests/contract.ts'
import { didecoAnswers, hugo, ID, openAskedTown, openCampaignIn, requestActions as actions, requestQueries as queries, shown, sofia } from './testing/asked-town.ts'
import { requestsWork } from '../../modules/requests/work.ts'

type AskedTown = Awaited<ReturnType<typeof openAskedTown>>
let town: AskedTown
let dideco = ''
let dom = ''
beforeAll(async () => {
  town = await openAskedTown()
  ;({ dideco, dom } = await openCampaignIn(town))
})
afterAll(() => town.close())
const board = (id = ID.campaign) => town.as(rosa).asks<CampaignAnswer>(queries.showCampaign, { id })
const ofUnit = async (unit: string) => (await board()).units.find(({ unitId }) => unitId === unit)
const link = async (request: string, given = `${COMMUNE}.${newToken()}`) => {
  await town.as(rosa).does(actions.issueLink, { id: randomUUID(), requestId: request, tokenHash: tokenHash(given) })
  return { commune: COMMUNE, token: given }
}

describe('abrir una campaña', () => {
  test('la vista previa sale de los registros: lo medido no se pide, lo que falta sí, con lo último que se sabe', async () => {
    const preview = await town.as(rosa).asks<PreviewAnswer>(queries.previewCampaign, { period: '2026-1' })
    expect(preview.asked.map(({ label, unitId, previousText }) => [label, unitId, previousText])).toEqual([
      ['I01 Familias conectadas', UNIT.community, '188 familias'], ['I02 Mujeres en la dotación', null, ''], ['Avance físico: Construcción sede social del valle', UNIT.works, ''],
    ])
    expect((await town.as(rosa).asks<PreviewAnswer>(queries.previewCampaign, { period: '2025-2' })).asked.map(({ label }) => label)).not.toContain('I01 Familias conectadas')
    // From Wednesday 22 July 2026, eight business days: 23, 24, 27 to 31 July and 3 August.
    expect(preview.suggestedDue).toBe('2026-08-03')
    expect(preview.units.find(({ id }) => id === UNIT.community)?.addressee).toMatchObject({ name: 'Sofía Nahuel', post: 'Directora de Desarrollo Comunitario', hasEmail: true })
  })
  test('cada unidad recibe lo suyo y queda un mensaje por enviar a cada una, sin enlace guardado', async () => {
    const { units, campaign } = await board()
    expect(units.map(({ unitName, items, state }) => [unitName, items, state])).toEqual([['Dirección de Desarrollo Comunitario', 3, 'owed'], ['Dirección de Obras Municipales', 1, 'owed']])
    expect(campaign.reminders).toEqual(['2026-07-29', '2026-07-31', '2026-08-04'])
    const { rows } = await town.system.database.asOwner((tx) => tx.raw('select body, state, addressee from mail.messages order by addressee', []))
    expect(rows).toMatchObject([{ state: 'queued', addressee: 'Directora de Desarrollo Comunitario' }, { state: 'queued', addressee: 'Director de Obras' }].sort((a, b) => (a.addressee < b.addressee ? -1 : 1)))
    for (const { body } of rows as { body: string }[]) { expect(body).toContain('{{enlace}}'); expect(body).not.toMatch(/Sofía|Hugo/) }
  })
  test('no se abre lo que ya no se debe, ni con un vencimiento inhábil, ni para una unidad que no existe', async () => {
    const base = { id: randomUUID(), title: 'Otra campaña', period: '2026-1', dueOn: '2026-07-31' }
    const one = { id: randomUUID(), source: 'question', unitId: UNIT.community, label: '¿Algo más?' }
    expect((await town.as(rosa).refused(actions.openCampaign, { ...base, period: '2025-2', items: [{ ...one, source: 'indicator', subjectId: ID.families }] })).id).toBe('solicitudes/ya-no-se-debe')
    expect((await town.as(rosa).refused(actions.openCampaign, { ...base, dueOn: '2026-08-01', items: [one] })).id).toBe('solicitudes/vencimiento-no-habil')
    expect((await town.as(rosa).refused(actions.openCampaign, { ...base, dueOn: '2026-07-22', items: [one] })).id).toBe('solicitudes/vencimiento-no-habil')
    expect((await town.as(rosa).refused(actions.openCampaign, { ...base, items: [{ ...one, unitId: randomUUID() }] })).id).toBe('solicitudes/unidad-desconocida')
  })
})

describe('responder', () => {
  test('la unidad guarda a medias, envía completa, y sólo entonces la SECPLA puede revisar', async () => {
    const asked = await shown(town, sofia, dideco)
    const [first] = didecoAnswers(asked)
    await town.as(sofia).does(actions.saveAnswers, { requestId: dideco, answers: [first] })
    expect((await ofUnit(UNIT.community))?.state).toBe('started')
    const lacking = await town.as(sofia).refused(actions.submitAnswers, { requestId: dideco })
    expect([lacking.id, lacking.errors.length]).toEqual(['solicitudes/faltan-respuestas', 2])
    expect((await town.as(sofia).does<SavedDrafts>(actions.saveAnswers, { requestId: dideco, answers: didecoAnswers(asked) })).result.conflicts).toEqual([])
    await town.as(sofia).does(actions.submitAnswers, { requestId: dideco })
    expect(await ofUnit(UNIT.community)).toMatchObject({ state: 'sent', sent: 3, noNews: 1, submittedOn: '2026-07-22', lateDays: 0 })
    const late = await town.as(sofia).does<SavedDrafts>(actions.saveAnswers, { requestId: dideco, answers: [{ ...first, value: 300 }] })
    expect(late.result).toMatchObject({ saved: [], conflicts: [{ itemId: first?.itemId, kind: 'sent', theirs: { value: 212 } }] })
  })
  test('lo que debo y lo que debo revisar llegan a Mi trabajo', async () => {
    const [waiting] = await town.as(sofia).reads(requestsWork)
    expect(waiting).toMatchObject({ state: 'waiting', who: 'SECPLA' })
    expect(await town.as(hugo).reads(requestsWork)).toMatchObject([{ state: 'owed', what: 'Responder «Actualización del 1.er semestre»: 1 dato de 1.er semestre 2026', until: '2026-08-03', action: 'Responder' }])
    expect((await town.as(rosa).reads(requestsWork)).map(({ what }) => what)).toEqual(['Revisar 3 respuestas de Dirección de Desarrollo Comunitario'])
    for (const nobody of [visita, stranger, dario, marcela]) expect(await town.as(nobody).reads(requestsWork)).toEqual([])
  })
  test('devuelta con motivo, la corrige; aceptada, es la medición del indicador, con otra persona que aprueba', async () => {
    const sent = (await shown(town, rosa, dideco)).items
    const families = sent.find(({ label }) => label.startsWith('I01'))
    await town.as(rosa).does(actions.returnAnswer, { answerId: families?.answer?.id, reason: 'El acta 14 no incluye Huiscapi' })
    expect((await ofUnit(UNIT.community))?.state).toBe('returned')
    expect((await town.as(rosa).refused(actions.acceptAnswers, { answerIds: [families?.answer?.id] })).id).toBe('solicitudes/ya-revisada')
    const again = (await shown(town, sofia, dideco)).items.find(({ id }) => id === families?.id)
    expect([again?.state, again?.draft?.value, again?.answer?.reason]).toEqual(['returned', 212, 'El acta 14 no incluye Huiscapi'])
    await town.as(sofia).does(actions.saveAnswers, { requestId: dideco, answers: [{ itemId: families?.id, value: 219, comment: 'Actas 14 y 15', base: again?.draft?.revision }] })
    await town.as(sofia).does(actions.submitAnswers, { requestId: dideco })
    const ready = (await shown(town, rosa, dideco)).items.map(({ answer }) => answer?.id)
    expect((await town.as(rosa).does(actions.acceptAnswers, { answerIds: ready })).result).toEqual({ accepted: 3, facts: 1 })
    // One entry for the three, and it is in the history of the indicator and of each answer.
    const { moments } = await town.as(rosa).asks<ItemHistory>(queries.itemHistory, { itemId: families?.id })
    expect(moments.map(({ kind, said, reason }) => [kind, said, reason])).toEqual([['accepted', '', ''], ['sent', '219 familias', ''], ['returned', '', 'El acta 14 no incluye Huiscapi'], ['sent', '212 familias', ''], ['asked', '', '']])
    expect(moments[1]).toMatchObject({ who: 'Directora de Desarrollo Comunitario, en el sistema', comment: 'Actas 14 y 15' })
    const recordHistory = evidence.queries?.find(({ name }) => name === 'evidence.record-history')
    const { entries } = await town.as(rosa).asks<{ entries: { summary: string }[] }>(recordHistory as never, { kind: 'indicator', id: ID.families })
    expect(entries.map(({ summary }) => summary).join(' ')).toContain('Se aceptaron 3 respuestas')
    expect((await town.as(hugo).refused(queries.itemHistory, { itemId: families?.id })).id).toBe('solicitudes/de-otra-unidad')
    expect((await town.as(stranger).refused(queries.itemHistory, { itemId: families?.id })).status).toBe(404)
    const { measurements } = await town.as(rosa).asks<{ measurements: { value: number; on: string; source: string; approved: boolean; note: string; recordedBy: string }[] }>(showIndicator, { id: ID.families })
    expect(measurements[0]).toMatchObject({ value: 219, on: '2026-06-30', source: 'Dirección de Desarrollo Comunitario, Directora de Desarrollo Comunitario', approved: true, note: 'Actas 14 y 15', recordedBy: sofia.accountId })
    expect((await ofUnit(UNIT.community))?.state).toBe('done')
    const preview = await town.as(rosa).asks<PreviewAnswer>(queries.previewCampaign, { period: '2026-1' })
    expect(preview.asked.map(({ label }) => label)).not.toContain('I01 Familias conectadas')
  })
  test('quien responde no acepta lo suyo', async () => {
    const items = [{ id: randomUUID(), source: 'question', unitId: UNIT.planning, label: '¿Qué falta en la SECPLA?' }]
    const id = randomUUID()
    await town.as(rosa).does(actions.openCampaign, { id, title: 'Preguntas propias', period: '2026-1', dueOn: '2026-07-31', items })
    const mine = (await board(id)).units[0]?.id ?? ''
    const own = { ...rosa, unitId: UNIT.planning }
    const [item] = (await shown(town, own, mine)).items
    await town.as(own).does(actions.saveAnswers, { requestId: mine, answers: [{ itemId: item?.id, text: 'Una licencia de planos' }] })
    await town.as(own).does(actions.submitAnswers, { requestId: mine })
    const answer = (await shown(town, own, mine)).items[0]?.answer?.id
    expect((await town.as(own).refused(actions.acceptAnswers, { answerIds: [answer] })).id).toBe('registro/misma-persona')
  })
})

describe('por enlace', () => {
  test('mirar no gasta nada; enviar lo gasta; el avance aceptado queda en el proyecto', async () => {
    const given = await link(dom)
    for (let look = 0; look < 3; look++) expect(await town.as(visita).asks<LinkAnswer>(queries.showLink, given)).toMatchObject({ state: 'open', unitName: 'Dirección de Obras Municipales', post: 'Director de Obras' })
    const open = await town.as(visita).asks<LinkAnswer>(queries.showLink, given)
    const [item] = open.state === 'open' ? open.items : []
    expect(JSON.stringify(open)).not.toContain('Hugo')
    const { result: kept } = await town.as(visita).does<SavedDrafts>(actions.saveByLink, { ...given, answers: [{ itemId: item?.id, value: 42.5 }] })
    expect((await town.as(visita).refused(actions.submitByLink, { ...given, answerer: { name: 'Pía Soto', post: 'Inspectora' } })).errors[0]?.message).toContain('falta el respaldo')
    await town.as(visita).does(actions.saveByLink, { ...given, answers: [{ itemId: item?.id, value: 42.5, comment: 'Informe de inspección 6', base: kept.saved[0]?.revision }] })
    await town.as(visita).does(actions.submitByLink, { ...given, answerer: { name: 'Pía Soto', post: 'Inspectora' } })
    expect(await town.as(visita).asks<LinkAnswer>(queries.showLink, given)).toEqual({ state: 'answered', municipality: 'Municipalidad de Villa Prueba', unitName: 'Dirección de Obras Municipales', answeredOn: '2026-07-22', items: 1 })
    const [sent] = (await shown(town, rosa, dom)).items
    expect(sent?.answer).toMatchObject({ name: 'Pía Soto', post: 'Inspectora', via: 'link' })
    await town.as(rosa).does(actions.acceptAnswers, { answerIds: [sent?.answer?.id] })
    const { reports } = await town.as(rosa).asks<{ reports: { share: number; approved: boolean; on: string }[] }>(showProject, { id: ID.project })
    expect(reports[0]).toMatchObject({ share: 0.425, approved: true, on: '2026-06-30' })
    const officer = person('00000000-0000-4000-8000-000000000030', 'Paz Lillo', 'Encargada de datos personales', ['dpo'])
    expect((await town.as(rosa).refused(actions.suppressAnswerer, { answerId: sent?.answer?.id, reason: 'Solicitud 14 del 20-07-2026' })).status).toBe(403)
    const { answerers } = await town.as(officer).asks<{ answerers: AnswererView[] }>(queries.listAnswerers)
    expect(answerers).toMatchObject([{ name: 'Pía Soto', post: 'Inspectora', unitName: 'Dirección de Obras Municipales', suppressed: false, answers: 1 }])
    expect((await town.as(rosa).refused(queries.listAnswerers, {})).status).toBe(403)
    expect((await town.as({ ...officer, commune: '99002' }).asks<{ answerers: AnswererView[] }>(queries.listAnswerers)).answerers).toEqual([])
    await town.as(officer).does(actions.suppressAnswerer, { answerId: sent?.answer?.id, reason: 'Solicitud 14 del 20-07-2026' })
    expect((await shown(town, rosa, dom)).items[0]?.answer).toMatchObject({ name: 'Persona suprimida', post: 'Inspectora', value: 42.5 })
    for (const action of [actions.saveByLink, actions.submitByLink]) expect((await town.as(visita).refused(action, { ...given, answers: [{ itemId: item?.id }], answerer: { name: 'Otra', post: 'Otra' } })).id).toBe('solicitudes/enlace-usado')
  })
  test('inventado, de otra comuna, anulado o vencido dicen lo mismo y no dejan ver nada', async () => {
    await town.as(rosa).does(actions.reopenRequest, { id: dideco, dueOn: '2026-07-31', reason: 'Falta una respuesta del sector' })
    const good = await link(dideco)
    const refused = async (given: object) => (await town.as(visita).refused(queries.showLink, given)).id
    expect(await refused({ commune: COMMUNE, token: `${COMMUNE}.${newToken()}` })).toBe('solicitudes/enlace-no-sirve')
    expect((await town.as({ ...visita, commune: '99002' }).refused(queries.showLink, { ...good, commune: '99002' })).id).toBe('solicitudes/enlace-no-sirve')
    expect((await town.as(stranger).refused(queries.showLink, good)).id).toBe('solicitudes/enlace-no-sirve')
    await town.as(rosa).does(actions.revokeLinks, { requestId: dideco, reason: 'Se reenvió a quien no correspondía' })
    expect(await refused(good)).toBe('solicitudes/enlace-no-sirve')
    const again = await link(dideco)
    expect((await town.as(visita).asks<LinkAnswer>(queries.showLink, again)).state).toBe('open')
    await town.system.database.asOwner((tx) => tx.raw(`update requests.links set expires_on = '2026-07-21' where token_hash = $1`, [tokenHash(again.token)]))
    expect(await refused(again)).toBe('solicitudes/enlace-no-sirve')
  })
  test('un enlace no abre lo de otra unidad ni admite archivos que no se subieron en él', async () => {
    const given = await link(dideco)
    const [foreign] = (await shown(town, rosa, dom)).items
    expect((await town.as(visita).refused(actions.saveByLink, { ...given, answers: [{ itemId: foreign?.id, value: 1 }] })).id).toBe('solicitudes/respuesta-no-valida')
  })
  test('del token no queda nada en la base, salvo su huella', async () => {
    const given = await link(dideco)
    const secret = given.token.slice(6)
    for (const table of ['requests.links', 'mail.messages', 'evidence.entries', 'platform.idempotency']) {
      const rows = await town.system.database.asOwner((tx) => tx.raw(`select t::text as row from ${table} t`, []))
      expect(JSON.stringify(rows.rows), table).not.toContain(secret)
    }
  })
})

describe('quien no debe, no puede', () => {
  const input = { campaign: { id: randomUUID(), title: 'Campaña ajena', period: '2026-1', dueOn: '2026-07-31', items: [{ id: randomUUID(), source: 'question', unitId: UNIT.community, label: '¿Algo más?' }] }, reason: 'Un motivo con palabras' }
  test('cada acción se niega a quien no tiene el cargo', async () => {
    const refusals: [keyof typeof actions, object, readonly (typeof rosa)[]][] = [
      ['openCampaign', input.campaign, [sofia, carla, marcela, dario]], ['closeCampaign', { id: ID.campaign, version: 1 }, [sofia, carla]], ['moveDue', { id: ID.campaign, version: 1, dueOn: '2026-08-10', reason: input.reason }, [sofia, hugo]],
      ['reopenRequest', { id: dom, dueOn: '2026-07-31', reason: input.reason }, [hugo, carla]], ['saveAnswers', { requestId: dom, answers: [{ itemId: randomUUID() }] }, [marcela, dario]], ['submitAnswers', { requestId: dom }, [marcela, dario]],
      ['takeWorkbook', { requestId: dom, fileHash: '0'.repeat(64) }, [marcela, dario]], ['acceptAnswers', { answerIds: [randomUUID()] }, [sofia, ivan, carla]], ['returnAnswer', { answerId: randomUUID(), reason: input.reason }, [sofia, ivan]],
      ['issueLink', { id: randomUUID(), requestId: dom, tokenHash: '0'.repeat(64) }, [hugo, carla]], ['revokeLinks', { requestId: dom, reason: input.reason }, [hugo, carla]], ['sendMessages', {}, [hugo]], ['retryMessage', { id: randomUUID() }, [hugo]],
      ['addAbsence', { id: randomUUID(), personId: town.people.hugo, deputyId: town.people.sofia, startsOn: '2026-07-20', endsOn: '2026-07-24' }, [hugo, carla]], ['cancelAbsence', { id: randomUUID(), version: 1 }, [hugo]],
    ]
    for (const [name, given, who] of refusals) for (const one of who) expect((await town.as(one).refused(actions[name], given)).status, `${name} ${one.name}`).toBe(403)
  })
  test('la unidad no ve ni responde lo de otra, y la otra comuna no encuentra nada', async () => {
    expect((await town.as(hugo).refused(queries.showRequest, { id: dideco })).id).toBe('solicitudes/de-otra-unidad')
    expect((await town.as(hugo).refused(actions.saveAnswers, { requestId: dideco, answers: [{ itemId: randomUUID() }] })).id).toBe('solicitudes/de-otra-unidad')
    expect((await town.as(stranger).refused(queries.showRequest, { id: dideco })).status).toBe(404)
    expect((await town.as(stranger).refused(queries.showCampaign, { id: ID.campaign })).status).toBe(404)
    for (const name of ['closeCampaign', 'revokeLinks', 'acceptAnswers'] as const) expect((await town.as(stranger).refused(actions[name], { id: ID.campaign, version: 1, requestId: dideco, reason: input.reason, answerIds: [randomUUID()] })).status, name).toBe(404)
    expect((await town.as(stranger).asks<CampaignList>(queries.listCampaigns)).campaigns).toEqual([])
    const list = await town.as(hugo).asks<CampaignList>(queries.listCampaigns)
    expect([list.campaigns, list.mine.map(({ unitName }) => unitName)]).toEqual([[], ['Dirección de Obras Municipales']])
  })
})

describe('ausencias, cierre y reapertura', () => {
  test('la solicitud pasa a quien subroga y lo dice; al anularla vuelve', async () => {
    const id = randomUUID()
    const input = { id, personId: town.people.sofia, deputyId: town.people.hugo, startsOn: '2026-07-20', endsOn: '2026-07-31', basis: 'Decreto 812' }
    await town.as(rosa).does(actions.addAbsence, input)
    expect((await ofUnit(UNIT.community))?.addressee).toMatchObject({ personId: town.people.hugo, post: 'Director de Obras', deputy: true, absentPost: 'Directora de Desarrollo Comunitario' })
    const deputy = { ...hugo, accountId: town.people.hugoAccount }
    expect((await shown(town, deputy, dideco)).request.onBehalf).toBe(false)
    expect((await town.as(rosa).refused(actions.addAbsence, { ...input, id: randomUUID() })).id).toBe('solicitudes/ausencia-repetida')
    await town.as(rosa).does(actions.cancelAbsence, { id, version: 1 })
    expect((await ofUnit(UNIT.community))?.addressee.deputy).toBe(false)
  })
  test('cerrada, nadie responde; reabierta para una unidad, sólo ella; el silencio se cuenta por el plazo de la campaña', async () => {
    const id = randomUUID()
    const items = [{ id: randomUUID(), source: 'question', unitId: UNIT.community, label: '¿Qué pide DIDECO?' }, { id: randomUUID(), source: 'question', unitId: UNIT.works, label: '¿Qué pide Obras?' }]
    await town.as(rosa).does(actions.openCampaign, { id, title: 'Campaña breve', period: '2026-1', dueOn: '2026-07-23', items })
    const of = async (unit: string) => (await board(id)).units.find(({ unitId }) => unitId === unit)
    const [one, two] = [(await of(UNIT.community))?.id ?? '', (await of(UNIT.works))?.id ?? '']
    const [item] = (await shown(town, sofia, one)).items
    const answers = [{ itemId: item?.id, text: 'Dos movilizaciones más' }]
    expect((await town.as(rosa).refused(actions.closeCampaign, { id, version: 9 })).status).toBe(412)
    await town.as(rosa).does(actions.closeCampaign, { id, version: 1 })
    expect((await town.as(sofia).refused(actions.saveAnswers, { requestId: one, answers })).id).toBe('solicitudes/cerrada')
    await town.as(rosa).does(actions.reopenRequest, { id: one, dueOn: '2026-07-31', reason: 'La unidad estuvo en emergencia' })
    await town.as(sofia).does(actions.saveAnswers, { requestId: one, answers })
    await town.as(sofia).does(actions.submitAnswers, { requestId: one })
    expect((await town.as(hugo).refused(actions.submitAnswers, { requestId: two })).id).toBe('solicitudes/cerrada')
    const later = { effectiveOn: '2026-07-24' as never, knownOn: '2026-07-24' as never }
    const { figures, campaign } = await town.as(rosa).asks<CampaignAnswer>(queries.showCampaign, { id }, later)
    // Two units asked, one silent: one half. One answered, on 22 July, due on the 23rd: one half on time.
    expect([figures.silence.value, figures.onTime.value, campaign.silent]).toEqual([0.5, 0.5, 1])
    expect(figures.silence.text).toBe('50,0\u00a0%')
  })
})

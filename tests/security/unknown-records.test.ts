import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel'
import { type AnyAction, type AnyQuery, asOfNow } from '#platform/actions'
import type { SearchAnswer } from '#evidence'
import { actions, desk, letterInput, staff, type Staff } from '../../src/modules/correspondence/acts.fixture.ts'
import { upload } from '../../src/modules/budget/testing/run-job.ts'
import { modules } from '../../src/app/modules.ts'
import { threadOfEverything } from '../../src/app/routes/thread.ts'
import { foundRecords } from '../../src/app/search/found-records.ts'
import { stranger, visita } from '../cast.ts'
import { openTown, type Town, UNIT } from '../town.ts'

const query = (name: string): AnyQuery => modules.flatMap((module) => module.queries ?? []).find((known) => known.name === name) ?? (() => { throw new Error(`no existe ${name}`) })()
const action = (name: string): AnyAction => modules.flatMap((module) => module.actions ?? []).find((known) => known.name === name) ?? (() => { throw new Error(`no existe ${name}`) })()
/** A record with a word nobody else writes: who knows of it and who may not. */
type Case = { readonly kind: string; readonly word: string; readonly id: string; readonly knows: keyof Staff; readonly not: readonly (keyof Staff)[] }
const CASES: Readonly<Record<string, Case>> = {
  'un acto que aún no se notifica': { kind: 'act', word: 'zarzaparrilla', id: randomUUID(), knows: 'head', not: ['councillor', 'technician'] },
  'un acto reservado': { kind: 'act', word: 'berenjenal', id: randomUUID(), knows: 'legal', not: ['analyst', 'works', 'councillor', 'technician'] },
  'un conjunto de datos sin compartir': { kind: 'dataset', word: 'quinchamali', id: randomUUID(), knows: 'head', not: ['councillor', 'technician', 'works'] },
  'un encargo entre otros': { kind: 'assignment', word: 'murtilla', id: randomUUID(), knows: 'head', not: ['councillor', 'colleague', 'legal', 'technician'] },
}
/** Records that their author finds in the list of their module, and nobody in the search. */
const UNSEARCHED = ['un conjunto de datos sin compartir']

describe('lo que alguien no puede saber que existe', () => {
  let town: Town
  let people: Staff
  const of = (name: string): Case => CASES[name] ?? (() => { throw new Error(name) })()
  beforeAll(async () => {
    town = await openTown()
    people = await staff(town)
    const office = desk(town, people)
    const [open, secret, dataset, order] = [of('un acto que aún no se notifica'), of('un acto reservado'), of('un conjunto de datos sin compartir'), of('un encargo entre otros')]
    await office.draft(people.analyst, { id: open.id, subject: `Pide el catastro de ${open.word}` })
    await town.as(people.legal).does(actions.draftAct, letterInput({ id: secret.id, subject: `Sumario del ${secret.word}`, restricted: true }))
    await town.as(people.legal).does(action('evidence.attach-document'), { kind: 'act', id: secret.id, title: `Declaraciones del ${secret.word}`, fileHash: await upload(town, people.legal, 'declaraciones.txt', Buffer.from(`Declaró sobre el ${secret.word}.`)) })
    await town.as(people.head).does(action('statistics.create-dataset'), { id: dataset.id, code: dataset.word, title: `Encuesta de ${dataset.word}`, topic: 'other' })
    await town.as(people.head).does(action('calendar.assign'), { id: order.id, text: `Revisar la ${order.word}`, unitId: UNIT.works, dueOn: '2026-07-30' })
  })
  afterAll(() => town.close())
  const search = (actor: Actor, text: string) => town.as(actor).asks<SearchAnswer>(query('evidence.search'), { text })
  const finds = (actor: Actor, text: string) => foundRecords(town.system, modules, actor, asOfNow(town.system.clock), { text })
  const both = async (actor: Actor, text: string) => JSON.stringify([await search(actor, text), await finds(actor, text)])

  test.each(Object.keys(CASES))('%s lo encuentra quien lo conoce', async (name) => {
    const { kind, id, word, knows } = of(name)
    const told = await town.as(people[knows]).asks<{ lines: readonly unknown[] }>(query('system.tell-history'), { kind, id })
    if (UNSEARCHED.includes(name)) return expect(JSON.stringify(await town.as(people[knows]).asks(query('statistics.list-datasets'), {}))).toContain(word)
    expect(await both(people[knows], word)).toContain(id)
    if (kind !== 'assignment') expect(told.lines.length).toBeGreaterThan(0)
  })
  test.each(Object.keys(CASES))('%s no asoma para los demás: ni resultado, ni cuenta, ni sugerencia, ni historia, ni documentos, ni hilo', async (name) => {
    const { kind, id, word, not } = of(name)
    // The word, its beginning, and a slip of the finger that a suggestion would mend.
    const slip = `${word.slice(0, 3)}${word[4]}${word[3]}${word.slice(5)}`
    for (const actor of [...not.map((who) => people[who]), stranger, visita]) {
      for (const text of [word, word.slice(0, 6), slip]) {
        expect(await search(actor, text), `${actor.name}: ${text}`).toEqual({ hits: [], counts: [], atLeast: false, pages: 0 })
        expect(await finds(actor, text), `${actor.name}: ${text}`).toEqual([])
      }
      const asked = [await town.as(actor).asks(query('evidence.record-history'), { kind, id }), await town.as(actor).asks(query('evidence.record-documents'), { kind, id }), ...(actor.permissions.size > 0 ? [await town.as(actor).asks(query('system.tell-history'), { kind, id })] : [])]
      expect(JSON.stringify(asked), actor.name).not.toMatch(new RegExp(`${word}|[0-9a-f]{64}|"seq"`))
      const thread = await town.as(actor).reads((context) => threadOfEverything({ kind, id }, context)).then((told) => JSON.stringify(told), (problem: { status?: number }) => problem.status)
      expect(thread, actor.name).toBe(404)
    }
  })
})

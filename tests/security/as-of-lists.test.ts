import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor, AsOf } from '#kernel'
import type { AnyAction, AnyQuery } from '#platform/actions'
import { packageRoot } from '#platform/files'
import { modules } from '../../src/app/modules.ts'
import { berta, carla, rosa, tomas } from '../cast.ts'
import { openTown, type Town, UNIT } from '../town.ts'

const all = modules.flatMap((module) => module.queries ?? [])
const query = (name: string): AnyQuery => all.find((known) => known.name === name) ?? (() => { throw new Error(`no existe ${name}`) })()
const action = (name: string): AnyAction => modules.flatMap((module) => module.actions ?? []).find((known) => known.name === name) ?? (() => { throw new Error(`no existe ${name}`) })()

type Case = { readonly actor: Actor; readonly input?: Record<string, unknown>; readonly mark: string }
const MARK = 'Hecho de hoy'
const PROJECT = randomUUID()
/** Lists of facts, who reads them and a text of the fact recorded today that a day before must hide. */
const LISTS: Readonly<Record<string, Case>> = {
  'council.list-sessions': { actor: rosa, mark: '"number":77' },
  'projects.list-projects': { actor: rosa, mark: MARK },
  'statistics.list-datasets': { actor: rosa, mark: MARK },
  'statistics.list-registers': { actor: rosa, mark: MARK },
  'statistics.list-data-requests': { actor: rosa, mark: MARK },
  'statistics.list-official': { actor: rosa, mark: MARK },
  'territory.list-sets': { actor: rosa, mark: MARK },
  'territory.list-influences': { actor: rosa, mark: MARK },
  'evidence.list-entries': { actor: carla, mark: MARK },
  'evidence.search': { actor: rosa, input: { text: 'hecho de hoy' }, mark: PROJECT },
  'evidence.record-history': { actor: rosa, input: { kind: 'project', id: PROJECT }, mark: MARK },
  'evidence.record-documents': { actor: rosa, input: { kind: 'project', id: PROJECT }, mark: 'Memorándum' },
  'system.read-ledger': { actor: carla, mark: MARK },
}
/** Lists that do not look back, and why. A list that is in neither table fails the test. */
const TODAY: Readonly<Record<string, string>> = {
  'registry.list-municipalities': 'lista nacional, sin fecha', 'registry.list-units': 'la organización de hoy; su historia está en cada unidad', 'registry.list-people': 'las personas de hoy', 'registry.list-suppliers': 'el registro de hoy',
  'registry.list-institutions': 'el registro de hoy', 'registry.list-roles': 'lo que cada cargo permite hoy', 'registry.list-accounts': 'las cuentas de hoy', 'system.list-jobs': 'la cola del equipo', 'system.list-access': 'el registro de accesos, por instante', 'evidence.list-adoptions': 'carpetas en curso',
  'reporting.list-reports': 'los borradores son los de hoy; las ediciones emitidas sí se filtran (reporting.test)', 'budget.list-choices': 'opciones de filtros', 'budget.list-imports': 'cargas con su estado de hoy', 'projects.list-imports': 'cargas con su estado de hoy', 'worksheets.list-loads': 'planillas con su estado de hoy', 'statistics.list-loads': 'cargas con su estado de hoy', 'statistics.list-code-lists': 'cada código lleva su vigencia', 'statistics.list-saved': 'pedidos guardados, no hechos: los números se piden a su fecha al abrirlos', 'registry.list-views': 'vistas guardadas de cada persona, sin asiento en la bitácora',
}
/** The page that says, on screen, that its list has only today, and why. The rest of the table has no list of its own to say it, or gives each row its own instant. */
const SAYS: Readonly<Record<string, string>> = {
  'registry.list-units': 'registry/pages/units/UnitsPage', 'registry.list-people': 'registry/pages/people/PeoplePage', 'registry.list-accounts': 'registry/pages/people/PeoplePage', 'registry.list-suppliers': 'registry/pages/suppliers/SuppliersPage',
  'registry.list-institutions': 'registry/pages/institutions/InstitutionsPage', 'registry.list-roles': 'registry/pages/roles/RolesPage', 'budget.list-imports': 'budget/pages/imports/ImportsPage', 'projects.list-imports': 'projects/pages/imports/ProjectImportsPage',
  'worksheets.list-loads': 'worksheets/pages/WorksheetsPage', 'statistics.list-loads': 'statistics/pages/datasets/OverduePage', 'statistics.list-code-lists': 'statistics/pages/lists/CodeListsPage', 'statistics.list-saved': 'statistics/pages/builder/TablesPage', 'reporting.list-reports': 'reporting/pages/ReportsPage',
  'system.list-jobs': '../app/web/pages/system/Jobs', 'evidence.list-adoptions': '../app/web/pages/files/AdoptionsPage',
  // In no table above: their modules test their facts, and these lists are of today.
  'plan.list-imports': 'plan/pages/imports/PlanImportsPage', 'correspondence.list-circuits': 'correspondence/pages/lists/CircuitsPage', 'requests.list-absences': 'requests/pages/AbsencesPage',
}
const SILENT = ['registry.list-municipalities', 'system.list-access', 'budget.list-choices', 'registry.list-views']
/** Tested with its own figures and dates in its module. */
const ELSEWHERE = /^(budget|requests|correspondence|calendar|council|plan)\.list-/

describe('mirando desde antes de un hecho, ninguna lista lo muestra', () => {
  let town: Town
  const now: AsOf = { effectiveOn: '2026-07-22' as never, knownOn: '2026-07-22' as never }
  const unknown: AsOf = { effectiveOn: '2026-07-22' as never, knownOn: '2026-07-21' as never }
  beforeAll(async () => {
    town = await openTown()
    await town.as(berta).does(action('council.record-session'), { id: randomUUID(), number: 77, kind: 'ordinary', heldOn: '2026-07-16', note: '' })
    await town.as(rosa).does(action('projects.create-project'), { id: PROJECT, code: 'hoy', bip: '', name: `${MARK}: plaza`, place: 'Centro', unitId: UNIT.works, totalCost: 1000, since: '2026-07-22' })
    await town.as(rosa).does(action('statistics.create-dataset'), { id: randomUUID(), code: 'hecho-de-hoy', title: MARK, topic: 'other' })
    await town.as(rosa).does(action('statistics.create-register'), { id: randomUUID(), title: MARK, unitId: UNIT.works, periodicity: 'month', startsOn: '2026-01-01', fields: [{ key: 'a', title: 'Permisos', unit: 'permisos' }] })
    await town.as(rosa).does(action('statistics.capture-request'), { id: randomUUID(), channel: 'phone', requester: 'unit', unitId: UNIT.works, asked: MARK, receivedOn: '2026-07-22' })
    await town.as(rosa).does(action('statistics.create-concept'), { id: randomUUID(), code: 'hecho-de-hoy', title: MARK, definition: 'Prueba', unit: 'personas' })
    await town.as(rosa).does(action('territory.create-set'), { id: randomUUID(), title: MARK, kind: 'sector' })
    await town.as(rosa).does(action('territory.save-influence'), { id: randomUUID(), title: MARK, place: { kind: 'circle', centre: [-72.63, -39.37], metres: 500 } })
    const { upload } = await import('../../src/modules/budget/testing/run-job.ts')
    await town.as(rosa).does(action('evidence.attach-document'), { kind: 'project', id: PROJECT, title: 'Memorándum', fileHash: await upload(town, rosa, 'memo.txt', Buffer.from('memo')) })
  })
  afterAll(() => town.close())
  const read = async (name: string, asOf: AsOf) => JSON.stringify(await town.as(LISTS[name]?.actor ?? tomas).asks(query(name), LISTS[name]?.input ?? {}, asOf))

  test.each(Object.entries(LISTS))('%s', async (name, { mark }) => {
    expect(await read(name, now), 'hoy se ve').toContain(mark)
    expect(await read(name, unknown), 'conocido al día anterior, no').not.toContain(mark)
  })
  test('toda consulta de lista está en una de las tablas', () => {
    const lists = all.map(({ name }) => name).filter((name) => /\.list-/.test(name))
    expect(lists.length).toBeGreaterThan(15)
    expect(lists.filter((name) => !(name in LISTS) && !(name in TODAY) && !ELSEWHERE.test(name))).toEqual([])
  })
  test('la lista que sólo muestra lo de hoy lo dice en pantalla, con su porqué', () => {
    expect(Object.keys(TODAY).filter((name) => !(name in SAYS) && !SILENT.includes(name))).toEqual([])
    expect(Object.entries(SAYS).filter(([name, page]) => !all.some((known) => known.name === name) || !/<TodayOnly why="[^"]{25,}"/.test(readFileSync(join(packageRoot(), 'src/modules', `${page}.tsx`), 'utf8')))).toEqual([])
  })
})

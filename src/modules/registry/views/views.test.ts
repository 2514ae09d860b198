import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel'
import { dario, ivan, rosa, stranger, tomas, visita } from '../../../../tests/cast.ts'
import { openTown, type Town, UNIT } from '../../../../tests/town.ts'
import { chooseDefaultView, deleteView, listViews, renameView, restoreView, saveView } from './save-views.ts'
import type { ViewsAnswer } from './view-contract.ts'

const PATH = '/proyectos'
const [first, second, third] = ['aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000002', 'aaaaaaaa-0000-4000-8000-000000000003']
const inUnit = (actor: Actor, unitId: string): Actor => ({ ...actor, unitId })
const [director, analyst, treasurer] = [inUnit(rosa, UNIT.planning), inUnit(ivan, UNIT.planning), inUnit(tomas, UNIT.finance)]
let town: Town
beforeAll(async () => { town = await openTown() })
afterAll(() => town.close())
const names = async (actor: Actor) => (await town.as(actor).asks<ViewsAnswer>(listViews, { path: PATH })).views.map(({ name }) => name)

describe('vistas guardadas', () => {
  test('la propia es de quien la guarda; la compartida, también de su unidad y de nadie más', async () => {
    await town.as(director).does(saveView, { id: first, path: PATH, name: 'Atrasados', search: 'estado=late&orden=-cost' })
    await town.as(director).does(saveView, { id: second, path: PATH, name: 'De la unidad', search: 'estado=late', shared: true })
    expect(await names(director)).toEqual(['Atrasados', 'De la unidad'])
    expect(await names(analyst)).toEqual(['De la unidad'])
    expect(await names(treasurer)).toEqual([])
    expect(await names(stranger)).toEqual([])
    const [shared] = (await town.as(analyst).asks<ViewsAnswer>(listViews, { path: PATH })).views
    expect(shared).toMatchObject({ mine: false, shared: true, search: 'estado=late' })
  })
  test('sólo la cambia quien la guardó; de la ajena no compartida no se dice que existe', async () => {
    expect((await town.as(analyst).refused(renameView, { id: second, version: 1, name: 'Mía', shared: false })).id).toBe('registro/vista-de-otra-persona')
    expect((await town.as(analyst).refused(deleteView, { id: first, version: 1 })).id).toBe('ausente/no-existe')
    expect((await town.as(stranger).refused(deleteView, { id: second, version: 1 })).id).toBe('ausente/no-existe')
    await town.as(director).does(renameView, { id: first, version: 1, name: 'Atrasados caros', shared: false })
    expect((await town.as(director).refused(renameView, { id: first, version: 1, name: 'Otro', shared: false })).id).toBe('version/cambio-antes')
  })
  test('un nombre se usa una vez por lista; eliminar se deshace', async () => {
    expect((await town.as(director).refused(saveView, { id: third, path: PATH, name: 'Atrasados caros', search: '' })).kind).toBe('conflict')
    await town.as(director).does(deleteView, { id: first, version: 2 })
    expect(await names(director)).toEqual(['De la unidad'])
    await town.as(director).does(restoreView, { id: first, version: 3 })
    expect(await names(director)).toEqual(['Atrasados caros', 'De la unidad'])
  })
  test('cada persona abre la lista con la que elige; la que ya no ve deja de abrirse', async () => {
    const chosen = async (actor: Actor) => (await town.as(actor).asks<ViewsAnswer>(listViews, { path: PATH })).defaultId
    await town.as(analyst).does(chooseDefaultView, { path: PATH, id: second })
    expect([await chosen(analyst), await chosen(director)]).toEqual([second, null])
    await town.as(director).does(renameView, { id: second, version: 1, name: 'Ya sólo mía', shared: false })
    expect(await chosen(analyst)).toBeNull()
    expect((await town.as(analyst).refused(chooseDefaultView, { path: PATH, id: second })).id).toBe('ausente/no-existe')
    await town.as(analyst).does(chooseDefaultView, { path: PATH, id: null })
  })
  test('quien no tiene cargo no guarda; quien no tiene unidad no comparte; una dirección de fuera no entra', async () => {
    for (const definition of [saveView, listViews, renameView, deleteView, restoreView, chooseDefaultView]) expect((await town.as(visita).refused(definition, {})).id).toBe('permiso/no-autorizado')
    expect((await town.as(dario).refused(saveView, { id: third, path: PATH, name: 'Todas', search: '', shared: true })).errors[0]?.pointer).toBe('/shared')
    for (const bad of [{ path: 'https://otro.example', search: '' }, { path: '//otro.example', search: '' }, { path: PATH, search: 'a=1#x' }]) expect((await town.as(director).refused(saveView, { id: third, name: 'Mala', ...bad })).kind).toBe('input')
  })
})

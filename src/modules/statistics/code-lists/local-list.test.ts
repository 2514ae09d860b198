import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kernel'
import { ivan, rosa, stranger, visita } from '../../../../tests/cast.ts'
import { engines, freshDatabase } from '../../../../tests/setup/engines.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { codeOn } from './code-list.ts'
import { type CodeListAnswer, type CodeListsAnswer, listCodeLists, showCodeList } from './list-queries.ts'
import { createCodeList, endCode, setCode } from './save-list.ts'

describe.each(engines)('listas propias en el motor %s', (kind) => {
  let town: Town
  let drop = async () => {}
  beforeAll(async () => {
    const server = kind === 'server' ? await freshDatabase() : undefined
    drop = server?.drop ?? drop
    town = await openTown({ url: server?.url })
  })
  afterAll(async () => {
    await town.close()
    await drop()
  })
  const shown = () => town.as(rosa).asks<CodeListAnswer>(showCodeList, { key: 'unidades-vecinales' })

  test('una lista propia nace, cambia y termina códigos, y recuerda cada tiempo', async () => {
    await town.as(rosa).does(createCodeList, { key: 'unidades-vecinales', title: 'Unidades vecinales', source: 'Decreto alcaldicio N.º 100', validFrom: '2015-01-01', codes: [{ code: '1', label: 'Centro' }, { code: '2', label: 'Estación' }] })
    await town.as(rosa).does(setCode, { list: 'unidades-vecinales', version: 1, code: '2', label: 'Estación Norte', validFrom: '2020-03-01' })
    await town.as(rosa).does(setCode, { list: 'unidades-vecinales', version: 2, code: '3', label: 'Estación Sur', validFrom: '2020-03-01', aliases: ['Sur'] })
    await town.as(rosa).does(endCode, { list: 'unidades-vecinales', version: 3, code: '1', validUntil: '2021-12-31', replacedBy: ['3'], reason: 'Se dividió por decreto' })
    const { list, version } = await shown()
    expect(version).toBe(4)
    expect(list.codes.map(({ code, label, validFrom, validUntil }) => [code, label, validFrom, validUntil])).toEqual([
      ['1', 'Centro', '2015-01-01', '2021-12-31'], ['2', 'Estación', '2015-01-01', '2020-02-29'], ['2', 'Estación Norte', '2020-03-01', null], ['3', 'Estación Sur', '2020-03-01', null],
    ])
    expect(codeOn(list, '1', day('2022-01-01'))).toEqual(['3'])
    expect((await town.as(rosa).refused(setCode, { list: 'unidades-vecinales', version: 1, code: '9', label: 'Tarde', validFrom: '2022-01-01' })).status).toBe(412)
  })
  test('las nacionales no se tocan y quien no lleva el almacén no crea', async () => {
    const given = { title: 'Otra lista', source: 'Propia', validFrom: '2020-01-01', codes: [{ code: '1', label: 'Uno' }] }
    expect((await town.as(rosa).refused(createCodeList, { key: 'cut', ...given })).id).toBe('estadistica/lista-nacional')
    expect((await town.as(rosa).refused(setCode, { list: 'sex', version: 1, code: 'Z', label: 'Otro', validFrom: '2020-01-01' })).id).toBe('estadistica/lista-nacional')
    for (const action of [createCodeList, setCode, endCode]) for (const actor of [ivan, visita]) expect((await town.as(actor).refused(action, {})).status).toBe(403)
  })
  test('la otra comuna ve solo las nacionales', async () => {
    const { lists } = await town.as(stranger).asks<CodeListsAnswer>(listCodeLists)
    expect(lists.every(({ national }) => national)).toBe(true)
    expect((await town.as(stranger).refused(showCodeList, { key: 'unidades-vecinales' })).status).toBe(404)
    expect((await town.as(stranger).refused(setCode, { list: 'unidades-vecinales', version: 4, code: '9', label: 'Ajeno', validFrom: '2022-01-01' })).status).toBe(404)
    expect((await town.as(stranger).refused(endCode, { list: 'unidades-vecinales', version: 4, code: '2', validUntil: '2022-01-01', reason: 'No es mía esta lista' })).status).toBe(404)
  })
})

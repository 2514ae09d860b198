import { can } from '#kernel'
import { defineAction, defineQuery, notFound, versionMoved } from '#platform/actions'
import { fileRows } from '#evidence'
import { z } from 'zod'
import { ChangeCommuneInput } from '../contract.ts'
import { letterheadNotImage } from '../problems.ts'
import { optionalRut } from '../read-rut.ts'
import { communeStore } from './commune.store.ts'

const IMAGES = new Set(['image/png', 'image/jpeg'])

/** What heads every document: name, address, RUT and the image of the letterhead. */
export const changeCommune = defineAction({
  name: 'registry.change-commune', title: 'Cambiar los datos y el membrete de la municipalidad', input: ChangeCommuneInput, allowed: can('registry.commune'),
  run: async (input, context) => {
    const before = await communeStore(context.tx).get()
    if (!before) throw notFound({ what: 'la comuna' })
    if (input.letterhead && input.letterhead !== before.letterhead) {
      const file = await fileRows(context.tx).get(input.letterhead)
      if (!file) throw notFound({ what: 'la imagen del membrete' })
      if (!IMAGES.has(file.media_type) || !/\.(png|jpe?g)$/i.test(file.name)) throw letterheadNotImage({ name: file.name }, { errors: [{ pointer: '/letterhead', message: 'Suba una imagen PNG o JPG' }] })
    }
    if ((await communeStore(context.tx).change({ ...input, rut: optionalRut(input.rut) })) === 0) throw versionMoved({ what: 'Los datos de la municipalidad', yours: input.version, current: before.version }, { facts: { yours: input, theirs: before, current: before } })
    const record = { kind: 'commune', id: context.tx.commune }
    await context.keep({ ...record, version: input.version + 1, data: { municipality: input.municipality, address: input.address, rut: input.rut, letterhead: input.letterhead } })
    return { result: { version: input.version + 1 }, entry: { name: 'commune-changed', summary: input.letterhead !== before.letterhead ? 'Cambió el membrete de la municipalidad' : 'Cambiaron los datos de la municipalidad', record } }
  },
})
export const showCommune = defineQuery({
  name: 'registry.show-commune', title: 'Datos de la municipalidad', input: z.object({}), allowed: can('registry.read'),
  run: async (_input, { tx }) => {
    const commune = await communeStore(tx).get()
    if (!commune) throw notFound({ what: 'la comuna' })
    return { commune }
  },
})

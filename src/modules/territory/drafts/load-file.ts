import { randomUUID } from 'node:crypto'
import { can, counted } from '#kernel'
import { defineAction, notFound, type PrepareContext } from '#platform/actions'
import { readableFile } from '#evidence'
import type { z } from 'zod'
import { type FileAnswer, type FileReading, LoadFileInput, ReadFileInput } from '../contract.ts'
import { ZONE_SET } from '../hrefs.ts'
import { zonesDefective } from '../problems.ts'
import { setOf } from '../sets/save-set.ts'
import { readZonesFile } from '../zone-file/read-file.ts'
import { stopping } from '../zone-file/review-zones.ts'
import { demandNoDraft } from './draft-actions.ts'
import { draftStore } from './draft.store.ts'

/** The file as zones, read outside the transaction by who may open it. */
const reading = async (input: z.output<typeof FileReading>, context: PrepareContext): Promise<FileAnswer> => {
  const file = await context.read(({ tx, actor }) => readableFile(tx, actor, input.fileHash))
  const bytes = file && (await context.files.get(file.hash))
  if (!file || !bytes) throw notFound({ what: 'el archivo' })
  return readZonesFile(bytes, file.name, input, context.actor.commune)
}
/** Shows how a file would be read and what is wrong with it. Nothing is kept. */
export const previewFile = defineAction<typeof ReadFileInput, FileAnswer, FileAnswer>({
  name: 'territory.preview-file', title: 'Revisar un archivo de zonas', input: ReadFileInput, allowed: can('territory.edit'),
  prepare: reading,
  run: async (_input, _context, answer) => ({ result: answer, entry: null }),
})
/** Takes the whole file into a draft, or nothing: while a defect stops it, it does not enter. */
export const loadFile = defineAction<typeof LoadFileInput, { id: string; setId: string; zones: number }, FileAnswer>({
  name: 'territory.load-file', title: 'Llevar un archivo de zonas a un borrador', input: LoadFileInput, allowed: can('territory.edit'),
  prepare: async (input, context) => {
    const answer = await reading(input, context)
    const stops = stopping(answer.defects)
    if (stops) throw zonesDefective(stops, { facts: { defects: answer.defects } })
    return answer
  },
  run: async ({ id, setId, fileHash }, context, { fileName, zones: read }) => {
    const set = await setOf(context, setId)
    await demandNoDraft(context, setId, set.title)
    const zones = read.flatMap(({ leftOut, code, name, note, shape }) => (leftOut || !shape ? [] : [{ id: randomUUID(), code, name: name || code, note, shape }]))
    await draftStore(context.tx).add({ id, set_id: setId, origin: 'file', source: fileName, file_hash: fileHash, zones }, { authorId: context.actor.accountId, entryId: context.entryId })
    return { result: { id, setId, zones: zones.length }, entry: { name: 'zones-loaded', summary: `Se trajo de un archivo un borrador de «${set.title}» con ${counted(zones.length, 'zona', 'zonas')}`, record: { kind: ZONE_SET, id: setId }, facts: { file: fileHash, zones: zones.length } } }
  },
})

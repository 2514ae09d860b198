import { randomUUID } from 'node:crypto'
import { can } from '#kernel'
import { z } from 'zod'
import { defineAction, notFound } from '#platform/actions'
import { attachmentRows, fileRows } from './file.store.ts'

/** Ties an uploaded file to a record; the same title again is a new version of the document. */
export const attachDocument = defineAction({
  name: 'evidence.attach-document',
  title: 'Adjuntar un documento',
  input: z.object({ kind: z.string().max(60), id: z.string().max(120), title: z.string().trim().min(3, 'Escriba un título de al menos tres letras').max(200), fileHash: z.string().regex(/^[0-9a-f]{64}$/) }),
  allowed: can('evidence.attach'),
  run: async (input, context) => {
    const file = await fileRows(context.tx).get(input.fileHash)
    if (!file) throw notFound({ what: 'el archivo que se quiere adjuntar' })
    const id = randomUUID()
    await attachmentRows(context.tx).add({ id, record: input, title: input.title, fileHash: input.fileHash, visibility: file.visibility, entryId: context.entryId, on: context.today })
    return {
      result: { id },
      entry: { name: 'document-attached', summary: `Se adjuntó «${input.title}»`, record: { kind: input.kind, id: input.id }, facts: { file: input.fileHash } },
    }
  },
})

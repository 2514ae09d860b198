import { can } from '#kernel'
import { z } from 'zod'
import { defineAction, notFound } from '#platform/actions'
import { hangFile } from './hang-file.ts'
import { readableFile } from './readable-file.ts'
import { mayKnowRecord } from '../search/readers.ts'

/** Ties an uploaded file to a record; the same title again is a new version of the document. */
export const attachDocument = defineAction({
  name: 'evidence.attach-document',
  title: 'Adjuntar un documento',
  input: z.object({ kind: z.string().max(60), id: z.string().max(120), title: z.string().trim().min(3, 'Escriba un título de al menos tres letras').max(200), fileHash: z.string().regex(/^[0-9a-f]{64}$/) }),
  allowed: can('evidence.attach'),
  run: async (input, context) => {
    if (!(await mayKnowRecord(context, input.kind, input.id))) throw notFound({ what: 'el registro' })
    const file = await readableFile(context.tx, context.actor, input.fileHash)
    if (!file) throw notFound({ what: 'el archivo que se quiere adjuntar' })
    const id = await hangFile(context, input, file, input.title)
    return {
      result: { id },
      entry: { name: 'document-attached', summary: `Se adjuntó «${input.title}»`, record: { kind: input.kind, id: input.id }, facts: { file: input.fileHash } },
    }
  },
})

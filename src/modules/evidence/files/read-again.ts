import { can } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { z } from 'zod'
import { fileTexts } from './file-text.store.ts'
import { READ_TEXTS } from './read-texts.job.ts'
import { readableFile } from './readable-file.ts'

/** Asks to read the text of a file once more: after a failure, or when tesseract was installed. The file and what is said of it in the ledger do not change. */
export const readAgain = defineAction({
  name: 'evidence.read-again',
  title: 'Volver a leer el texto de un archivo',
  input: z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  allowed: can('evidence.attach'),
  perMinute: 20,
  run: async ({ hash }, context) => {
    const file = await readableFile(context.tx, context.actor, hash)
    if (!file) throw notFound({ what: 'el archivo' })
    await fileTexts(context.tx).want(file)
    await fileTexts(context.tx).again(hash)
    const job = await context.enqueue({ ...READ_TEXTS, title: `Leer «${file.name}»`, input: {} })
    return { result: { job: job.id }, entry: null }
  },
})

import { can } from '#kernel'
import { defineAction, type JobDefinition, notFound } from '#platform/actions'
import { sql } from '#platform/database'
import { letterheadArms } from '#platform/documents'
import { communeStore } from '#registry'
import { z } from 'zod'
import { ACT } from '../acts/move-act.ts'
import { actStore } from '../acts/act.store.ts'
import { actTitle } from '../acts/titles.ts'
import { ActFileFormat } from '../contract.ts'
import { bodyOf } from '../text/act-text.ts'
import type { ActCatalog } from '../text/figures-of-act.ts'
import { frameFor, renderAct } from './render-act.ts'

export const RENDER_JOB = 'correspondence.render-act'
const Files = z.object({ id: z.uuid(), files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)) })

/** Keeps the hashes of the files of an issued act, so that anybody may compare theirs byte by byte. */
export const keepActFiles = defineAction({
  name: 'correspondence.keep-act-files', title: 'Guardar los archivos de un acto emitido', input: Files, allowed: can('correspondence.number'),
  run: async ({ id, files }, context) => {
    const row = await actStore(context.tx).need(id)
    if (row.body === null) throw notFound({ what: 'el acto emitido' })
    for (const [format, hash] of Object.entries(files)) await context.tx.run(sql`insert into correspondence.renditions (commune, act_id, format, hash, entry_id) values (${context.tx.commune}, ${id}, ${format}, ${hash}, ${context.entryId}) on conflict do nothing`)
    return { result: { id }, entry: { name: 'act-files-kept', summary: `Archivos de ${actTitle(row)}, con sus huellas`, record: { kind: ACT, id }, facts: { files } } }
  },
})

/** Composes the files of an act after it got its number, outside any transaction. */
export const renderActJob = (catalog: ActCatalog): JobDefinition => ({
  kind: RENDER_JOB, title: 'Componer un acto',
  run: async (context) => {
    const { act } = z.object({ act: z.uuid() }).parse(context.input)
    const { row, body, commune } = await context.read(async (read) => {
      const found = await actStore(read.tx).need(act)
      return { row: found, body: await bodyOf(read, found), commune: await communeStore(read.tx).get() }
    })
    if (row.body === null) throw notFound({ what: 'el acto emitido' })
    const arms = await letterheadArms(context.files, commune?.letterhead ?? null, body.commune.municipality)
    const frame = frameFor(row, body, { commune: context.actor.commune, demonstration: commune?.demonstration ?? false, address: catalog.publicAddress(), arms })
    const files: Record<string, string> = {}
    for (const [index, format] of ActFileFormat.options.entries()) {
      await context.progress(index / ActFileFormat.options.length, `Componiendo ${format.toUpperCase()}`)
      files[format] = (await context.files.put(await renderAct(format, body, frame, arms))).hash
    }
    await context.act(keepActFiles, { id: act, files })
    return { files }
  },
})

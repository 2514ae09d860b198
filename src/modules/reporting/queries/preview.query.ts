import type { Block } from '#kernel'
import { defineQuery, notFound } from '#platform/actions'
import { z } from 'zod'
import type { Catalog } from '../catalog.ts'
import { composeChapter, contentsOf, frameOf } from '../compose/compose-report.ts'
import { composedHere } from '../compose/composed-here.ts'
import type { Anchor, ChapterView, OutlineView, PreviewView } from '../contract.ts'
import { reportStore } from '../drafts/report.store.ts'

const reads = (actor: { permissions: ReadonlySet<string> }) => actor.permissions.has('reporting.read')
const report = z.uuid()
/** Screens ask the sheet for the law of a figure: here its values would only repeat whole tables hundreds of times. */
const light = <T>(value: T): T => {
  if (Array.isArray(value)) return value.map(light) as T
  if (typeof value !== 'object' || value === null) return value
  const copy: Record<string, unknown> = {}
  for (const [key, part] of Object.entries(value)) copy[key] = key === 'lawValues' ? [] : light(part)
  return copy as T
}

/** The whole document as it would be issued now. */
export const preview = (catalog: Catalog) => defineQuery({
  name: 'reporting.preview',
  title: 'Vista previa del informe',
  input: z.object({ report }),
  allowed: reads,
  run: async (input, context): Promise<PreviewView> => light(await composedHere(catalog, context, await reportStore(context.tx).need(input.report))),
})

const wordsIn = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + (block.type === 'paragraph' || block.type === 'note' || block.type === 'heading' ? block.content : block.type === 'list' ? block.items.flat() : []).reduce((count, inline) => count + (inline.type === 'figure' ? 1 : inline.text.split(/\s+/).filter(Boolean).length), 0), 0)

/** Numbers of tables and charts as the document prints them. */
const anchorsOf = ({ chapters, body }: PreviewView): Anchor[] => {
  const place = new Map(chapters.flatMap(({ title, parts }) => parts.flatMap((part) => (part.type === 'blocks' ? part.blocks.map(({ id }) => [id, title] as const) : []))))
  let [tables, charts] = [0, 0]
  return body.blocks.flatMap((block): Anchor[] => {
    if (block.type === 'table') return [{ id: block.id, kind: 'table', label: `Tabla ${++tables}`, title: block.title, chapter: place.get(block.id) ?? '' }]
    return block.type === 'chart' ? [{ id: block.id, kind: 'chart', label: `Gráfico ${++charts}`, title: block.title, chapter: place.get(block.id) ?? '' }] : []
  })
}

/** Chapters, what each lacks, how many figures stand firm, and what a sentence may refer to. */
export const outline = (catalog: Catalog) => defineQuery({
  name: 'reporting.outline',
  title: 'Capítulos y reservas del informe',
  input: z.object({ report }),
  allowed: reads,
  run: async (input, context): Promise<OutlineView> => {
    const whole = await composedHere(catalog, context, await reportStore(context.tx).need(input.report))
    return {
      chapters: whole.chapters.map(({ key, title, informant, parts }) => {
        const blocks = parts.flatMap((part) => (part.type === 'blocks' ? part.blocks : []))
        return { key, title, ...(informant ? { informant } : {}), sections: parts.flatMap((part) => (part.type === 'narrative' ? [part.key] : [])), words: wordsIn(blocks), tables: blocks.filter(({ type }) => type === 'table' || type === 'chart').length }
      }),
      gaps: whole.gaps, firm: whole.firm, total: whole.total, anchors: anchorsOf(whole),
    }
  },
})

/** One chapter: what is computed, with the places of what people write. */
export const chapter = (catalog: Catalog) => defineQuery({
  name: 'reporting.chapter',
  title: 'Un capítulo del informe',
  input: z.object({ report, key: z.string().max(60) }),
  allowed: reads,
  run: async ({ report: id, key }, context): Promise<ChapterView> => {
    const row = await reportStore(context.tx).need(id)
    const frame = await frameOf(context, row)
    const found = contentsOf(frame.definition, catalog).find((one) => one.key === key)
    if (!found) throw notFound({ what: `el capítulo ${key}` })
    if (found.computed) {
      const whole = await composedHere(catalog, context, row)
      const made = whole.chapters.find((one) => one.key === key)
      if (!made) throw notFound({ what: `el capítulo ${key}` })
      return light(made)
    }
    const { title, informant, parts } = await composeChapter(catalog, context, frame, found)
    return light({ key, title, ...(informant ? { informant } : {}), parts })
  },
})

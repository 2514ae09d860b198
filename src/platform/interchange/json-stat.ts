import { z } from 'zod'
import { type CubeCell, type CubeCode, type CubeVariable, type FileCube, gridSize, NotReadable } from './cube.ts'

const Notes = z.array(z.string()).or(z.string().transform((one) => [one])).optional()
const CategoryShape = z.object({
  index: z.union([z.array(z.coerce.string()), z.record(z.string(), z.number().int().min(0))]).optional(), label: z.record(z.string(), z.string()).optional(),
  unit: z.record(z.string(), z.object({ label: z.string().optional(), base: z.string().optional(), decimals: z.number().int().optional() })).optional(), note: z.record(z.string(), Notes).optional(),
})
const DatasetShape = z.object({
  class: z.string().optional(), label: z.string().optional(), source: z.string().optional(), updated: z.string().optional(), note: Notes,
  id: z.array(z.string()).min(1), size: z.array(z.number().int().min(1)).min(1), role: z.object({ time: z.array(z.string()).optional(), geo: z.array(z.string()).optional(), metric: z.array(z.string()).optional() }).optional(),
  dimension: z.record(z.string(), z.object({ label: z.string().optional(), category: CategoryShape, note: Notes })),
  value: z.union([z.array(z.number().nullable()), z.record(z.string().regex(/^\d+$/), z.number().nullable())]),
  status: z.union([z.string(), z.array(z.string().nullable()), z.record(z.string(), z.string().nullable())]).optional(),
})
type Dataset = z.infer<typeof DatasetShape>
const CollectionShape = z.object({ class: z.literal('collection'), link: z.object({ item: z.array(z.unknown()) }) })

const codesOf = (id: string, { index, label, unit, note }: z.infer<typeof CategoryShape>): CubeCode[] => {
  const order = Array.isArray(index) ? index : index ? Object.entries(index).sort(([, a], [, b]) => a - b).map(([code]) => code) : Object.keys(label ?? {})
  if (order.length === 0) throw new NotReadable('damaged', `La variable «${id}» no trae categorías.`)
  return order.map((code) => {
    const [measured, said] = [unit?.[code], note?.[code]?.join(' ')]
    return { code, label: label?.[code] ?? code, ...(measured ? { unit: measured.label ?? measured.base ?? '', ...(measured.decimals === undefined ? {} : { decimals: measured.decimals }) } : {}), ...(said ? { note: said } : {}) }
  })
}
const variableOf = (dataset: Dataset, id: string, axis: number): CubeVariable => {
  const dimension = dataset.dimension[id]
  if (!dimension) throw new NotReadable('damaged', `Falta describir la variable «${id}».`)
  const codes = codesOf(id, dimension.category)
  if (codes.length !== dataset.size[axis]) throw new NotReadable('damaged', `«${id}» dice tener ${dataset.size[axis]} categorías y trae ${codes.length}.`)
  const { time = [], geo = [], metric = [] } = dataset.role ?? {}
  const role = time.includes(id) ? 'time' : geo.includes(id) ? 'place' : metric.includes(id) ? 'measure' : undefined
  return { title: dimension.label ?? id, codes, ...(role ? { role } : {}), ...(dimension.note ? { note: dimension.note.join(' ') } : {}) }
}
const statusAt = ({ status }: Dataset, index: number): string | undefined =>
  (typeof status === 'string' ? status : Array.isArray(status) ? (status.length === 1 ? status[0] : status[index]) : status?.[String(index)]) ?? undefined

function* cellsOf(dataset: Dataset): Generator<CubeCell> {
  const at = (index: number): number[] => {
    const place = dataset.size.map(() => 0)
    let rest = index
    for (let axis = dataset.size.length - 1; axis >= 0; axis--) { const size = dataset.size[axis] ?? 1; place[axis] = rest % size; rest = Math.floor(rest / size) }
    return place
  }
  const entries: Iterable<[number, number | null]> = Array.isArray(dataset.value)
    ? dataset.value.entries()
    : new Map([...Object.keys(dataset.value), ...(typeof dataset.status === 'object' && !Array.isArray(dataset.status) ? Object.keys(dataset.status) : [])].map((key) => [Number(key), (dataset.value as Record<string, number | null>)[key] ?? null] as const)).entries()
  const size = dataset.size.reduce((product, one) => product * one, 1)
  for (const [index, value] of entries) {
    if (index >= size) throw new NotReadable('damaged', `Trae un dato en el lugar ${index} y la tabla tiene ${size}.`)
    const symbol = statusAt(dataset, index)
    yield { at: at(index), value, ...(symbol ? { symbol } : {}) }
  }
}
const cubeOf = (raw: unknown, limit: number): FileCube => {
  const checked = DatasetShape.safeParse(raw)
  if (!checked.success) throw new NotReadable('damaged', `No es un JSON-stat completo: ${checked.error.issues[0]?.path.join('.') ?? ''}.`)
  const dataset = checked.data
  if (dataset.size.reduce((product, one) => product * one, 1) > limit && Array.isArray(dataset.value)) throw new NotReadable('too-many-cells', String(limit))
  const variables = dataset.id.map((id, axis) => variableOf(dataset, id, axis))
  if (Array.isArray(dataset.value) && dataset.value.length !== gridSize(variables)) throw new NotReadable('damaged', `Trae ${dataset.value.length} datos y sus variables dicen ${gridSize(variables)}.`)
  return {
    title: dataset.label ?? '', variables, cells: cellsOf(dataset), units: '', decimals: 0, notes: dataset.note ?? [], symbols: {}, cellNotes: [],
    ...(dataset.source ? { source: dataset.source } : {}), ...(dataset.updated ? { updated: dataset.updated.slice(0, 10) } : {}),
  }
}
/** A JSON-stat 2 answer: a data set, or a collection with its data sets inside. */
export const looksLikeJsonStat = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (CollectionShape.safeParse(value).success || ('id' in value && 'size' in value && 'dimension' in value && 'value' in value))

/** Reads JSON-stat 2. A collection that only points at other addresses has nothing to read. Throws NotReadable. */
export const readJsonStat = (value: unknown, limit: number): readonly FileCube[] => {
  const collection = CollectionShape.safeParse(value)
  if (!collection.success) return [cubeOf(value, limit)]
  const inside = collection.data.link.item.filter((item) => looksLikeJsonStat(item))
  if (inside.length === 0) throw new NotReadable('damaged', 'La colección sólo trae direcciones: descargue cada tabla.')
  return inside.map((item) => cubeOf(item, limit))
}

import { Problem } from '#kernel'
import type { Context } from 'hono'
import { tooLarge } from '#platform/actions'

const MAX_JSON = 2_000_000
const megabytes = (limit: number): string => `${Math.round(limit / 1_000_000)} MB`

/** The body, never holding more than `limit` bytes: it stops reading at the first byte too many, whatever the length announced. */
export const readBytes = async (context: Context, limit: number, limitText = megabytes(limit)): Promise<Uint8Array> => {
  if (Number(context.req.header('content-length') ?? 0) > limit) throw tooLarge({ limit: limitText })
  const body = context.req.raw.body
  if (!body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > limit) {
      void reader.cancel().catch(() => undefined)
      throw tooLarge({ limit: limitText })
    }
    chunks.push(value)
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : new Uint8Array(Buffer.concat(chunks, size))
}

const notJson = (detail: string) => new Problem('entrada/no-es-json', 'input', 'No se entiende lo enviado', detail, 'Envíe un objeto JSON con codificación UTF-8.', undefined)

/** The JSON object of a request; an empty body is an empty object. */
export const readJson = async (context: Context): Promise<Record<string, unknown>> => {
  const bytes = await readBytes(context, MAX_JSON)
  if (bytes.byteLength === 0) return {}
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw notJson('El cuerpo no es JSON.')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw notJson('El cuerpo es JSON, pero no un objeto.')
  return value as Record<string, unknown>
}

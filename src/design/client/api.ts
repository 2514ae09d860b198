import { noConnection, readProblem } from './api-problem.ts'

export type QueryInput = Readonly<Record<string, string | number | boolean | null | undefined | readonly string[]>>
export type ActAnswer<Result> = { readonly result: Result; readonly entry?: { readonly seq: number; readonly id: string } }
export type StoredFile = { readonly hash: string; readonly name: string; readonly size: number; readonly mediaType: string }

/** What the page knows of its session; the shell writes it, every request reads it. */
const session = { csrf: '', lost: (): void => undefined }
export const rememberCsrf = (token: string): void => { session.csrf = token }
/** Called when a request is answered 401: the shell goes to the entrance and keeps the address. */
export const onSessionLost = (listener: () => void): void => { session.lost = listener }

const request = async (path: string, init?: RequestInit, quiet = false): Promise<Response> => {
  const response = await fetch(path, { credentials: 'same-origin', ...init }).catch(() => { throw noConnection() })
  if (response.ok) return response
  if (response.status === 401 && !quiet) session.lost()
  throw await readProblem(response)
}

export const searchText = (input: QueryInput = {}): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined || value === null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one))
  }
  const text = search.toString()
  return text ? `?${text}` : ''
}

/** `GET /api/<name>`; the name is `module/query`, or one of the fixed addresses (`session`, `home`, `law`, `search`). */
const query = async <Result>(name: string, input?: QueryInput, signal?: AbortSignal): Promise<Result> =>
  (await (await request(`/api/${name}${searchText(input)}`, { signal, headers: { accept: 'application/json' } })).json()) as Result

/**
 * `POST /api/<name>` with an idempotency key: pass the same `key` to repeat an attempt safely (default: a new one).
 * With `version` a stale write is answered 412 with both versions in `problem.body.facts`.
 */
const act = async <Result>(name: string, input: unknown, options: { key?: string; version?: string | number; quiet?: boolean } = {}): Promise<ActAnswer<Result>> => {
  const headers: Record<string, string> = { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': options.key ?? newId(), 'x-csrf': session.csrf }
  if (options.version !== undefined) headers['if-match'] = `"${options.version}"`
  const response = await request(`/api/${name}`, { method: 'POST', body: JSON.stringify(input), headers }, options.quiet)
  return response.status === 204 ? { result: undefined as Result } : ((await response.json()) as ActAnswer<Result>)
}

/** `POST` answered with a file instead of JSON; its name is the one the server gave. */
const download = async (name: string, input: unknown): Promise<{ readonly bytes: Blob; readonly name: string }> => {
  const response = await request(`/api/${name}`, { method: 'POST', body: JSON.stringify(input), headers: { 'content-type': 'application/json', 'x-csrf': session.csrf } })
  const given = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  return { bytes: await response.blob(), name: decodeURIComponent(given ?? 'tabla.xlsx') }
}

/** Uploads one file with progress (0–1). The answer's hash is what actions receive. */
const upload = (file: File, onProgress?: (share: number) => void, signal?: AbortSignal): Promise<StoredFile> =>
  new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest()
    sending.open('POST', '/api/files')
    sending.setRequestHeader('content-type', file.type || 'application/octet-stream')
    sending.setRequestHeader('x-file-name', encodeURIComponent(file.name))
    sending.setRequestHeader('x-csrf', session.csrf)
    sending.setRequestHeader('idempotency-key', newId())
    sending.upload.onprogress = (event) => { if (event.lengthComputable) onProgress?.(event.loaded / event.total) }
    sending.onerror = () => reject(noConnection())
    sending.onabort = () => reject(new DOMException('Carga detenida', 'AbortError'))
    sending.onload = () => {
      if (sending.status >= 200 && sending.status < 300) return resolve(JSON.parse(sending.responseText) as StoredFile)
      if (sending.status === 401) session.lost()
      readProblem(new Response(sending.responseText, { status: sending.status, headers: { 'content-type': sending.getResponseHeader('content-type') ?? '' } })).then(reject, reject)
    }
    signal?.addEventListener('abort', () => sending.abort())
    sending.send(file)
  })

export const fileHref = (hash: string): string => `/api/files/${hash}`

/** An identifier made by the page (UUID v4), for records and for idempotency keys. Works without HTTPS too. */
export const newId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The only door to the server. Failures are ApiProblem. */
export const api = { query, act, download, upload, file: fileHref }

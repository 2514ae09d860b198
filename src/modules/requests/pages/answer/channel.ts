import { api, type ApiProblem, newId, readProblem, type StoredFile, toProblem } from '#design'
import type { SavedDrafts, WorkbookAnswer } from '../../contract.ts'

export type Written = { readonly itemId: string; readonly value: number | null; readonly text: string; readonly noNews: boolean; readonly comment: string; readonly fileHash: string | null; readonly base: string | null }
/** The marks of what the sender has before their eyes. */
export type Seen = Readonly<Record<string, string | null>>
export type Chosen = { readonly itemId: string; readonly base: string | null }
export type Answerer = { readonly name: string; readonly post: string }
/** How the same page talks to the server: with a session, or with nothing but its link. */
export type Channel = {
  readonly save: (answers: readonly Written[]) => Promise<SavedDrafts>
  readonly submit: (answerer: Answerer | undefined, seen: Seen) => Promise<void>
  readonly upload: (file: File) => Promise<StoredFile>
  readonly workbook: () => Promise<{ readonly bytes: Blob; readonly name: string }>
  readonly take: (fileHash: string, accept: readonly Chosen[] | null) => Promise<WorkbookAnswer>
}

const nameFrom = (response: Response): string => decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'respuestas.xlsx')
const ask = async (address: string, init: RequestInit): Promise<Response> => {
  const response = await fetch(address, { credentials: 'same-origin', ...init })
  if (!response.ok) throw await readProblem(response)
  return response
}
const filesOf = (query: string, headers: Record<string, string>): Pick<Channel, 'upload' | 'workbook'> => ({
  upload: async (file) => (await (await ask(`/api/requests/evidence${query}`, { method: 'POST', body: file, headers: { 'content-type': file.type || 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name), ...headers } })).json()) as StoredFile,
  workbook: async () => { const response = await ask(`/api/requests/workbook${query}`, { headers }); return { bytes: await response.blob(), name: nameFrom(response) } },
})
export const sessionChannel = (requestId: string, csrf: string): Channel => ({
  save: async (answers) => (await api.act<SavedDrafts>('requests/save-answers', { requestId, answers })).result,
  submit: async (answerer, seen) => void (await api.act('requests/submit-answers', { requestId, seen, ...(answerer ? { answerer } : {}) })),
  take: async (fileHash, accept) => (await api.act<WorkbookAnswer>('requests/take-workbook', { requestId, fileHash, accept })).result,
  ...filesOf(`?request=${requestId}`, { 'x-csrf': csrf }),
})
/** The token goes in the body or in a header, never in the address of a request. */
export const linkChannel = (token: string): Channel => {
  const given = { commune: token.slice(0, 5), token }
  return {
    save: async (answers) => (await api.act<SavedDrafts>('requests/save-by-link', { ...given, answers })).result,
    submit: async (answerer, seen) => void (await api.act('requests/submit-by-link', { ...given, answerer, seen }, { key: newId() })),
    take: async (fileHash, accept) => (await api.act<WorkbookAnswer>('requests/take-workbook-by-link', { ...given, fileHash, accept })).result,
    ...filesOf('', { 'x-request-link': token }),
  }
}
export const problemOf = (error: unknown): ApiProblem => toProblem(error)

import { api, newId } from '#design'

const CHUNK = 100
const LARGEST = 60_000_000
const IGNORED = /(^|\/)(\.|Thumbs\.db$|desktop\.ini$)/

export type FolderProgress = { readonly sent: number; readonly total: number; readonly path: string }

/** Sends a folder chosen in the browser, file by file, and leaves it in review. Stops between files when `signal` says so. Answers its id. */
export const sendFolder = async (files: readonly File[], tell: (progress: FolderProgress) => void, signal: AbortSignal): Promise<string> => {
  const chosen = files.filter((file) => !IGNORED.test(file.webkitRelativePath || file.name))
  const id = newId()
  const name = chosen[0]?.webkitRelativePath.split('/')[0] || 'Archivos elegidos'
  await api.act('evidence/start-adoption', { id, name })
  let waiting: { path: string; size: number; hash?: string }[] = []
  const pass = async () => { if (waiting.length > 0) await api.act('evidence/add-to-adoption', { id, files: waiting }); waiting = [] }
  for (const [index, file] of chosen.entries()) {
    if (signal.aborted) throw new DOMException('Detenido', 'AbortError')
    const path = file.webkitRelativePath.split('/').slice(1).join('/') || file.name
    tell({ sent: index, total: chosen.length, path })
    const stored = file.size > 0 && file.size <= LARGEST ? await api.upload(file, undefined, signal) : undefined
    waiting.push({ path, size: file.size, ...(stored ? { hash: stored.hash } : {}) })
    if (waiting.length === CHUNK) await pass()
  }
  await pass()
  return id
}

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Content-addressed bytes: the address is the SHA-256. Who may read them is decided by the rows that name them. */
export type FileStore = {
  /** Stores bytes and returns their address. Storing the same bytes twice is one file. */
  readonly put: (bytes: Uint8Array) => Promise<{ hash: string; size: number }>
  /** Undefined when there is no such file. */
  readonly get: (hash: string) => Promise<Buffer | undefined>
  readonly pathOf: (hash: string) => string
  readonly has: (hash: string) => Promise<boolean>
}

const HASH = /^[0-9a-f]{64}$/

/** Files in a local folder, two letters a level, written whole and synced before they get their name. */
export const folderStore = (folder: string): FileStore => {
  const pathOf = (hash: string): string => {
    if (!HASH.test(hash)) throw new RangeError('No es la huella de un archivo')
    return join(folder, hash.slice(0, 2), hash)
  }
  return {
    pathOf,
    has: async (hash) => HASH.test(hash) && existsSync(pathOf(hash)),
    get: async (hash) => {
      if (!HASH.test(hash) || !existsSync(pathOf(hash))) return undefined
      return readFile(pathOf(hash))
    },
    put: async (bytes) => {
      const hash = createHash('sha256').update(bytes).digest('hex')
      const path = pathOf(hash)
      const known = existsSync(path) ? await stat(path) : undefined
      if (known?.size === bytes.byteLength) return { hash, size: bytes.byteLength }
      await mkdir(dirname(path), { recursive: true })
      const partial = `${path}.${process.pid}.${bytes.byteLength}.partial`
      const handle = await open(partial, 'w')
      await handle.writeFile(bytes)
      await handle.sync()
      await handle.close()
      await rename(partial, path)
      return { hash, size: bytes.byteLength }
    },
  }
}

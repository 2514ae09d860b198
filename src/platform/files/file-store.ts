import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { defineProblem } from '#kernel'

/** Content-addressed bytes: the address is the SHA-256. Who may read them is decided by the rows that name them. */
export type FileStore = {
  /** Stores bytes and returns their address. Storing the same bytes twice is one file. */
  readonly put: (bytes: Uint8Array) => Promise<{ hash: string; size: number }>
  /** Takes a finished file by its path, without reading it into memory; the path is gone afterwards. It must be on the same disk. */
  readonly adopt: (path: string) => Promise<{ hash: string; size: number }>
  /** Undefined when there is no such file. */
  readonly get: (hash: string) => Promise<Buffer | undefined>
  readonly pathOf: (hash: string) => string
  readonly has: (hash: string) => Promise<boolean>
}

export const fileNotStored = defineProblem<{ reason: string }>({
  id: 'archivo/no-se-guarda', kind: 'dependency',
  title: 'No se pudo guardar el archivo',
  detail: ({ reason }) => `En el equipo del servidor ${reason}. El archivo no se guardó.`,
  remedy: 'Avise a Informática: hay que liberar espacio o revisar los permisos de la carpeta de datos. Después suba el archivo de nuevo.',
})
const REASONS: Readonly<Record<string, string>> = { ENOSPC: 'el disco está lleno', EDQUOT: 'se acabó la cuota de disco', EROFS: 'el disco es de sólo lectura', EACCES: 'falta permiso de escritura', EPERM: 'falta permiso de escritura' }
const stored = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? '']
    throw reason ? fileNotStored({ reason }) : error
  }
}
/** Makes the new name survive a power cut. Windows cannot open folders. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

const fingerprint = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(bytes as Buffer)
  return hash.digest('hex')
}
const syncFile = async (path: string): Promise<void> => {
  const handle = await open(path, 'r+')
  await handle.sync().finally(() => handle.close())
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
    adopt: (source) =>
      stored(async () => {
        const [hash, { size }] = [await fingerprint(source), await stat(source)]
        const path = pathOf(hash)
        const known = existsSync(path) ? await stat(path) : undefined
        if (known?.size === size) {
          await rm(source)
          return { hash, size }
        }
        await mkdir(dirname(path), { recursive: true })
        await syncFile(source)
        await rename(source, path)
        await syncFolder(dirname(path))
        return { hash, size }
      }),
    put: (bytes) =>
      stored(async () => {
        const hash = createHash('sha256').update(bytes).digest('hex')
        const path = pathOf(hash)
        const known = existsSync(path) ? await stat(path) : undefined
        if (known?.size === bytes.byteLength) return { hash, size: bytes.byteLength }
        await mkdir(dirname(path), { recursive: true })
        const partial = `${path}.${randomBytes(6).toString('hex')}.partial`
        try {
          const handle = await open(partial, 'wx')
          await handle.writeFile(bytes).then(() => handle.sync()).finally(() => handle.close())
          await rename(partial, path)
        } catch (error) {
          await rm(partial, { force: true })
          throw error
        }
        await syncFolder(dirname(path))
        return { hash, size: bytes.byteLength }
      }),
  }
}

import { randomBytes } from 'node:crypto'
import { accessSync, constants, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { realFolder, unsafeReason } from './folder-safety.ts'
import { folderInUse, folderNotSafe, folderNotWritable } from './problems.ts'

export { unsafeReason }

const readText = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
/** When a process started and in which boot, so that a reused pid is not taken for the old owner (Linux; empty elsewhere). */
const startOf = (pid: number): string => {
  const ticks = readText(`/proc/${pid}/stat`).split(') ').pop()?.split(' ')[19] ?? ''
  return ticks && `${ticks}@${readText('/proc/sys/kernel/random/boot_id').trim()}`
}
const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
const REASONS: Readonly<Record<string, string>> = { ENOSPC: 'el disco está lleno', EDQUOT: 'se acabó su cuota de disco', EROFS: 'el disco es de sólo lectura', EACCES: 'sin permiso de escritura', EPERM: 'sin permiso de escritura', ENOTDIR: 'parte de la ruta no es una carpeta', EEXIST: 'ya existe un archivo con ese nombre', ENAMETOOLONG: 'el nombre es demasiado largo' }
/** The problem of a folder that cannot be written, from the system's code. */
export const notWritable = (folder: string, error: unknown) => folderNotWritable({ folder, reason: REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? 'no se pudo escribir' })

type Owner = { readonly pid: number; readonly start: string }
const ownerIn = (text: string): Owner | undefined => {
  try {
    const owner = JSON.parse(text) as Owner
    return typeof owner.pid === 'number' ? owner : undefined
  } catch {
    return undefined
  }
}
const holds = (owner: Owner): boolean => alive(owner.pid) && (owner.start === '' || owner.start === startOf(owner.pid))

/** The lock appears whole or not at all: a reader never finds it empty. Disks without links (FAT) fall back to an exclusive write. */
const create = (file: string, content: string): boolean => {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  try {
    writeFileSync(draft, content, { flag: 'wx' })
    try {
      linkSync(draft, file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
      writeFileSync(file, content, { flag: 'wx' })
    }
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}
const pause = (milliseconds: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)

/** Takes the folder for this process. Throws named problems when it is in use, unsafe or not writable. Returns the release. */
export const takeFolder = (path: string): (() => void) => {
  const folder = resolve(path)
  const reason = unsafeReason(folder, '') ?? unsafeReason(realFolder(folder), readText('/proc/mounts'))
  if (reason) throw folderNotSafe({ folder, reason })
  const file = join(folder, 'secplan.lock')
  const content = JSON.stringify({ pid: process.pid, start: startOf(process.pid), token: randomBytes(8).toString('hex') })
  const release = () => {
    if (readText(file) === content) rmSync(file, { force: true })
  }
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    if (create(file, content)) return release
    const found = readText(file)
    const owner = ownerIn(found)
    if (owner && holds(owner)) throw folderInUse({ folder, pid: owner.pid })
    // Left by a process that died. Two may find it at once: only who moves away the very one it judged goes on.
    const aside = `${file}.stale.${randomBytes(4).toString('hex')}`
    renameSync(file, aside)
    const moved = readText(aside)
    if (moved !== found) create(file, moved)
    rmSync(aside, { force: true })
    if (moved === found && create(file, content)) {
      pause(60)
      if (readText(file) === content) return release
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw folderInUse({ folder, pid: 0 })
    if (error instanceof Error && 'errno' in error) throw notWritable(folder, error)
    throw error
  }
  throw folderInUse({ folder, pid: ownerIn(readText(file))?.pid ?? 0 })
}

import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync, accessSync, constants } from 'node:fs'
import { join, resolve } from 'node:path'
import { folderInUse, folderNotSafe, folderNotWritable } from './problems.ts'

const CLOUD = /onedrive|dropbox|google ?drive|googledrive|icloud|mega ?sync|nextcloud|box sync/i
const NETWORK_TYPES = new Set(['nfs', 'nfs4', 'cifs', 'smb3', 'smbfs', 'fuse.sshfs', 'davfs', '9p'])

/** Why a folder is unsafe for a database, or undefined. `mounts` is the text of /proc/mounts where there is one. */
export const unsafeReason = (folder: string, mounts: string): string | undefined => {
  if (CLOUD.test(folder)) return 'está dentro de una carpeta que se sincroniza con la nube, y la sincronización corrompe la base'
  if (folder.startsWith('\\\\') || folder.startsWith('//')) return 'es una carpeta de red'
  const mount = mounts
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, point = '']) => folder === point || folder.startsWith(point.endsWith('/') ? point : `${point}/`))
    .sort(([, a = ''], [, b = '']) => b.length - a.length)[0]
  return mount && NETWORK_TYPES.has(mount[2] ?? '') ? 'es una unidad de red' : undefined
}

const readText = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
/** When a process started, so that a reused pid is not taken for the old owner (Linux; empty elsewhere). */
const startOf = (pid: number): string => readText(`/proc/${pid}/stat`).split(') ').pop()?.split(' ')[19] ?? ''
const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Takes the folder for this process. Throws named problems when it is in use, unsafe or not writable. Returns the release. */
export const takeFolder = (path: string): (() => void) => {
  const folder = resolve(path)
  const reason = unsafeReason(folder, readText('/proc/mounts'))
  if (reason) throw folderNotSafe({ folder, reason })
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    throw folderNotWritable({ folder, reason: code === 'ENOSPC' ? 'el disco está lleno' : code === 'EROFS' ? 'el disco es de sólo lectura' : 'sin permiso de escritura' })
  }
  const file = join(folder, 'secplan.lock')
  const content = JSON.stringify({ pid: process.pid, start: startOf(process.pid) })
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = openSync(file, 'wx')
      writeSync(handle, content)
      closeSync(handle)
      return () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw folderNotWritable({ folder, reason: 'no se pudo crear el archivo de uso' })
      const owner = readOwner(file)
      if (owner && alive(owner.pid) && (owner.start === '' || owner.start === startOf(owner.pid))) throw folderInUse({ folder, pid: owner.pid })
      rmSync(file, { force: true })
    }
  }
  throw folderInUse({ folder, pid: 0 })
}
const readOwner = (file: string): { pid: number; start: string } | undefined => {
  try {
    const owner = JSON.parse(readText(file)) as { pid: number; start: string }
    return typeof owner.pid === 'number' ? owner : undefined
  } catch {
    return undefined
  }
}

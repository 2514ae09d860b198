import { existsSync, realpathSync } from 'node:fs'
import { dirname } from 'node:path'

const CLOUD = /onedrive|dropbox|google ?drive|googledrive|icloud|mobile documents|cloudstorage|mega ?sync|nextcloud|owncloud|pcloud|syncthing|box sync/i
const NETWORK_TYPES = new Set(['nfs', 'nfs4', 'cifs', 'smb3', 'smbfs', 'davfs', '9p', 'afs', 'ceph', 'glusterfs'])
const NETWORK_FUSE = /^fuse\.(sshfs|rclone|s3fs|gvfsd-fuse|davfs2?|onedriver|google-drive-ocamlfuse|gcsfuse|glusterfs|ceph)/

/** In /proc/mounts a space is written \040. */
const unescaped = (point: string): string => point.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))

/** Why a folder is unsafe for a database, or undefined. `mounts` is the text of /proc/mounts where there is one. */
export const unsafeReason = (folder: string, mounts: string): string | undefined => {
  if (CLOUD.test(folder)) return 'está dentro de una carpeta que se sincroniza con la nube, y la sincronización corrompe la base'
  if (folder.startsWith('\\\\') || folder.startsWith('//')) return 'es una carpeta de red'
  const mount = mounts
    .split('\n')
    .map((line) => line.split(' '))
    .map(([, point = '', type = '']) => ({ point: unescaped(point), type }))
    .filter(({ point }) => point !== '' && (folder === point || folder.startsWith(point.endsWith('/') ? point : `${point}/`)))
    .sort((a, b) => b.point.length - a.point.length)[0]
  return mount && (NETWORK_TYPES.has(mount.type) || NETWORK_FUSE.test(mount.type)) ? 'es una unidad de red' : undefined
}

/** Where a folder really is, links followed; of one that does not exist yet, where it would be. */
export const realFolder = (folder: string): string => {
  if (existsSync(folder)) return realpathSync(folder)
  const above = dirname(folder)
  return above === folder ? folder : `${realFolder(above).replace(/[\\/]$/, '')}${folder.slice(above.replace(/[\\/]$/, '').length)}`
}

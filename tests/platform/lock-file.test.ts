import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Problem } from '#kernel'
import { bundleChild } from './children/bundle.ts'
import { notWritable, takeFolder, unsafeReason } from '#platform/database'

let folder = ''
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'secplan-lock-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const refusal = (work: () => unknown): Problem => {
  try {
    work()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('no se rechazó')
}
const lock = () => join(folder, 'secplan.lock')
/** A process that sleeps and dies with the test. */
const sleeper = () => spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })

describe('la carpeta de datos es de un solo proceso', () => {
  test('mientras está tomada se niega con el número del proceso; al soltarla queda libre', () => {
    const release = takeFolder(folder)
    const problem = refusal(() => takeFolder(folder))
    expect(problem.id).toBe('database/folder-in-use')
    expect(problem.detail).toContain(String(process.pid))
    release()
    expect(readdirSync(folder)).toEqual([])
    takeFolder(folder)()
  })
  test('otro proceso vivo la conserva', () => {
    const other = sleeper()
    const start = `${readFileSync(`/proc/${other.pid}/stat`, 'utf8').split(') ').pop()?.split(' ')[19]}@${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`
    writeFileSync(lock(), JSON.stringify({ pid: other.pid, start }))
    expect(refusal(() => takeFolder(folder)).detail).toContain(String(other.pid))
    // The same number with another start is another process: the owner died and its number was given again.
    writeFileSync(lock(), JSON.stringify({ pid: other.pid, start: '1@otro-arranque' }))
    takeFolder(folder)()
    other.kill('SIGKILL')
  })
  test('la marca de un proceso muerto, o ilegible, no estorba', async () => {
    const dead = sleeper()
    await new Promise((resolve) => {
      dead.once('exit', resolve)
      dead.kill('SIGKILL')
    })
    for (const left of [JSON.stringify({ pid: dead.pid, start: '1@x' }), '', '{"pid":', 'otra cosa']) {
      writeFileSync(lock(), left)
      takeFolder(folder)()
    }
  })
  test('de varios que encuentran a la vez la marca de un muerto, uno solo entra', async () => {
    const file = bundleChild('take-folder')
    writeFileSync(lock(), JSON.stringify({ pid: 999_999_999, start: '1@x' }))
    // All try at the same instant, far enough for all to have started.
    const at = Date.now() + 2500
    const children = Array.from({ length: 4 }, () => spawn(process.execPath, [file, folder, String(at)], { stdio: ['ignore', 'pipe', 'ignore'] }))
    try {
      const answers = await Promise.all(children.map((child) => new Promise<string>((resolve) => child.stdout.once('data', (bytes) => resolve(String(bytes))))))
      expect(answers.sort()).toEqual(['database/folder-in-use', 'database/folder-in-use', 'database/folder-in-use', 'in'])
    } finally {
      for (const child of children) child.kill('SIGKILL')
      rmSync(file, { force: true })
    }
  })
})

describe('dónde no se guarda una base', () => {
  const MOUNTS = ['/dev/sda1 / ext4 rw 0 0', 'srv:/x /mnt/red nfs4 rw 0 0', '//srv/y /mnt/con\\040espacio cifs rw 0 0', 'me@h: /home/u/remoto fuse.sshfs rw 0 0', '/dev/sdb1 /mnt/red/local ext4 rw 0 0'].join('\n')
  test.each([
    ['/home/u/OneDrive - Municipalidad/datos', /nube/], ['C:\\Users\\u\\Dropbox\\datos', /nube/], ['/Users/u/Library/CloudStorage/GoogleDrive-x/datos', /nube/],
    ['\\\\servidor\\datos', /red/], ['/mnt/red/datos', /red/], ['/mnt/con espacio/datos', /red/], ['/home/u/remoto', /red/],
  ])('%s se rechaza', (path, reason) => expect(unsafeReason(path, MOUNTS)).toMatch(reason))
  test.each(['/home/u/datos', '/mnt/redundante', '/mnt/red/local/datos'])('%s sirve', (path) => expect(unsafeReason(path, MOUNTS)).toBeUndefined())
  test('un enlace hacia la nube no engaña', () => {
    mkdirSync(join(folder, 'OneDrive'))
    symlinkSync(join(folder, 'OneDrive'), join(folder, 'enlace'))
    expect(refusal(() => takeFolder(join(folder, 'enlace', 'datos'))).id).toBe('database/folder-not-safe')
  })
})

describe('cuando no se puede escribir se dice por qué y qué hacer', () => {
  test.each([['ENOSPC', 'el disco está lleno'], ['EROFS', 'el disco es de sólo lectura'], ['EACCES', 'sin permiso de escritura'], ['EDQUOT', 'se acabó su cuota de disco']])('%s', (code, reason) => {
    const problem = notWritable('/datos', Object.assign(new Error('x'), { code, errno: -1 }))
    expect([problem.id, problem.status]).toEqual(['database/folder-not-writable', 503])
    expect(problem.detail).toContain(reason)
    expect(problem.remedy).toContain('espacio')
  })
  test('un archivo donde debía haber una carpeta', () => {
    writeFileSync(join(folder, 'archivo'), '')
    expect(refusal(() => takeFolder(join(folder, 'archivo', 'datos'))).id).toBe('database/folder-not-writable')
  })
})

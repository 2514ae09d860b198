import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { Problem, problemStatus } from '#kernel'
import { databaseOver, ensureTemplate, migrate, openEmbedded, takeFolder } from '#platform/database'
import { folderStore } from '#platform/files'
import { ledger, ledgerStore, verifyLinks } from '#evidence'
import { scopeOf } from '#platform/actions'
import { rosa } from '../cast.ts'

const folder = mkdtempSync(join(tmpdir(), 'secplan-full-'))
/** A small disk of its own: a file system in memory, where this machine lets us mount one (Linux, root). */
const mount = process.platform === 'linux' ? spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=112m', 'secplan', folder]) : undefined
const mounted = mount?.status === 0
afterAll(() => {
  if (mounted) spawnSync('umount', ['-l', folder])
  rmSync(folder, { recursive: true, force: true })
})
const MEGABYTE = 1_048_576
/** Writes of 40 kB of text that no engine can compress, so that the table grows. */
const noise = (seed: number): string => { let text = ''; let state = seed + 1; while (text.length < 40_000) { state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; text += state.toString(36) } return text }

/** Fills the disk until that many bytes are left. Returns how to give them back. */
const leave = (bytes: number): (() => void) => {
  const path = join(folder, 'relleno')
  const file = openSync(path, 'w')
  const free = () => { const { bavail, bsize } = statfsSync(folder); return Number(bavail) * Number(bsize) }
  for (let room = free(); room > bytes; room = free()) writeSync(file, Buffer.alloc(Math.min(MEGABYTE, room - bytes)))
  closeSync(file)
  return () => rmSync(path)
}

describe.runIf(mounted)('con el disco lleno', () => {
  // 256 kB: a table cannot grow. 12 MB: neither can the journal, whose next segment takes 16 MB.
  test.each([['una tabla', 256 * 1024], ['el diario', 12 * MEGABYTE]])('lo que falla por falta de espacio en %s se dice con su remedio, y nada acusado se pierde', { timeout: 120_000 }, async (_name, left) => {
    const template = await ensureTemplate()
    const open = () => openEmbedded({ folder: join(folder, 'base'), template, stuckAfterMs: 6_000 })
    const release = takeFolder(folder)
    let engine = await open()
    await migrate(engine)
    await engine.checkpoint()
    const acknowledged: { seq: number; id: string }[] = []
    const problems: unknown[] = []
    const before = await databaseOver(engine).read(scopeOf(rosa), (tx) => ledgerStore(tx).links(0, 100_000))
    const giveBack = leave(left)
    try {
      for (let n = 0; n < 900 && problems.length < 2; n++) {
        const id = randomUUID()
        await databaseOver(engine).write(scopeOf(rosa), (tx) => ledger.append(tx, { id, action: 'prueba.anotar', accountId: rosa.accountId, office: undefined, effectiveOn: '2026-07-01', recordedAt: '2026-07-01T12:00:00Z', draft: { name: 'noted', summary: 'Asiento' }, body: JSON.stringify({ id, noise: noise(n) }) }))
          .then(({ seq }) => acknowledged.push({ seq, id }), (error: unknown) => problems.push(error))
      }
      expect(problems.length).toBeGreaterThan(0)
      for (const problem of problems) {
        expect(problem).toBeInstanceOf(Problem)
        if (!(problem instanceof Problem)) continue
        expect(['database/folder-not-writable', 'database/engine-stuck'], problem.id).toContain(problem.id)
        expect(problem.status).toBe(problemStatus.dependency)
        expect(problem.remedy).toMatch(/disco|repita/)
      }
      // A journal that cannot grow stops the engine: that answer says it recovers, and the next one that there is no room.
      expect(problems.map((problem) => (problem instanceof Problem ? problem.id : ''))).toContain('database/folder-not-writable')
      const files = folderStore(join(folder, 'archivos'))
      await expect(files.put(Buffer.alloc(left + 8 * MEGABYTE, 7))).rejects.toMatchObject({ kind: 'dependency', detail: expect.stringContaining('el disco está lleno') })
      // A table without room leaves reading as it was.
      if (!problems.some((problem) => problem instanceof Problem && problem.id === 'database/engine-stuck')) expect((await databaseOver(engine).read(scopeOf(rosa), (tx) => ledgerStore(tx).links(0, 100_000))).length).toBe(before.length + acknowledged.length)
    } finally {
      giveBack()
    }
    // With room again the same program goes on, and after closing it everything acknowledged is there, in its chain.
    const last = randomUUID()
    const { seq } = await databaseOver(engine).write(scopeOf(rosa), (tx) => ledger.append(tx, { id: last, action: 'prueba.anotar', accountId: rosa.accountId, office: undefined, effectiveOn: '2026-07-01', recordedAt: '2026-07-01T12:00:00Z', draft: { name: 'noted', summary: 'Asiento' }, body: JSON.stringify({ id: last }) }))
    acknowledged.push({ seq, id: last })
    await engine.close()
    engine = await open()
    try {
      const links = await databaseOver(engine).read(scopeOf(rosa), (tx) => ledgerStore(tx).links(0, 100_000))
      expect(verifyLinks({ seq: 0, hash: '' }, links)).toEqual({ seq: links.length, hash: links.at(-1)?.hash })
      const saved = new Map(links.map((link) => [link.seq, (JSON.parse(link.body) as { id: string }).id]))
      for (const one of acknowledged) expect(saved.get(one.seq)).toBe(one.id)
      expect(links.length).toBe(before.length + acknowledged.length)
    } finally {
      await engine.close()
      release()
    }
  })
})
test('donde no se puede montar un disco pequeño, se sabe por qué', () => {
  expect(mounted || process.platform !== 'linux' || process.getuid?.() !== 0 || String(mount?.stderr).length > 0).toBe(true)
})

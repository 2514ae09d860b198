import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Day } from '#kernel'
import { closePress, renderPdf } from '#platform/documents'
import { packageRoot } from '#platform/files'
import { afterAll, describe, expect, test } from 'vitest'
import { manualBlocks } from '../web/pages/manual-blocks.ts'
import { guideBody } from './guide-body.ts'
import { guideGroups, manualPages } from './manual.ts'

afterAll(closePress)
const folder = join(packageRoot(), 'docs/manual')
const index = readFileSync(join(folder, 'README.md'), 'utf8')
const day = '2026-07-22' as Day
const print = (page: ReturnType<typeof manualPages>[number]) =>
  renderPdf(guideBody(page, { code: '09109', municipality: 'Municipalidad de Loncoche' }, { effectiveOn: day, knownOn: day }), { state: 'issued', guide: true, fingerprint: '', verificationCode: '', paper: 'letter' })
/** Pages of a PDF by what the file itself says of its tree of pages. */
const pagesOf = async (bytes: Uint8Array): Promise<number> => {
  const { getDocumentProxy } = await import('unpdf')
  return (await getDocumentProxy(new Uint8Array(bytes))).numPages
}

describe('el manual', () => {
  test('cada guía está una vez en el índice, y el índice no nombra guías que no existen', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md').sort()
    const listed = [...index.matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, name]) => name).sort()
    expect(listed).toEqual(files)
    expect(guideGroups().map(({ title }) => title)).not.toContain('Otras')
  })
  test('cada guía dice quién, cuándo y qué norma, y sus enlaces llegan', () => {
    const names = new Set(manualPages().map(({ name }) => name))
    const wrong = manualPages().flatMap(({ name, text }) => [
      ...['Quién', 'Cuándo', 'Norma'].filter((word) => !text.includes(`**${word}:** `)).map((word) => `${name} no dice «${word}»`),
      ...[...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target).filter((target) => (target.endsWith('.md') ? !names.has(target.slice(0, -3)) : !/^https?:/.test(target))).map((target) => `${name} lleva a ${target}`),
    ])
    expect(wrong).toEqual([])
  })
  test('quién, cuándo y norma quedan cada uno en su párrafo', () => {
    expect(manualBlocks('# Título\n\n**Quién:** uno.\n**Cuándo:** hoy.\n\nSigue\nel texto.')).toEqual([
      { kind: 'paragraph', text: '**Quién:** uno.' }, { kind: 'paragraph', text: '**Cuándo:** hoy.' }, { kind: 'paragraph', text: 'Sigue el texto.' },
    ])
  })
  test('ninguna guía pasa de dos páginas carta impresas', async () => {
    const long: string[] = []
    for (const page of manualPages()) { const pages = await pagesOf(await print(page)); if (pages > 2) long.push(`${page.name}: ${pages} páginas`) }
    expect(long).toEqual([])
  }, 120_000)
})

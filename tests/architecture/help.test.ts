import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { packageRoot } from '#platform/files'
import type { HelpLaw } from '../../src/design/page-help.ts'
import { modulePages } from '../../src/app/web/pages.ts'
import { pageHelps } from '../../src/app/web/shell/help/all-help.ts'
import { shellPages } from '../../src/app/web/shell/shell-pages.ts'
import { sourcesOf } from './sources.ts'

const root = packageRoot()
const helps = Object.entries(pageHelps)
const laws: readonly (readonly [string, HelpLaw])[] = helps.flatMap(([path, { law, fields = {} }]) => [...law, ...Object.values(fields).flatMap((field) => (field.law ? [field.law] : []))].map((one) => [path, one] as const))

test('cada página tiene su ayuda, y ninguna ayuda es de una página que no existe', () => {
  const paths = [...shellPages, ...modulePages].map(({ path }) => path).sort()
  expect(helps.map(([path]) => path).sort()).toEqual(paths)
  expect(helps.filter(([, { purpose }]) => purpose.length < 30 || purpose.length > 260 || !purpose.endsWith('.')).map(([path]) => path)).toEqual([])
})
test('cada guía que se ofrece existe', () => {
  expect(helps.filter(([, { guide }]) => !existsSync(join(root, 'docs/manual', `${guide}.md`))).map(([path, { guide }]) => `${path} → ${guide}`)).toEqual([])
})
test('cada norma citada está en la ley con fecha, o dice su artículo y su confianza', () => {
  const wrong = laws.filter(([, law]) => (typeof law === 'string' ? !existsSync(join(root, 'law', `${law}.yaml`)) : !law.norm || !/\d/.test(law.article) || law.about.length < 15))
  expect(wrong).toEqual([])
})
test('un artículo citado de memoria no se da por leído si la ley de la casa dice que falta confirmarlo', () => {
  const RANK = ['M?', 'M', 'S', 'V']
  const known = sourcesOf(['law'], /\.yaml$/).flatMap(({ text }) => ((parse(text) as { values?: { norm?: string; article?: unknown; confidence?: string }[] }).values ?? []))
  const best = (norm: string, article: string) => known.filter((value) => value.norm?.startsWith(norm) && String(value.article) === article).map(({ confidence = 'M?' }) => RANK.indexOf(confidence))
  const bold = laws.flatMap(([path, law]) => { if (typeof law === 'string') return []; const found = best(law.norm, law.article); return found.length > 0 && RANK.indexOf(law.confidence) > Math.max(...found) ? [`${path}: ${law.norm} ${law.article}`] : [] })
  expect(bold).toEqual([])
})
test('la ayuda no viaja con la primera página: sólo la hoja que se abre la pide', () => {
  const askers = sourcesOf(['src'], /\.(ts|tsx)$/).filter(({ path, text }) => /from '[^']*help\/(all-help|HelpSheet|shell-help)\.tsx?'/.test(text) && !path.includes('/shell/help/'))
  expect(askers.map(({ path }) => path)).toEqual([])
  expect(readFileSync(join(root, 'src/app/web/shell/Shell.tsx'), 'utf8')).toMatch(/lazy\(\(\) => import\('\.\/help\/HelpSheet\.tsx'\)\)/)
})

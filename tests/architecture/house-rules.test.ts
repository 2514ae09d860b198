import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '#platform/files'
import { found, sourcesOf } from './sources.ts'

const root = packageRoot()
const isTest = (path: string) => /\.test\.tsx?$|\/testing\//.test(path)
const code = sourcesOf(['src'], /\.(ts|tsx|mjs)$/).filter(({ path }) => !isTest(path))
const pure = code.filter(({ path }) => /^src\/(kernel|modules)\//.test(path))

test('los buscadores de estas reglas encuentran lo que buscan', () => {
  const sample = [{ path: 'x.ts', text: 'const a = new Date()\n// Date.now() en un comentario\nconst b = 0.42 * x // tope\n' }]
  expect(found(sample, /new Date\(\)/)).toHaveLength(1)
  expect(found(sample, /Date\.now/)).toEqual([])
})
test('el núcleo y los módulos no miran la hora ni tiran dados: reciben un reloj', () => {
  const clock = pure.filter(({ path }) => path !== 'src/kernel/clock.ts' && !path.endsWith('.tsx'))
  expect(found(clock, /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|performance\.now\(/)).toEqual([])
})
test('nadie escribe números ni fechas con los formatos del sistema', () => {
  expect(found(code, /\.toLocale\w*\(/)).toEqual([])
})
test('el programa no escribe en la consola ni deja tareas pendientes', () => {
  expect(found(code.filter(({ path }) => !path.startsWith('src/app/web/')), /\bconsole\.\w+\(/)).toEqual([])
  expect(code.filter(({ text }) => /\b(TODO|FIXME|XXX)\b/.test(text)).map(({ path }) => path)).toEqual([])
})
/** Places where a number beside such a word is not a number of law. */
const NOT_LAW = /best\.share|law\.number\(|lawNumber|style|width|opacity|Math\.|confidence/
test('los módulos no llevan números de la norma: los piden a la ley con su fecha', () => {
  const word = '(limit|maximum|minimum|ceiling|share|tope|max|utm|uf|percent|term|days|plazo)'
  const servers = pure.filter(({ path }) => path.endsWith('.ts') && path.startsWith('src/modules/'))
  const suspects = [
    ...found(servers, new RegExp(`\\b\\w*${word}\\w*\\s*(=|:|>|<|>=|<=|\\*)\\s*0\\.\\d+`, 'i')),
    ...found(servers, /\b\d+\s*\*\s*utm\b|\butm\s*\*\s*\d+|\b\d[\d_]*\s*UTM\b(?!.*['"`])/i),
    ...found(servers, /(legal|statutory)\w*\s*(=|:)\s*\d/i),
  ].filter((line) => !NOT_LAW.test(line))
  expect(suspects).toEqual([])
})
test('ningún archivo del repositorio nombra carpetas de una máquina ni registros de paquetes', () => {
  const machine = new RegExp(['', 'work', '(main|shared)\\b'].join('/'))
  const texts = sourcesOf(['src', 'tests', 'tools', 'law', 'demo', 'docs', 'bench', 'stories'].filter((name) => existsSync(join(root, name))), /\.(ts|tsx|mjs|json|md|yaml|yml|sql|css|html|csv)$/)
  expect(texts.filter(({ text }) => machine.test(text) || /\.\.\/shared\//.test(text)).map(({ path }) => path)).toEqual([])
  const top = readdirSync(root).filter((name) => /\.(md|json|ts|mjs)$/.test(name) && name !== 'package-lock.json').filter((name) => machine.test(readFileSync(join(root, name), 'utf8')))
  expect(top).toEqual([])
})
test('no hay carpetas cajón de sastre', () => {
  expect(code.filter(({ path }) => /\/(utils|helpers|common|shared|misc)\//.test(path)).map(({ path }) => path)).toEqual([])
})
test('cada módulo cuenta en pocas líneas qué es', () => {
  const modules = readdirSync(join(root, 'src/modules'))
  const without = modules.filter((name) => {
    const file = join(root, 'src/modules', name, 'README.md')
    return !existsSync(file) || readFileSync(file, 'utf8').split('\n').filter((line) => line.trim()).length < 5
  })
  expect(without).toEqual([])
})
test('los tamaños, para saberlos', () => {
  const sizes = code.map(({ path, text }) => ({ path, lines: text.split('\n').length })).sort((a, b) => b.lines - a.lines)
  const large = sizes.filter(({ lines }) => lines > 160)
  // Informative above 160 lines; a file of several hundred is several ideas.
  expect(sizes.filter(({ lines }) => lines > 400).map(({ path, lines }) => `${path} ${lines}`)).toEqual([])
  expect(large.length / sizes.length).toBeLessThan(0.1)
})

/** Builds the server (esbuild) and the pages (Vite) when their sources changed since the last build. `--force` builds anyway. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stampFile = (name) => join(root, 'dist', `.${name}.stamp`)

/** Names, sizes and times of the sources: enough to know that something changed, in a few milliseconds. */
const stampOf = (paths) => {
  const hash = createHash('sha256').update(process.version)
  const walk = (path) => {
    const facts = statSync(path, { throwIfNoEntry: false })
    if (!facts) return
    if (facts.isDirectory()) for (const name of readdirSync(path).sort()) walk(join(path, name))
    else if (!path.endsWith('.test.ts')) hash.update(`${path.slice(root.length)} ${facts.size} ${facts.mtimeMs}\n`)
  }
  for (const path of paths) walk(join(root, path))
  return hash.digest('hex')
}
const fresh = (name, stamp) => existsSync(stampFile(name)) && readFileSync(stampFile(name), 'utf8') === stamp
const keep = (name, stamp) => {
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stampFile(name), stamp)
}

const COMMON = ['src', 'demo', 'package-lock.json', 'tools/build.mjs']
export const buildServer = async (force = false) => {
  const stamp = stampOf(COMMON)
  if (!force && fresh('server', stamp)) return false
  const { build } = await import('esbuild')
  const workers = { 'spreadsheet-worker': 'src/platform/spreadsheets/worker.ts', 'document-worker': 'src/platform/documents/worker.ts', 'extraction-worker': 'src/platform/extraction/worker.ts', 'analytics-worker': 'src/platform/analytics/worker.ts', 'geometry-worker': 'src/platform/geometry/worker.ts', 'balance-worker': 'src/modules/budget/imports/apart/balance-worker.ts', 'plan-worker': 'src/modules/plan/imports/apart/plan-worker.ts', 'recipe-worker': 'src/modules/statistics/recipes/apart/recipe-worker.ts' }
  const entryPoints = { server: 'src/app/main.ts' }
  for (const [name, path] of Object.entries(workers)) if (existsSync(join(root, path))) entryPoints[name] = path
  await build({
    absWorkingDir: root, entryPoints, outdir: 'dist', outExtension: { '.js': '.mjs' }, bundle: true, platform: 'node', format: 'esm', target: 'node20',
    packages: 'external', sourcemap: true, logLevel: 'warning', splitting: true, chunkNames: '[name]-[hash]',
  })
  keep('server', stamp)
  return true
}
export const buildPages = async (force = false) => {
  const stamp = stampOf([...COMMON, 'vite.config.ts'])
  if (!force && fresh('pages', stamp) && existsSync(join(root, 'dist/web/index.html'))) return false
  await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('No se pudieron construir las páginas'))))
  })
  keep('pages', stamp)
  return true
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const force = process.argv.includes('--force')
  const started = performance.now()
  const built = await Promise.all([buildServer(force), buildPages(force)])
  process.stdout.write(built.some(Boolean) ? `Construido en ${((performance.now() - started) / 1000).toFixed(1)} s\n` : 'Nada que construir\n')
}

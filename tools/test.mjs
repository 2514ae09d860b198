/** `npm test`: static checks, rules and storage on both engines, then whole journeys in Chromium. Ends with «N passed, N failed». */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepareTools, startPostgres } from './test-tools.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = join(root, 'node_modules/.cache/secplan/reports')
mkdirSync(reports, { recursive: true })
const started = performance.now()
const since = () => `${((performance.now() - started) / 1000).toFixed(0)} s`

const run = (args, env = {}) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (bytes) => (output += bytes))
    child.stderr.on('data', (bytes) => (output += bytes))
    child.once('exit', (code) => resolve({ code: code ?? 1, output }))
  })
const bin = (path) => join(root, 'node_modules', path)

const totals = { passed: 0, failed: 0 }
const check = async (title, args) => {
  const { code, output } = await run(args)
  totals[code === 0 ? 'passed' : 'failed'] += 1
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${title} (${since()})\n${code === 0 ? '' : `${output.slice(-6000)}\n`}`)
}
const suite = async (title, config, env) => {
  const file = join(reports, `${config}.json`)
  rmSync(file, { force: true })
  const { code, output } = await run([bin('vitest/vitest.mjs'), 'run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], env)
  if (!existsSync(file)) {
    totals.failed += 1
    process.stdout.write(`✗ ${title}: no terminó\n${output.slice(-6000)}\n`)
    return
  }
  const result = JSON.parse(readFileSync(file, 'utf8'))
  const brokenSuites = result.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.every((test) => test.status !== 'failed')).length
  totals.passed += result.numPassedTests
  totals.failed += result.numFailedTests + brokenSuites + (code !== 0 && result.numFailedTests + brokenSuites === 0 ? 1 : 0)
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${title}: ${result.numPassedTests} pasan, ${result.numFailedTests + brokenSuites} fallan (${since()})\n${code === 0 ? '' : `${output.slice(-20000)}\n`}`)
}

const tools = prepareTools()
if (tools.missing.length) {
  process.stdout.write(`Faltan herramientas de prueba: ${tools.missing.join(', ')}\n`)
  if (tools.required) totals.failed += tools.missing.length
}
const postgres = tools.found.postgres ? await startPostgres(tools.found.postgres) : undefined
const env = { SECPLAN_TEST_DATABASE: postgres?.url ?? '', SECPLAN_CHROMIUM: tools.found.chromium ?? '' }
let code = 1
try {
  await Promise.all([
    (async () => {
      await check('tipos', [bin('typescript/bin/tsc'), '-p', '.'])
      await check('reglas de estilo', [bin('@biomejs/biome/bin/biome'), 'lint', '--diagnostic-level=error', '.'])
      await check('direcciones entre módulos', [bin('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', 'dependency-cruiser.config.mjs', 'src'])
      await check('identificadores de la norma al día', ['tools/law-types.mjs', '--check'])
      await check('construcción', ['tools/build.mjs'])
    })(),
    suite('reglas, almacenamiento y documentos', 'vitest.config.ts', env),
  ])
  await suite('recorridos en el navegador', 'vitest.journeys.config.ts', env)
  code = totals.failed === 0 && totals.passed > 0 ? 0 : 1
} finally {
  await postgres?.stop()
}
process.stdout.write(`Terminado en ${since()}\n${totals.passed} passed, ${totals.failed} failed\n`)
process.exit(code)

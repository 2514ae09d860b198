/** `npm run bench [-- --json] [--only pages,report,load,import,statistics]`: measures beside a baseline and compares with bench/targets.json. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { measurePages } from '../bench/pages.mjs'
import { startPostgres } from './test-tools.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const json = process.argv.includes('--json')
const only = process.argv.find((word) => word.startsWith('--only'))?.split('=')[1] ?? process.argv[process.argv.indexOf('--only') + 1]
const wants = (part) => !process.argv.some((word) => word.startsWith('--only')) || only.split(',').includes(part)
const targets = JSON.parse(readFileSync(join(root, 'bench/targets.json'), 'utf8'))
const cache = join(root, 'node_modules/.cache/secplan')
mkdirSync(cache, { recursive: true })
/** How busy the machine already was: on a shared one, times are those of everybody. */
const busyBefore = loadavg()[0] / availableParallelism()
/** Whatever happens, the run ends. */
setTimeout(() => {
  process.stderr.write('La medición pasó de 4 minutos y se detuvo.\n')
  process.exit(2)
}, 238_000).unref()

/** The report goes beside the built server, where the press looks for its own file. */
const bundle = async (name, folder = cache) => {
  const outfile = join(folder, `bench-${name}-${process.pid}.mjs`)
  await build({ absWorkingDir: root, entryPoints: [`bench/${name}.ts`], outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'error' })
  return outfile
}
const rows = []
const notRun = (what, why) => rows.push({ what, value: 'no se midió', beside: '', ratio: null, target: why, ok: null })
const attempt = async (what, work) => {
  try {
    await work()
  } catch (error) {
    notRun(what, String(error?.message ?? error).split('\n')[0].slice(0, 120))
  }
}
const postgresBin = () => {
  const base = '/usr/lib/postgresql'
  return existsSync(base) ? readdirSync(base).sort().reverse().map((version) => join(base, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb'))) : undefined
}

if (wants('pages')) {
  await attempt('páginas', async () => {
    const program = await bundle('product')
    try {
      rows.push(...(await measurePages({ root, program, engine: 'base incluida', targets: targets.pages })))
      const bin = postgresBin()
      if (!bin) return notRun('páginas · PostgreSQL', 'no hay PostgreSQL en este equipo')
      const server = await startPostgres(bin)
      try {
        rows.push(...(await measurePages({ root, program, engine: 'PostgreSQL', url: server.url, targets: targets.pages })))
      } finally {
        await server.stop()
      }
    } finally {
      rmSync(program, { force: true })
    }
  })
}
if (wants('report')) {
  await attempt('informe de 60 páginas', async () => {
    await (await import('./build.mjs')).buildServer() // the press runs as its own built file
    const program = await bundle('report', join(root, 'dist'))
    try {
      for (const [format, title, limit] of [['pdf', 'PDF en frío', targets.report.pdfColdAtMostS], ['docx', 'Word', targets.report.wordAtMostS]]) {
        const made = spawnSync(process.execPath, [program, format], { cwd: root, encoding: 'utf8', timeout: 60_000 })
        if (made.status !== 0) {
          notRun(`informe de 60 páginas · ${title}`, made.stderr.trim().split('\n').find((line) => /Error/.test(line))?.slice(0, 120) ?? 'falló')
          continue
        }
        const { seconds, bytes, memoryMB } = JSON.parse(made.stdout)
        rows.push({ what: `informe de 60 páginas · ${title}`, value: `${seconds.toFixed(2)} s, ${(bytes / 1e6).toFixed(1)} MB`, beside: '', ratio: null, target: `≤ ${limit} s`, ok: seconds <= limit, seconds, memoryMB })
      }
    } finally {
      rmSync(program, { force: true })
    }
  })
}
if (wants('import')) {
  await attempt('carga de 100.000 filas', async () => {
    await (await import('./build.mjs')).buildServer() // the reading process runs as its own built files
    const program = await bundle('import', join(root, 'dist'))
    const limits = targets.import
    const measure = (engine, url, limit) => {
      const made = spawnSync(process.execPath, ['--expose-gc', program, String(limits.rows), url], { cwd: root, encoding: 'utf8', timeout: 80_000 })
      if (made.status !== 0) return notRun(`carga de ${limits.rows} filas · ${engine}`, made.stderr?.trim().split('\n').find((line) => /Error/.test(line))?.slice(0, 120) ?? 'falló o pasó de 80 s')
      const { seconds, previewSeconds, memoryMB, firstListSeconds, nextListSeconds } = JSON.parse(made.stdout)
      const ms = (value) => `${(value * 1000).toFixed(0)} ms`
      rows.push({ what: `carga de ${limits.rows} filas · ${engine}`, value: `${seconds.toFixed(2)} s, ${memoryMB.toFixed(0)} MB sobre el reposo`, beside: '', ratio: null, target: `≤ ${limit} s, ≤ ${limits.memoryAtMostMB} MB`, ok: seconds <= limit && memoryMB <= limits.memoryAtMostMB, seconds, memoryMB, previewSeconds })
      rows.push({ what: `lista de líneas tras la carga · ${engine}`, value: `primera ${ms(firstListSeconds)}, siguiente ${ms(nextListSeconds)}`, beside: '', ratio: null, target: `≤ ${limits.listAfterAtMostMs} ms`, ok: Math.max(firstListSeconds, nextListSeconds) * 1000 <= limits.listAfterAtMostMs, firstListSeconds, nextListSeconds })
    }
    try {
      measure('base incluida', '', limits.embeddedAtMostS)
      const bin = postgresBin()
      if (!bin) return notRun(`carga de ${limits.rows} filas · PostgreSQL`, 'no hay PostgreSQL en este equipo')
      const server = await startPostgres(bin)
      try {
        measure('PostgreSQL', server.url, limits.serverAtMostS)
      } finally {
        await server.stop()
      }
    } finally {
      rmSync(program, { force: true })
    }
  })
}
if (wants('calendar')) {
  await attempt('calendario', async () => {
    const program = await bundle('calendar')
    try {
      const made = spawnSync(process.execPath, [program], { cwd: root, encoding: 'utf8', timeout: 120_000 })
      if (made.status !== 0) return notRun('calendario', made.stderr?.trim().split('\n').find((line) => /Error/.test(line))?.slice(0, 120) ?? 'falló o pasó de 120 s')
      const { home, board, year, instances } = JSON.parse(made.stdout)
      const { homeAtMostMs, boardAtMostMs, yearAtMostS } = targets.calendar
      rows.push({ what: 'Mi trabajo · 1.500 actos, 400 encargos', value: `p95 ${home.toFixed(0)} ms`, beside: '', ratio: null, target: `p95 ≤ ${homeAtMostMs} ms`, ok: home <= homeAtMostMs, home })
      rows.push({ what: 'tablero del mandato', value: `p95 ${board.toFixed(0)} ms`, beside: '', ratio: null, target: `p95 ≤ ${boardAtMostMs} ms`, ok: board <= boardAtMostMs, board })
      rows.push({ what: `año contado desde la norma · ${instances} deberes`, value: `${(year / 1000).toFixed(2)} s`, beside: '', ratio: null, target: `≤ ${yearAtMostS} s`, ok: year / 1000 <= yearAtMostS, year })
    } finally {
      rmSync(program, { force: true })
    }
  })
}
if (wants('statistics')) {
  await attempt('tablas del censo', async () => {
    await (await import('./build.mjs')).buildServer() // the engine runs as its own built file
    const program = await bundle('statistics', join(root, 'dist'))
    const limits = targets.statistics
    try {
      const made = spawnSync(process.execPath, ['--expose-gc', program, String(limits.persons), String(limits.loadRows)], { cwd: root, encoding: 'utf8', timeout: 200_000 })
      if (made.status !== 0) return notRun('tablas del censo', made.stderr?.trim().split('\n').find((line) => /Error/.test(line))?.slice(0, 120) ?? 'falló o pasó de 200 s')
      const told = JSON.parse(made.stdout)
      const ms = (value) => `${value.toFixed(1)} ms`
      const ratio = (value, bare) => Number((value / bare).toFixed(2))
      const add = (what, value, target, ok, more = {}) => rows.push({ what, value, beside: '', ratio: null, target, ok, ...more })
      const national = ratio(told.national, told.bareNational)
      const repeated = ratio(told.repeated, told.bareNational)
      add('censo nacional · comuna × sexo × quinquenio', ms(told.national), `≤ ${limits.nationalRatioAtMost} × motor`, national <= limits.nationalRatioAtMost, { beside: ms(told.bareNational), ratio: national })
      add('la misma tabla otra vez', ms(told.repeated), `≤ ${limits.repeatedRatioAtMost} × motor`, repeated <= limits.repeatedRatioAtMost, { beside: ms(told.bareNational), ratio: repeated })
      add('una comuna · sexo × quinquenio', `p50 ${ms(told.one)}`, `p50 ≤ ${limits.communeP50AtMostMs} ms`, told.one <= limits.communeP50AtMostMs, { beside: ms(told.bareOne), ratio: ratio(told.one, told.bareOne) })
      add(`${told.lines} celdas descargadas`, `${told.streamedS.toFixed(2)} s, ${told.streamedMB.toFixed(0)} MB; el servidor creció ${told.streamGrewMB.toFixed(0)} MB`, `≥ ${limits.streamCells} celdas, ≤ ${limits.streamGrowsAtMostMB} MB`, told.lines >= limits.streamCells && told.streamGrewMB <= limits.streamGrowsAtMostMB)
      for (const [format, seconds] of Object.entries(told.loads)) add(`carga de ${limits.loadRows} registros · ${format}`, `${seconds.toFixed(1)} s`, `≤ ${limits.loadAtMostS} s`, seconds <= limits.loadAtMostS)
      add('memoria del motor', `tablas ${told.memoryMB.toFixed(0)} MB, con las cargas ${told.afterLoadsMB.toFixed(0)} MB`, `≤ ${limits.memoryAtMostMB} MB`, Math.max(told.memoryMB, told.afterLoadsMB) <= limits.memoryAtMostMB)
    } finally {
      rmSync(program, { force: true })
    }
  })
}
if (wants('search')) {
  await attempt('búsqueda', async () => {
    const program = await bundle('search')
    const { records, documents, p95AtMostMs } = targets.search
    const measure = (engine, url) => {
      const made = spawnSync(process.execPath, [program, String(records), String(documents), url], { cwd: root, encoding: 'utf8', timeout: 200_000 })
      if (made.status !== 0) return notRun(`búsqueda · ${engine}`, made.stderr?.trim().split('\n').find((line) => /Error/.test(line))?.slice(0, 120) ?? 'falló o pasó de 200 s')
      const { p50, p95, worst } = JSON.parse(made.stdout)
      rows.push({ what: `búsqueda en ${records} registros y ${documents} documentos · ${engine}`, value: `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, peor ${worst.toFixed(0)} ms`, beside: '', ratio: null, target: `p95 ≤ ${p95AtMostMs} ms`, ok: p95 <= p95AtMostMs, p50, p95, worst })
    }
    try {
      const bin = postgresBin()
      if (bin) {
        const server = await startPostgres(bin)
        try {
          measure('PostgreSQL', server.url)
        } finally {
          await server.stop()
        }
      } else notRun('búsqueda · PostgreSQL', 'no hay PostgreSQL en este equipo')
      measure('base incluida', '')
    } finally {
      rmSync(program, { force: true })
    }
  })
}
if (wants('load')) {
  const index = join(root, 'dist/web/index.html')
  if (!existsSync(index)) notRun('primera carga', 'falta construir las páginas: npm run build')
  else {
    const scripts = new Set([...readFileSync(index, 'utf8').matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)].map(([, path]) => path))
    const bytes = [...scripts].reduce((sum, path) => sum + gzipSync(readFileSync(join(root, 'dist/web', path))).byteLength, 0)
    rows.push({ what: `primera carga, ${scripts.size} guiones`, value: `${(bytes / 1000).toFixed(0)} kB`, beside: '', ratio: null, target: `≤ ${targets.firstLoad.scriptAtMostKB} kB`, ok: scripts.size > 0 && bytes / 1000 <= targets.firstLoad.scriptAtMostKB, bytes })
  }
}
const failed = rows.filter(({ ok }) => ok === false).length
if (json) process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), node: process.version, busyBefore, rows, failed }, null, 2)}\n`)
else {
  const columns = ['what', 'value', 'beside', 'ratio', 'target', 'ok']
  const titles = { what: 'qué', value: 'medido', beside: 'al lado', ratio: 'razón', target: 'meta', ok: '' }
  const text = (row, key) => (key === 'ok' ? (row.ok === null ? '–' : row.ok ? '✓' : '✗') : String(row[key] ?? ''))
  const widths = Object.fromEntries(columns.map((key) => [key, Math.max(titles[key].length, ...rows.map((row) => text(row, key).length))]))
  const line = (values) => process.stdout.write(`${columns.map((key) => values(key).padEnd(widths[key])).join('  ').trimEnd()}\n`)
  line((key) => titles[key])
  for (const row of rows) line((key) => text(row, key))
  if (busyBefore > 0.5) process.stdout.write(`Al empezar, el equipo ya tenía ${busyBefore.toFixed(1)} procesos en espera por núcleo: los tiempos no son los de un equipo libre.\n`)
}
process.exit(failed ? 1 : 0)

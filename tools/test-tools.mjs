/** What only tests need: a browser, a PostgreSQL server, PDF and Word readers. On Debian as root they install themselves. */
import { spawnSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const isRoot = process.getuid?.() === 0
const onDebian = existsSync('/etc/debian_version')
const find = (...paths) => paths.find((path) => existsSync(path))
const postgresBin = () => {
  const base = '/usr/lib/postgresql'
  if (!existsSync(base)) return undefined
  return readdirSync(base).sort().reverse().map((version) => join(base, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')))
}
const tools = {
  chromium: { packages: ['chromium'], found: () => find('/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome') },
  postgres: { packages: ['postgresql'], found: postgresBin },
  poppler: { packages: ['poppler-utils'], found: () => find('/usr/bin/pdftotext') },
  libreoffice: { packages: ['libreoffice-writer', 'libreoffice-calc'], found: () => find('/usr/bin/soffice') },
}

/** Installs what is missing where it may; returns what was found and the names of what is still missing. */
export const prepareTools = () => {
  const missing = () => Object.entries(tools).filter(([, tool]) => !tool.found())
  if (missing().length && isRoot && onDebian) {
    const packages = missing().flatMap(([, tool]) => tool.packages)
    process.stdout.write(`Instalando para las pruebas: ${packages.join(', ')} …\n`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env, stdio: 'ignore' })
  }
  return { found: Object.fromEntries(Object.entries(tools).map(([name, tool]) => [name, tool.found()])), missing: missing().map(([name]) => name), required: isRoot && onDebian }
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** A private PostgreSQL on loopback in a temporary folder. Returns its address and how to end it. */
export const startPostgres = async (bin) => {
  const folder = mkdtempSync(join(tmpdir(), 'secplan-pg-'))
  const as = isRoot ? { command: 'runuser', prefix: ['-u', 'postgres', '--'] } : { command: undefined, prefix: [] }
  if (isRoot) spawnSync('chown', ['postgres', folder])
  const run = (program, args) => (as.command ? spawnSync(as.command, [...as.prefix, join(bin, program), ...args], { encoding: 'utf8', cwd: folder }) : spawnSync(join(bin, program), args, { encoding: 'utf8', cwd: folder }))
  const data = join(folder, 'data')
  const made = run('initdb', ['-D', data, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8'])
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`)
  const port = await freePort()
  const args = ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`, '-c', 'max_connections=60']
  const child = as.command ? spawn(as.command, [...as.prefix, join(bin, 'postgres'), ...args], { stdio: 'ignore', cwd: folder }) : spawn(join(bin, 'postgres'), args, { stdio: 'ignore', cwd: folder })
  for (let attempt = 0; attempt < 150; attempt++) {
    if (run('pg_isready', ['-h', '127.0.0.1', '-p', String(port), '-q']).status === 0) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop'])
      child.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

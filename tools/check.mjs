/** `npm run check`: what the machine verifies before a commit — types, style, directions, law identifiers. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const steps = [
  ['tipos', ['node_modules/typescript/bin/tsc', '-p', '.']],
  ['reglas de estilo', ['node_modules/@biomejs/biome/bin/biome', 'lint', '--diagnostic-level=error', '.']],
  ['direcciones entre módulos', ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', 'dependency-cruiser.config.mjs', 'src']],
  ['identificadores de la norma', ['tools/law-types.mjs', '--check']],
]
let failed = 0
for (const [title, args] of steps) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  process.stdout.write(`${status === 0 ? '✓' : '✗'} ${title}\n${status === 0 ? '' : `${stdout}${stderr}\n`}`)
  if (status !== 0) failed += 1
}
process.exitCode = failed ? 1 : 0

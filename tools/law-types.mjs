// Writes src/kernel/law-ids.ts, the union of the ids of law/**/*.yaml. With --check it only says whether the file is stale.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const target = join(root, 'src', 'kernel', 'law-ids.ts')

const ids = readdirSync(join(root, 'law'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => path.endsWith('.yaml') && !path.startsWith('cases/'))
  // The header of a table kept beside it is not a parameter.
  .filter((path) => !/^file: /m.test(readFileSync(join(root, 'law', path), 'utf8')))
  .map((path) => path.slice(0, -'.yaml'.length))
  .sort()

const text = `// Written by tools/law-types.mjs from law/**/*.yaml. Do not edit.\nexport type LawId =\n${ids.map((id) => `  | '${id}'`).join('\n')}\n`
const current = existsSync(target) ? readFileSync(target, 'utf8').replaceAll('\r\n', '\n') : ''

if (process.argv.includes('--check')) {
  if (current !== text) {
    process.stderr.write('src/kernel/law-ids.ts is stale: run node tools/law-types.mjs\n')
    process.exitCode = 1
  }
} else if (current !== text) {
  writeFileSync(target, text)
  process.stdout.write(`${ids.length} law ids written\n`)
}

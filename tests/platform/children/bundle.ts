import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '#platform/files'

/** Builds a program of this folder as one file that plain Node runs, and returns its path. The caller deletes it. */
export const bundleChild = (name: string): string => {
  const root = packageRoot()
  const file = join(root, 'node_modules/.cache/secplan', `${name}-${process.pid}.mjs`)
  const options = { entryPoints: [join(root, 'tests/platform/children', `${name}.ts`)], bundle: true, platform: 'node', format: 'esm', packages: 'external', outfile: file, logLevel: 'error' }
  const made = spawnSync(process.execPath, ['--input-type=module', '-e', `import { build } from 'esbuild'; await build(${JSON.stringify(options)})`], { encoding: 'utf8', cwd: root })
  if (made.status !== 0) throw new Error(made.stderr)
  return file
}

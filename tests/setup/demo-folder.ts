import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '#platform/files'

/** Once before the journeys: builds the product and loads the demonstration into a folder that each journey copies (or takes the one named by SECPLAN_DEMO_FOLDER). */
export default (): (() => void) => {
  const given = process.env['SECPLAN_DEMO_FOLDER']
  if (given && existsSync(given)) return () => undefined
  const root = packageRoot()
  const folder = mkdtempSync(join(tmpdir(), 'secplan-demo-'))
  const data = join(folder, 'datos-demo')
  const built = spawnSync(process.execPath, [join(root, 'tools/build.mjs')], { cwd: root, encoding: 'utf8' })
  if (built.status !== 0) throw new Error(`No se pudo construir:\n${built.stdout}${built.stderr}`)
  const loaded = spawnSync(process.execPath, [join(root, 'tools/secplan.mjs'), 'demo', '--data', data], { cwd: root, encoding: 'utf8' })
  if (loaded.status !== 0 || !existsSync(data)) throw new Error(`No se pudo cargar la demostración:\n${loaded.stdout}${loaded.stderr}`)
  process.env['SECPLAN_DEMO_FOLDER'] = data
  return () => rmSync(folder, { recursive: true, force: true })
}

import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { labels, unsaid } from '../../src/app/operations/history/labels.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** Objects kept as versions of records: `keep({ kind, …, data })`, alone or in lists, anywhere in the modules. */
const versionsIn = (node: ts.Node, found: ts.Expression[]): ts.Expression[] => {
  if (ts.isObjectLiteralExpression(node)) {
    const names = new Map(node.properties.flatMap((one) => (one.name && ts.isIdentifier(one.name) ? [[one.name.text, one] as const] : [])))
    const data = names.get('data')
    const kept = names.has('version') || names.has('entryId')
    if (data && kept && (ts.isPropertyAssignment(data) || ts.isShorthandPropertyAssignment(data))) found.push(ts.isPropertyAssignment(data) ? data.initializer : data.name)
  }
  ts.forEachChild(node, (child) => { versionsIn(child, found) })
  return found
}
const keysOf = (type: ts.Type): string[] => (type.isUnion() ? type.types.flatMap(keysOf) : type.getProperties().map((one) => one.name))

test('cada dato que guarda una versión tiene su nombre en español en la historia', () => {
  const configuration = ts.parseJsonConfigFileContent(ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile).config, ts.sys, root)
  const files = configuration.fileNames.filter((file) => file.includes('/src/modules/') && !/\.(test|fixture)\.ts$|\.tsx$/.test(file))
  const program = ts.createProgram(files, { ...configuration.options, noEmit: true })
  const checker = program.getTypeChecker()
  const where = new Map<string, string>()
  let versions = 0
  for (const file of program.getSourceFiles().filter(({ fileName }) => fileName.includes('/src/modules/'))) {
    if (!/\bkeep\(/.test(file.text)) continue
    for (const data of versionsIn(file, [])) {
      versions += 1
      for (const key of keysOf(checker.getTypeAtLocation(data))) where.set(key, `${file.fileName.slice(root.length)}:${file.getLineAndCharacterOfPosition(data.getStart()).line + 1}`)
    }
  }
  // As many as records that keep versions, and not the few that a search by words would find.
  expect(versions).toBeGreaterThan(30)
  expect([...where].filter(([key]) => !(key in labels) && !unsaid.has(key)).map(([key, at]) => `${key} (${at})`)).toEqual([])
}, 120_000)

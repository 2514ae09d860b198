import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#platform/files'

/** Cells of the rows of a table written by hand beside the tests. */
const rowsOf = (file: string): readonly (readonly string[])[] =>
  readFileSync(join(packageRoot(), 'tests/security', file), 'utf8').split('\n').filter((line) => line.startsWith('| ') && !/^\| (office|opens with) \| (basis|actions)/.test(line))
    .map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()))
const words = (text = ''): readonly string[] => text.split(/\s+/).filter(Boolean)

/** Permissions of each office, with the groups (`@inside`) written out. */
export const roleTable = (): ReadonlyMap<string, ReadonlySet<string>> => {
  const written = new Map(rowsOf('permission-roles.table.md').map(([role = '', , permissions]) => [role, words(permissions)]))
  const spread = (name: string): readonly string[] => (name.startsWith('@') ? (written.get(name) ?? [name]).flatMap(spread) : [name])
  return new Map([...written].filter(([role]) => !role.startsWith('@')).map(([role, permissions]) => [role, new Set(permissions.flatMap(spread))]))
}
/** What opens each action or query, as written: `budget.read + evidence.attach`, `a or b`, `anonymous`, `account`, `office`. */
export const actionTable = (): ReadonlyMap<string, string> =>
  new Map(rowsOf('permission-actions.table.md').flatMap(([opens = '', names]) => words(names).map((name) => [name, opens] as const)))

/** May somebody with these permissions, by what the table says? */
export const opensFor = (opens: string, permissions: ReadonlySet<string>): boolean =>
  opens === 'anonymous' || opens === 'account' || (opens === 'office' && permissions.size > 0) || opens.split(' or ').some((way) => way.split(' + ').every((one) => permissions.has(one)))

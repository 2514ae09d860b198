import type { Day } from '#kernel'
import { insertMany, sql, type Tx } from '#platform/database'
import type { CodeEntry, CodeList } from './code-list.ts'

type ListRow = { key: string; title: string; description: string; source: string; version: number }
type CodeRow = { list_key: string; code: string; label: string; level: string; parent: string; valid_from: Day; valid_until: Day | null; replaced_by: string; aliases: string[]; note: string }
export type LocalList = CodeList & { readonly version: number }
type NewCode = Pick<CodeEntry, 'code' | 'label' | 'parent' | 'level' | 'aliases' | 'note'>

const entry = (row: CodeRow): CodeEntry => ({ code: row.code, label: row.label, level: row.level, parent: row.parent, validFrom: row.valid_from, validUntil: row.valid_until, replacedBy: row.replaced_by === '' ? [] : row.replaced_by.split('|'), aliases: row.aliases, note: row.note })

/** The municipality's own lists. */
export const localLists = (tx: Tx) => {
  const lists = async (key?: string): Promise<readonly LocalList[]> => {
    const heads = await tx.all<ListRow>(sql`select key, title, description, source, version from statistics.code_lists where commune = ${tx.commune} ${key === undefined ? sql`` : sql`and key = ${key}`} order by platform.sort_key(title) collate "C", key`)
    if (heads.length === 0) return []
    const codes = await tx.all<CodeRow>(sql`select list_key, code, label, level, parent, valid_from, valid_until, replaced_by, aliases, note from statistics.codes where commune = ${tx.commune} ${key === undefined ? sql`` : sql`and list_key = ${key}`} order by list_key, position, code, valid_from`)
    return heads.map((head) => ({ ...head, national: false, codes: codes.filter(({ list_key: of }) => of === head.key).map(entry) }))
  }
  return {
    all: () => lists(),
    heads: () => tx.all<ListRow>(sql`select key, title, description, source, version from statistics.code_lists where commune = ${tx.commune} order by key`),
    get: async (key: string) => (await lists(key))[0],
    hold: (key: string) => tx.one<ListRow>(sql`select key, title, description, source, version from statistics.code_lists where commune = ${tx.commune} and key = ${key} for update`),
    add: (row: Omit<ListRow, 'version'>, entryId: string) => tx.run(sql`insert into statistics.code_lists (commune, key, title, description, source, entry_id) values (${tx.commune}, ${row.key}, ${row.title}, ${row.description}, ${row.source}, ${entryId})`),
    next: (key: string) => tx.run(sql`update statistics.code_lists set version = version + 1 where commune = ${tx.commune} and key = ${key}`),
    addCodes: (list: string, from: Day, codes: readonly Omit<NewCode, 'aliases'>[], entryId: string) => insertMany(tx, 'statistics.codes', [
      { name: 'commune', type: 'text', values: codes.map(() => tx.commune) }, { name: 'list_key', type: 'text', values: codes.map(() => list) }, { name: 'code', type: 'text', values: codes.map(({ code }) => code) },
      { name: 'label', type: 'text', values: codes.map(({ label }) => label) }, { name: 'parent', type: 'text', values: codes.map(({ parent }) => parent) }, { name: 'level', type: 'text', values: codes.map(({ level }) => level) },
      { name: 'valid_from', type: 'date', values: codes.map(() => from) }, { name: 'position', type: 'int', values: codes.map((_, index) => index) }, { name: 'note', type: 'text', values: codes.map(({ note }) => note) }, { name: 'entry_id', type: 'uuid', values: codes.map(() => entryId) },
    ]),
    /** A new code, or another reading of one from a day on: what it said before ends the day before. */
    setCode: async (list: string, from: Day, code: NewCode, entryId: string) => {
      await tx.run(sql`update statistics.codes set valid_until = ${from}::date - 1 where commune = ${tx.commune} and list_key = ${list} and code = ${code.code} and valid_from < ${from} and (valid_until is null or valid_until >= ${from})`)
      await tx.run(sql`insert into statistics.codes (commune, list_key, code, label, parent, level, valid_from, aliases, position, note, entry_id)
        values (${tx.commune}, ${list}, ${code.code}, ${code.label}, ${code.parent}, ${code.level}, ${from}, ${code.aliases as string[]}, (select coalesce(max(position), 0) + 1 from statistics.codes where commune = ${tx.commune} and list_key = ${list}), ${code.note}, ${entryId})
        on conflict (commune, list_key, code, valid_from) do update set label = excluded.label, parent = excluded.parent, level = excluded.level, aliases = excluded.aliases, note = excluded.note, valid_until = null, replaced_by = ''`)
    },
    endCode: (list: string, code: string, until: Day, replacedBy: readonly string[]) => tx.run(sql`update statistics.codes set valid_until = ${until}, replaced_by = ${replacedBy.join('|')}
      where commune = ${tx.commune} and list_key = ${list} and code = ${code} and valid_from <= ${until} and (valid_until is null or valid_until > ${until})`),
  }
}

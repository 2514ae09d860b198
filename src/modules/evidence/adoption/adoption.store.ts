import { randomUUID } from 'node:crypto'
import { insertMany, sql, type Tx } from '#platform/database'
import { vectorOf } from '../search/words.ts'

export type AdoptionState = 'draft' | 'adopting' | 'adopted' | 'cancelled' | 'undone'
export const adoptionStates: Readonly<Record<AdoptionState, string>> = { draft: 'en revisión', adopting: 'adoptándose', adopted: 'adoptada', cancelled: 'descartada', undone: 'deshecha' }
export type AdoptionRow = { id: string; name: string; state: AdoptionState; batch: string; account_id: string; started_at: string; version: number }
export type AdoptedFile = {
  path: string; file_hash: string | null; size: number; format: string | null; false_extension: boolean; problem: FileProblem | null; year: number | null; unit_name: string | null
  code: string | null; record_kind: string | null; record_id: string | null; record_title: string | null
}
/** Why a file is not adopted, or is with care. */
export type FileProblem = 'too-large' | 'empty' | 'repeated' | 'present' | 'program'
export type AdoptionCounts = { files: number; bytes: number; adoptable: number; too_large: number; empty: number; repeated: number; present: number; program: number; false_extension: number; linked: number; dated: number; with_unit: number }
export type Show = '' | 'linked' | 'loose' | 'problems' | 'false-extension'
const COLUMNS = sql`id, name, state, batch, account_id, started_at, version`
const FILE = sql`path, file_hash, size, format, false_extension, problem, year, unit_name, code, record_kind, record_id, record_title`
const shown = (show: Show) => ({ '': sql``, linked: sql`and record_id is not null`, loose: sql`and record_id is null and problem is null`, problems: sql`and problem is not null`, 'false-extension': sql`and false_extension` })[show]
export type ToAttach = { path: string; file_hash: string; record_kind: string | null; record_id: string | null }

export const adoptionStore = (tx: Tx) => {
  const mine = (id: string) => sql`commune = ${tx.commune} and adoption_id = ${id}`
  return {
    start: (row: { id: string; name: string; accountId: string; at: string }) =>
      tx.run(sql`insert into evidence.adoptions (commune, id, name, batch, account_id, started_at) values (${tx.commune}, ${row.id}, ${row.name}, ${randomUUID()}, ${row.accountId}, ${row.at}) on conflict do nothing`),
    get: (id: string) => tx.one<AdoptionRow>(sql`select ${COLUMNS} from evidence.adoptions where commune = ${tx.commune} and id = ${id}`),
    hold: (id: string) => tx.one<AdoptionRow>(sql`select ${COLUMNS} from evidence.adoptions where commune = ${tx.commune} and id = ${id} for update`),
    list: () => tx.all<AdoptionRow & { files: number }>(sql`select ${COLUMNS}, (select count(*)::int from evidence.adopted_files f where f.commune = a.commune and f.adoption_id = a.id) as files from evidence.adoptions a where commune = ${tx.commune} order by started_at desc limit 100`),
    set: (id: string, state: AdoptionState) => tx.run(sql`update evidence.adoptions set state = ${state}, version = version + 1 where commune = ${tx.commune} and id = ${id}`),
    add: (id: string, files: readonly AdoptedFile[]) => {
      const column = (name: keyof AdoptedFile, type: string) => ({ name, type, values: files.map((file) => file[name]) })
      return insertMany(tx, 'evidence.adopted_files', [
        { name: 'commune', type: 'text', values: files.map(() => tx.commune) }, { name: 'adoption_id', type: 'uuid', values: files.map(() => id) }, column('path', 'text'), column('file_hash', 'text'), column('size', 'bigint'), column('format', 'text'),
        column('false_extension', 'boolean'), column('problem', 'text'), column('year', 'int'), column('unit_name', 'text'), column('code', 'text'), column('record_kind', 'text'), column('record_id', 'text'), column('record_title', 'text'),
      ], 'on conflict (commune, adoption_id, path) do nothing')
    },
    /** Of these hashes, those already in the adoption and those that already hang from some record. */
    known: async (id: string, hashes: readonly string[]) => ({
      here: new Set((await tx.all<{ h: string }>(sql`select distinct file_hash as h from evidence.adopted_files where ${mine(id)} and file_hash = any (${hashes as string[]})`)).map(({ h }) => h)),
      present: new Set((await tx.all<{ h: string }>(sql`select distinct a.file_hash as h from evidence.attachments a join evidence.entries e on e.commune = a.commune and e.id = a.entry_id
        where a.commune = ${tx.commune} and a.file_hash = any (${hashes as string[]}) and evidence.known_record(a.record_kind, a.record_id) and not exists (select 1 from evidence.entries x where x.commune = e.commune and x.undoes = e.seq)`)).map(({ h }) => h)),
    }),
    counts: (id: string) => tx.one<AdoptionCounts>(sql`select count(*)::int as files, coalesce(sum(size), 0)::float8 as bytes, count(*) filter (where problem is null)::int as adoptable, count(*) filter (where problem = 'too-large')::int as too_large,
      count(*) filter (where problem = 'empty')::int as empty, count(*) filter (where problem = 'repeated')::int as repeated, count(*) filter (where problem = 'present')::int as present, count(*) filter (where problem = 'program')::int as program,
      count(*) filter (where false_extension)::int as false_extension, count(*) filter (where record_id is not null and problem is null)::int as linked, count(*) filter (where year is not null)::int as dated, count(*) filter (where unit_name is not null)::int as with_unit
      from evidence.adopted_files where ${mine(id)}`),
    kinds: (id: string) => tx.all<{ format: string; files: number }>(sql`select coalesce(format, 'sin leer') as format, count(*)::int as files from evidence.adopted_files where ${mine(id)} group by 1 order by 2 desc, 1`),
    files: (id: string, show: Show, from: number, size: number) => tx.all<AdoptedFile>(sql`select ${FILE} from evidence.adopted_files where ${mine(id)} ${shown(show)} order by path collate "C" offset ${from} limit ${size}`),
    countOf: async (id: string, show: Show) => (await tx.one<{ n: number }>(sql`select count(*)::int as n from evidence.adopted_files where ${mine(id)} ${shown(show)}`))?.n ?? 0,
    unlink: (id: string, paths: readonly string[]) => tx.run(sql`update evidence.adopted_files set record_kind = null, record_id = null, record_title = null where ${mine(id)} and path = any (${paths as string[]})`),
    toAttach: (id: string, after: string, size: number) => tx.all<ToAttach>(sql`select path, file_hash, record_kind, record_id from evidence.adopted_files where ${mine(id)} and problem is null and file_hash is not null and path collate "C" > ${after} order by path collate "C" limit ${size}`),
    /** Stages attachments under the batch: they exist when its entry is posted. */
    attach: async (adoption: AdoptionRow, files: readonly ToAttach[], on: string, links: boolean): Promise<void> => {
      const same = (value: string): string[] => files.map(() => value)
      const name = ({ path }: ToAttach): string => path.split('/').at(-1) ?? path
      const ids = files.map(() => randomUUID())
      const linked = (file: ToAttach): boolean => links && file.record_id !== null
      await insertMany(tx, 'evidence.attachments', [
        { name: 'commune', type: 'text', values: same(tx.commune) }, { name: 'id', type: 'uuid', values: ids }, { name: 'record_kind', type: 'text', values: files.map((file) => (linked(file) ? file.record_kind : 'adoption')) },
        { name: 'record_id', type: 'text', values: files.map((file) => (linked(file) ? file.record_id : adoption.id)) }, { name: 'title', type: 'text', values: files.map((file) => name(file).slice(0, 200)) },
        { name: 'file_hash', type: 'text', values: files.map(({ file_hash: hash }) => hash) }, { name: 'entry_id', type: 'uuid', values: same(adoption.batch) }, { name: 'attached_on', type: 'date', values: same(on) },
      ])
      await insertMany(tx, 'evidence.file_texts', [{ name: 'commune', type: 'text', values: same(tx.commune) }, { name: 'file_hash', type: 'text', values: files.map(({ file_hash: hash }) => hash) }], 'on conflict do nothing')
      await insertMany(tx, 'evidence.file_passages', [
        { name: 'commune', type: 'text', values: same(tx.commune) }, { name: 'file_hash', type: 'text', values: files.map(({ file_hash: hash }) => hash) }, { name: 'number', type: 'int', values: files.map(() => 0) }, { name: 'place', type: 'text', values: same('') },
        { name: 'text', type: 'text', values: files.map(({ path }) => path) }, { name: 'words', type: 'tsvector', values: files.map((file) => vectorOf([['A', name(file).replaceAll('_', ' ')], ['C', file.path.replace(/[/_]/g, ' ')]])) },
      ], 'on conflict (commune, file_hash, number) do update set words = evidence.file_passages.words || excluded.words')
    },
    countStaged: async (batch: string) => (await tx.one<{ n: number }>(sql`select count(*)::int as n from evidence.attachments where commune = ${tx.commune} and entry_id = ${batch}`))?.n ?? 0,
    /** Erases what a broken or cancelled adoption staged; posted rows stay. */
    eraseStaged: (batch: string, size: number) => tx.run(sql`delete from evidence.attachments where (commune, id) in (select a.commune, a.id from evidence.attachments a
      where a.commune = ${tx.commune} and a.entry_id = ${batch} and not exists (select 1 from evidence.entries e where e.commune = a.commune and e.id = a.entry_id) limit ${size})`),
    /** What leans on the files of an adoption: sources of data told from them. */
    leaning: (id: string, size: number) => tx.all<{ title: string; path: string }>(sql`select s.title, f.path from evidence.adopted_files f join evidence.sources s on s.commune = f.commune and s.file_hash = f.file_hash
      where f.commune = ${tx.commune} and f.adoption_id = ${id} and f.problem is null order by f.path limit ${size}`),
  }
}

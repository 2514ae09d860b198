import type { Block, Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import { notFound, versionMoved } from '#platform/actions'
import type { ActKind, ActState, Effect, SignatureFinding, signatureModes } from '../contract.ts'
import { actTitle } from './titles.ts'

export type ActRow = {
  id: string; kind: ActKind; state: ActState; subject: string; unit_id: string | null; drafter_id: string; signer_role: string; addressees: string[]; distribution: string[]; references_text: string[]; content: readonly Block[]
  visas: string[]; visas_done: number; round: number; series: string; number: number | null; year: number | null; act_on: Day | null; signer_account: string | null; signer_title: string | null; body: string | null; fingerprint: string | null; verification_code: string | null
  paper: 'letter' | 'oficio'; signed_on: Day | null; signed_file: string | null; signature_mode: (typeof signatureModes)[number] | null; finding: SignatureFinding | null; replies_to_kind: 'act' | 'incoming' | null; replies_to: string | null
  effect: Effect | null; affects: string | null; deleted_on: Day | null; visibility: 'internal' | 'restricted'; version: number
}
const NAMES = ['id', 'kind', 'state', 'subject', 'unit_id', 'drafter_id', 'signer_role', 'addressees', 'distribution', 'references_text', 'content', 'visas', 'visas_done', 'round', 'series', 'number', 'year', 'act_on', 'signer_account', 'signer_title',
  'body', 'fingerprint', 'verification_code', 'paper', 'signed_on', 'signed_file', 'signature_mode', 'finding', 'replies_to_kind', 'replies_to', 'effect', 'affects', 'deleted_on', 'visibility', 'version'] as const
export const actColumns = sql.join(NAMES.map((name) => sql.ref(`a.${name}`)), sql`, `)

/** Acts are rows that move; the moment each state began is in their events. */
export const actStore = (tx: Tx) => {
  const get = (id: string) => tx.one<ActRow>(sql`select ${actColumns} from correspondence.acts a join evidence.posted p on p.commune = a.commune and p.entry_id = a.entry_id where a.commune = ${tx.commune} and a.id = ${id}`)
  const need = async (id: string, lock = false): Promise<ActRow> => {
    if (lock) await tx.one(sql`select id from correspondence.acts where commune = ${tx.commune} and id = ${id} for update`)
    const row = await get(id)
    if (!row) throw notFound({ what: 'el acto' })
    return row
  }
  return {
    get, need,
    /** The act at the version the person saw, locked. Throws `version/cambio-antes` when somebody moved it. */
    needVersion: async (id: string, version: number): Promise<ActRow> => {
      const row = await need(id, true)
      if (row.version !== version) throw versionMoved({ what: actTitle(row), yours: version, current: row.version }, { facts: { current: { state: row.state, subject: row.subject, signerRole: row.signer_role, addressees: row.addressees, distribution: row.distribution, references: row.references_text, restricted: row.visibility === 'restricted', content: row.content, version: row.version } } })
      return row
    },
    byIds: (ids: readonly string[]) => tx.all<ActRow>(sql`select ${actColumns} from correspondence.acts a where a.commune = ${tx.commune} and a.id = any (${[...ids]}::uuid[])`),
    repliesTo: (kind: 'act' | 'incoming', id: string) => tx.all<ActRow>(sql`select ${actColumns} from correspondence.acts a where a.commune = ${tx.commune} and a.replies_to = ${id} and a.replies_to_kind = ${kind} and a.state <> 'deleted'`),
    affecting: (id: string) => tx.all<ActRow>(sql`select ${actColumns} from correspondence.acts a where a.commune = ${tx.commune} and a.affects = ${id} and a.state <> 'deleted' order by a.act_on nulls last`),
    add: (row: ActRow, entryId: string) => tx.run(sql`insert into correspondence.acts (commune, ${sql.join(NAMES.map((name) => sql.ref(name)), sql`, `)}, entry_id)
      values (${tx.commune}, ${sql.join(NAMES.map((name) => cell(name, row)), sql`, `)}, ${entryId})`),
    /** Writes what changed and counts a version. */
    change: async (row: ActRow, patch: Partial<ActRow>): Promise<ActRow> => {
      const next = { ...row, ...patch, version: row.version + 1 }
      const changed = NAMES.filter((name) => name !== 'id')
      const count = await tx.run(sql`update correspondence.acts set ${sql.join(changed.map((name) => sql`${sql.ref(name)} = ${cell(name, next)}`), sql`, `)} where commune = ${tx.commune} and id = ${row.id} and version = ${row.version}`)
      if (count === 0) throw versionMoved({ what: actTitle(row), yours: row.version, current: row.version + 1 })
      return next
    },
  }
}
const cell = (name: (typeof NAMES)[number], row: ActRow) => {
  const value = row[name]
  if (name === 'content' || name === 'finding') return value === null ? sql`null::jsonb` : sql`${JSON.stringify(value)}::jsonb`
  if (name === 'addressees' || name === 'distribution' || name === 'references_text' || name === 'visas') return sql`${[...(value as string[])]}::text[]`
  return sql`${value as string | number | null}`
}

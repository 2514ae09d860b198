import { sql, type Tx } from '#platform/database'

export type ProgrammeRow = {
  id: string; code: string; name: string; area: string; unit_id: string | null; purpose: string
  beneficiaries_women: number | null; beneficiaries_men: number | null; cofog: string; entry_id: string; version: number
}
const COLUMNS = sql`g.id, g.code, g.name, g.area, g.unit_id, g.purpose, g.beneficiaries_women, g.beneficiaries_men, g.cofog, g.entry_id, g.version`

export const programmeStore = (tx: Tx) => ({
  all: () => tx.all<ProgrammeRow>(sql`select ${COLUMNS} from budget.programmes g join evidence.posted p on p.commune = g.commune and p.entry_id = g.entry_id where g.commune = ${tx.commune} order by g.area, platform.sort_key(g.name)`),
  byIds: (ids: readonly string[]) => tx.all<ProgrammeRow>(sql`select ${COLUMNS} from budget.programmes g where g.commune = ${tx.commune} and g.id = any (${ids as string[]}::uuid[])`),
  byCode: (code: string) => tx.one<ProgrammeRow>(sql`select ${COLUMNS} from budget.programmes g where g.commune = ${tx.commune} and g.code = ${code}`),
  add: (row: Omit<ProgrammeRow, 'version'>) => tx.run(sql`
    insert into budget.programmes (commune, id, code, name, area, unit_id, purpose, beneficiaries_women, beneficiaries_men, cofog, entry_id)
    values (${tx.commune}, ${row.id}, ${row.code}, ${row.name}, ${row.area}, ${row.unit_id}, ${row.purpose}, ${row.beneficiaries_women}, ${row.beneficiaries_men}, ${row.cofog}, ${row.entry_id})`),
})

/** Which objective of the plan each programme serves: edges «objective → is-served-by → programme» as of a ledger number. */
export const programmeEdges = (tx: Tx, knownSeq: number) =>
  tx.all<{ kind: 'programme' | 'project'; id: string; objective: string }>(sql`
    select e.to_kind as kind, e.to_id as id, e.from_id as objective from evidence.edges e
    join evidence.posted p on p.commune = e.commune and p.entry_id = e.entry_id
    left join evidence.posted x on x.commune = e.commune and x.entry_id = e.ended_by
    where e.commune = ${tx.commune} and e.from_kind = 'objective' and e.to_kind in ('programme', 'project') and p.seq <= ${knownSeq} and (x.seq is null or x.seq > ${knownSeq})`)

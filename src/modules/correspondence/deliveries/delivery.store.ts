import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import type { ActRow } from '../acts/act.store.ts'
import { actTitle } from '../acts/titles.ts'
import type { ActKind } from '../contract.ts'

export type DeliveryReason = 'notified' | 'folder' | 'answer'
export type DeliveryRow = {
  id: string; deliveredOn: Day; why: DeliveryReason; kind: ActKind; title: string; subject: string; actOn: Day; signedOn: Day; signedFile: string | null; paper: 'letter' | 'oficio'; body: string; fingerprint: string; verificationCode: string
}
const COLUMNS = sql`d.act_id as id, d.delivered_on as "deliveredOn", d.why, d.kind, d.title, d.subject, d.act_on as "actOn", d.signed_on as "signedOn", d.signed_file as "signedFile", d.paper, d.body, d.fingerprint, d.verification_code as "verificationCode"`
type Seen = { readonly knownSeq: number; readonly on: Day; readonly text?: string; readonly year?: string }
/** Only what was given to the person behind the account, while it was not taken back. */
const own = (tx: Tx, accountId: string, { knownSeq, on, text = '', year = '' }: Seen) => sql`from correspondence.deliveries d join evidence.posted p on p.commune = d.commune and p.entry_id = d.entry_id
  join registry.accounts a on a.commune = d.commune and a.person_id = d.person_id and a.id = ${accountId}
  where d.commune = ${tx.commune} and p.seq <= ${knownSeq} and d.delivered_on <= ${on} and (d.withdrawn_on is null or d.withdrawn_on > ${on}) ${year ? sql`and extract(year from d.delivered_on)::int = ${Number(year)}` : sql``}
  ${text ? sql`and platform.sort_key(d.title || ' ' || d.subject) like '%' || platform.sort_key(${text.replace(/[%_\\]/g, '')}) || '%'` : sql``}`

export const deliveryStore = (tx: Tx) => ({
  /** Leaves a copy for each person; one that they already have is left as it was, unless it had been taken back. */
  give: async (row: ActRow, people: readonly string[], given: { readonly on: Day; readonly why: DeliveryReason; readonly about: string | null }, entryId: string): Promise<void> => {
    for (const person of people) {
      await tx.run(sql`insert into correspondence.deliveries (commune, act_id, person_id, delivered_on, why, about_id, kind, title, subject, act_on, signed_on, signed_file, paper, body, fingerprint, verification_code, entry_id)
        values (${tx.commune}, ${row.id}, ${person}, ${given.on}, ${given.why}, ${given.about}, ${row.kind}, ${actTitle(row)}, ${row.subject}, ${row.act_on}, ${row.signed_on}, ${row.signed_file}, ${row.paper}, ${row.body}, ${row.fingerprint}, ${row.verification_code}, ${entryId})
        on conflict (commune, act_id, person_id) do update set delivered_on = excluded.delivered_on, why = excluded.why, about_id = excluded.about_id, entry_id = excluded.entry_id, withdrawn_on = null where correspondence.deliveries.withdrawn_on is not null`)
    }
  },
  /** Takes back what a notification gave, or what answered with it. */
  withdraw: (act: string, on: Day) => tx.run(sql`update correspondence.deliveries set withdrawn_on = ${on} where commune = ${tx.commune} and act_id = ${act} and why in ('notified', 'answer') and withdrawn_on is null`),
  people: async (act: string): Promise<readonly string[]> => (await tx.all<{ id: string }>(sql`select person_id as id from correspondence.deliveries where commune = ${tx.commune} and act_id = ${act} and withdrawn_on is null`)).map(({ id }) => id),
  list: (accountId: string, seen: Seen, page: number, size: number) => tx.all<DeliveryRow>(sql`select ${COLUMNS} ${own(tx, accountId, seen)} order by d.delivered_on desc, d.title limit ${size} offset ${(page - 1) * size}`),
  count: async (accountId: string, seen: Seen): Promise<number> => (await tx.one<{ n: number }>(sql`select count(*)::int as n ${own(tx, accountId, seen)}`))?.n ?? 0,
  get: (accountId: string, act: string, seen: Seen) => tx.one<DeliveryRow>(sql`select ${COLUMNS} ${own(tx, accountId, seen)} and d.act_id = ${act}`),
  years: async (accountId: string): Promise<readonly string[]> => (await tx.all<{ year: number }>(sql`select distinct extract(year from d.delivered_on)::int as year from correspondence.deliveries d join registry.accounts a on a.commune = d.commune and a.person_id = d.person_id and a.id = ${accountId} where d.commune = ${tx.commune} order by year desc`)).map(({ year }) => String(year)),
})

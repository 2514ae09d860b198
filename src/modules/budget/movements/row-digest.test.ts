import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '#platform/database'
import { openTown, type Town } from '../../../../tests/town.ts'
import { ROW_DIGEST } from './movement.store.ts'
import type { PhaseSums } from './phase.ts'
import { rowDigests } from './row-digest.ts'

let town: Town
beforeAll(async () => { town = await openTown() })
afterAll(() => town.close())

const ENTRY = '6f1c9a52-0b7e-4d7a-9e55-d1f0c2a3b4e5'
const rows: readonly PhaseSums[] = [
  [0, 0, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0], [1_000_000, 1000, 0, 500_000, 400_000, 300_000, 0], [-1, 0, 0, 0, 0, 0, 0], [0, -4_294_967_296, 0, 0, 0, 0, 7], [0, 0, 0, 0, -900_000_000_000, 900_000_000_000, 1],
  // Their weighted sum goes beyond 2^53.
  [0, 0, 0, 0, 0, 900_719_925_474_099, 900_719_925_474_098], [0, 0, 0, 0, 0, -900_719_925_474_099, -900_719_925_474_098],
]

test('la huella de una fila es la que calcula la base de datos', async () => {
  const digestOf = rowDigests(ENTRY)
  for (const first of [0, 99_998, 2_147_483_600]) {
    const stored = await town.system.database.asOwner((tx) => tx.all<{ digest: string }>(sql`
      select (${sql.raw(ROW_DIGEST)})::text as digest from (
        select ${ENTRY}::uuid as entry_id, ${first}::int + (o::int - 1) as n, (a->>0)::bigint as initial, (a->>1)::bigint as modification, (a->>2)::bigint as precommitment, (a->>3)::bigint as commitment, (a->>4)::bigint as accrual, (a->>5)::bigint as payment, (a->>6)::bigint as collection
        from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as t (a, o)) m order by n`))
    expect(rows.map((sums, index) => digestOf(first + index, sums))).toEqual(stored.map(({ digest }) => digest))
  }
})

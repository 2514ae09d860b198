import type { Tx } from './database.ts'
import { translateViolation } from './violations.ts'

export type BulkColumn = { readonly name: string; readonly type: string; readonly values: readonly unknown[] }

/** Inserts columns of equal length as rows, with one statement (unnest). `table` and names come from code, never from users. */
export const insertMany = async (tx: Tx, table: string, columns: readonly BulkColumn[], tail = ''): Promise<number> => {
  const names = columns.map(({ name }) => name).join(', ')
  const arrays = columns.map(({ type }, index) => `$${index + 1}::${type}[]`).join(', ')
  try {
    const answer = await tx.raw(`insert into ${table} (${names}) select * from unnest(${arrays}) ${tail}`, columns.map(({ values }) => values))
    return answer.count
  } catch (error) {
    throw translateViolation(error)
  }
}

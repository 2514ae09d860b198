import { sql, type Tx } from '#platform/database'

/** The year of a line; undefined when there is no such line. */
export const yearOfLine = async (tx: Tx, id: string): Promise<number | undefined> =>
  (await tx.one<{ year: number }>(sql`select year from budget.lines where commune = ${tx.commune} and id = ${id}`))?.year

/** Years that have a budget, newest first. */
export const budgetYears = async (tx: Tx): Promise<number[]> =>
  (await tx.all<{ year: number }>(sql`select distinct year from budget.lines where commune = ${tx.commune} order by year desc`)).map(({ year }) => year)

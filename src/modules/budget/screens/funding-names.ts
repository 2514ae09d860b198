import type { ReadContext } from '#platform/actions'
import { sql } from '#platform/database'

/** Names of the commune's funding sources by code; a code nobody named stays as it is. */
export const fundingNames = async ({ tx }: Pick<ReadContext, 'tx'>): Promise<ReadonlyMap<string, string>> =>
  new Map((await tx.all<{ code: string; name: string }>(sql`select code, name from budget.funding_sources where commune = ${tx.commune}`)).map(({ code, name }) => [code, name]))

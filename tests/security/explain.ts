import { expect } from 'vitest'
import { compile, type Query, type Scope } from '#platform/database'
import type { Town } from '../town.ts'

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Plan Rows'?: number; Plans?: Plan[] }
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]

/**
 * Reads the plan of a query as its actor, under row-level security, and fails on a sequential scan of a big table.
 * Fill the tables and `analyze` them first: on few rows a scan is the right plan.
 */
export const expectIndexed = async (town: Town, scope: Scope, query: Query<unknown>, bigTables: readonly string[]): Promise<void> => {
  const { text, parameters } = compile(query)
  const plan = await town.system.database.read(scope, async (tx) => {
    const { rows } = await tx.raw<{ 'QUERY PLAN': { Plan: Plan }[] | string }>(`explain (format json) ${text}`, parameters)
    const answer = rows[0]?.['QUERY PLAN']
    return (typeof answer === 'string' ? (JSON.parse(answer) as { Plan: Plan }[]) : answer)?.[0]?.Plan
  })
  if (!plan) throw new Error('el motor no mostró su plan')
  const scans = nodes(plan).filter((node) => node['Node Type'] === 'Seq Scan' && bigTables.includes(node['Relation Name'] ?? ''))
  expect(scans.map((node) => node['Relation Name']), `recorre entera una tabla grande: ${text.slice(0, 200)}`).toEqual([])
}

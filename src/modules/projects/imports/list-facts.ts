import { createHash } from 'node:crypto'
import type { ReadContext } from '#platform/actions'
import { fundingNames } from '#budget'
import { unitStore } from '#registry'
import type { FundingName } from '../contract.ts'
import { currentStage, type ProjectState } from '../portfolio/project.ts'
import { projectStore } from '../portfolio/project.store.ts'
import { importStore } from './import.store.ts'
import type { ListFacts } from './preview-list.ts'

/** Sources a list may be mapped to: the national ones, and those the commune named. */
export const sourcesFor = async (context: ReadContext): Promise<FundingName[]> => {
  const named = await fundingNames(context)
  const national = context.law.table('budget/funding-sources', context.today).map((row) => ({ code: String(row['code']), title: String(row['title']) }))
  return [...national.map(({ code, title }) => ({ code, title: named.get(code) ?? title })), ...[...named].filter(([code]) => !national.some((one) => one.code === code)).map(([code, title]) => ({ code, title }))]
}
/** What a preview compared with: if it moves, nothing is loaded. */
export const watermarkOf = (portfolio: readonly ProjectState[]): string =>
  createHash('sha256').update(JSON.stringify(portfolio.map((state) => [state.id, state.version, state.cost?.amount ?? null, currentStage(state).stage, currentStage(state).on, state.fundings]))).digest('hex')
/** The portfolio as it is now, and the lists of values. */
export const listFacts = async (context: ReadContext): Promise<ListFacts> => ({
  portfolio: await projectStore(context.tx).states({ knownSeq: Number.MAX_SAFE_INTEGER, on: context.today }), sources: await sourcesFor(context),
  units: (await unitStore(context.tx).list()).map(({ id, code, name }) => ({ id, code, name })), recipes: (await importStore(context.tx).recipes()).map(({ recipe }) => recipe), today: context.today,
})

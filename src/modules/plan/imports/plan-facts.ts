import type { ReadContext } from '#platform/actions'
import { unitStore } from '#registry'
import { planImportStore } from './plan-import.store.ts'
import type { PlanFacts } from './preview-plan.ts'

/** What a document is read against: units of the registry, codes in use, recipes and the least term of a plan. */
export const planFacts = async (context: ReadContext, fileName: string): Promise<PlanFacts> => ({
  fileName, today: context.today, minimumYears: context.law.number('plan/pladeco/minimum-years', context.today), takenCodes: await planImportStore(context.tx).takenCodes(),
  units: (await unitStore(context.tx).list()).map(({ id, code, name }) => ({ id, code, name })), recipes: (await planImportStore(context.tx).recipes()).map(({ recipe }) => recipe),
})

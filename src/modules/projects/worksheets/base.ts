import type { z } from 'zod'
import { unitStore } from '#registry'
import type { ReadContext, SheetColumn } from '#platform/actions'
import { fundingNames } from '#budget'
import { ListProjectsInput, stageTitle } from '../contract.ts'

type Filters = z.output<typeof ListProjectsInput>
/** What the worksheets of the portfolio share: they follow the filters of the list. */
export const base = {
  filters: ListProjectsInput, list: '/proyectos',
  wide: (filters: Filters): Filters => ({ ...filters, text: '', stage: '', unit: '', source: '', delayed: '' }),
  words: async ({ text, stage, unit, source, delayed }: Filters, context: ReadContext): Promise<readonly string[]> =>
    [text && `que dicen «${text}»`, stage && stageTitle[stage].toLowerCase(), unit && ((await unitStore(context.tx).names()).get(unit) ?? ''), source && ((await fundingNames(context)).get(source) ?? source), delayed && 'sólo obras atrasadas'].filter(Boolean),
} as const
export const named: readonly SheetColumn[] = [{ key: 'name', title: 'Proyecto', kind: 'text', width: 50 }, { key: 'code', title: 'Código', kind: 'text', width: 20 }, { key: 'stage', title: 'Etapa', kind: 'text', width: 18 }]

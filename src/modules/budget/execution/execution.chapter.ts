import { defineChapter } from '#platform/actions'
import type { Block } from '#kernel'
import { amendmentSection } from './chapter/amendments.section.ts'
import { debtSection } from './chapter/debt.section.ts'
import { deviationSection } from './chapter/deviations.section.ts'
import { forecastSection } from './chapter/forecast.section.ts'
import { incomeSection } from './chapter/income.section.ts'
import { limitSection } from './chapter/limits.section.ts'
import { rhythmSection } from './chapter/rhythm.section.ts'
import { areaSection, objectiveSection, programmeSection, titleSection } from './chapter/spending.section.ts'
import { summarySection } from './chapter/summary.section.ts'
import type { Section } from './chapter/writing.ts'

const sections: readonly Section[] = [summarySection, rhythmSection, incomeSection, titleSection, areaSection, programmeSection, objectiveSection, amendmentSection, debtSection, limitSection, deviationSection, forecastSection]

/** Budget execution of a period (LOCM 21 c, public-account.md §3.5): every number is a figure of the book, and what is missing is said. */
export const executionChapter = defineChapter({
  id: 'budget/execution',
  title: 'Ejecución presupuestaria',
  write: async ({ period, figures, ...context }) => {
    const blocks: Block[] = []
    for (const section of sections) blocks.push(...(await section({ context, figures, period, at: { period: period.id } })))
    return blocks
  },
})

import type { RequestSource } from '#requests'
import { budgetDeviations } from './budget-deviations.ts'
import { ownRegisters } from './own-registers.ts'
import { planIndicators } from './plan-indicators.ts'
import { projectProgress } from './project-progress.ts'

/** What the units may be asked, read from the modules of work by their public faces. */
export const requestSources: readonly RequestSource[] = [planIndicators, projectProgress, budgetDeviations, ownRegisters]

const addresses: Readonly<Record<string, (subjectId: string) => string>> = {
  indicator: (id) => `/plan/indicadores/${id}`,
  progress: (id) => `/proyectos/${id}`,
  register: (subject) => `/conocer/registros/${subject.split(' ')[0] ?? ''}`,
  deviation: (subject) => `/presupuestar/lineas?programa=${encodeURIComponent(subject.slice(5))}`,
}
/** Address of the record an item asks about. */
export const subjectHref = (source: string, subjectId: string): string | undefined => addresses[source]?.(subjectId)

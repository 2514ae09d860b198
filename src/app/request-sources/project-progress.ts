import { dayFrom, formatDay, formatPercent, type Period, yearOf, monthOf } from '#kernel'
import { kinds } from '#evidence'
import { approveProgress, listProjects, reportProgress, type Stage } from '#projects'
import type { ReadContext } from '#platform/actions'
import type { RequestSource } from '#requests'

/** Stages in which a work moves on site. */
const ON_SITE: readonly Stage[] = ['execution', 'suspended']
const PAGE = 200
const WHOLE = 100

const worksOf = async (context: ReadContext) => {
  const ask = (stage: Stage, page: number) => listProjects.run({ text: '', stage, unit: '', source: '', delayed: '', sort: 'name', page, size: PAGE }, context)
  const found = []
  for (const stage of ON_SITE) for (let page = 1, pages = 1; page <= pages; page++) {
    const answer = await ask(stage, page)
    found.push(...answer.projects)
    pages = answer.pages
  }
  return found
}
/** First day of the last month of the period: a progress older than that says nothing of how the period ended. */
const lastMonth = (period: Period) => dayFrom(yearOf(period.to), monthOf(period.to), 1)

/** Works on site without physical progress reported in the last month of the period. An accepted answer is a progress report, approved by who accepted it. */
export const projectProgress: RequestSource = {
  key: 'progress', title: 'Avance de proyectos', help: () => 'Obras en ejecución sin avance físico en el último mes del período.',
  allowed: (permissions) => permissions.has('projects.read'),
  owed: async (context, period) => (await worksOf(context)).filter(({ measuredOn }) => measuredOn === null || measuredOn < lastMonth(period)).map((line) => ({
    subjectId: line.id, unitId: line.unitId, label: `Avance físico: ${line.name}`, help: 'Porcentaje acumulado según inspección técnica. Si retrocede respecto de lo último, explique la causa en el comentario.',
    why: line.measuredOn ? `El último avance es del ${formatDay(line.measuredOn)}.` : 'Nunca se informó avance.', measure: '%', kind: 'percent' as const, needsEvidence: true,
    ...(line.physical !== null && line.measuredOn ? { previous: { value: line.physical * WHOLE, text: formatPercent(line.physical), on: line.measuredOn } } : {}),
  })),
  settle: async (answer, context) => {
    await reportProgress.run({
      id: answer.id, projectId: answer.subjectId, share: Math.round((answer.value ?? 0) * WHOLE) / (WHOLE * WHOLE), measuredOn: answer.on, evidence: `Respuesta a la SECPLA del ${formatDay(answer.answeredOn)}: ${answer.post}`.slice(0, 500), fileHash: answer.fileHash,
      cause: answer.comment.slice(0, 1000), effect: '', measure: '',
    }, { ...context, actor: { ...context.actor, accountId: answer.answeredBy } }, undefined)
    if (context.actor.permissions.has('projects.approve')) await approveProgress.run({ id: answer.id }, context, undefined)
    return { record: { kind: kinds.project, id: answer.subjectId }, factId: answer.id }
  },
}

import { can, formatDay } from '#kernel'
import { defineAction } from '#platform/actions'
import { attachEvidence } from '#evidence'
import { ChangeStageInput, stageTitle } from '../contract.ts'
import { currentStage } from '../portfolio/project.ts'
import { projectStore } from '../portfolio/project.store.ts'
import { indexProject, readProject, recordOf } from '../portfolio/read-project.ts'
import { checkStageChange } from './stage.ts'

export const changeStage = defineAction({
  name: 'projects.change-stage', title: 'Cambiar la etapa de un proyecto', input: ChangeStageInput, allowed: can('projects.edit'),
  run: async (input, context) => {
    const state = await readProject(context, input.id)
    const now = currentStage(state)
    checkStageChange({ stage: now.stage, since: now.on }, input, context.today)
    await attachEvidence(context, recordOf(input.id), input.document || `Respaldo de la etapa: ${stageTitle[input.stage].toLowerCase()}`, input.fileHash)
    await projectStore(context.tx).changeStage({ ...input, projectId: input.id, recordedBy: context.actor.accountId, entryId: context.entryId })
    await indexProject(context, { ...state, stages: [...state.stages, { stage: input.stage, on: input.on, reason: input.reason, document: input.document, recordedBy: context.actor.accountId }] })
    return {
      result: { id: input.id, stage: input.stage },
      entry: { name: 'project-stage-changed', summary: `«${state.name}» pasa de ${stageTitle[now.stage].toLowerCase()} a ${stageTitle[input.stage].toLowerCase()} el ${formatDay(input.on)}`, effectiveOn: input.on, record: recordOf(input.id), facts: { from: now.stage, to: input.stage, ...(input.fileHash ? { file: input.fileHash } : {}) } },
    }
  },
})

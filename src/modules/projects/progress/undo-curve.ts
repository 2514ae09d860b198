import { can, defineProblem } from '#kernel'
import { defineAction } from '#platform/actions'
import { sql } from '#platform/database'
import { z } from 'zod'
import { readProject, recordOf } from '../portfolio/read-project.ts'

export const noCurveToUndo = defineProblem<{ name: string }>({
  id: 'projects/sin-programacion-que-deshacer', kind: 'conflict',
  title: 'No hay una programación que deshacer',
  detail: ({ name }) => `«${name}» no tiene una programación fijada a mano, o ya se deshizo.`,
  remedy: 'Fije la programación correcta: reemplaza a la anterior.',
})
export const UndoCurveInput = z.object({ id: z.uuid('El identificador no es válido'), reason: z.string().trim().min(5, 'Escriba la razón').max(300) })

/** Takes back the last programme of progress that was set: the one before is in force again. What was known before stays as it was known. */
export const undoPlannedCurve = defineAction({
  name: 'projects.undo-planned-curve', title: 'Deshacer la programación del avance', input: UndoCurveInput, allowed: can('projects.edit'),
  run: async ({ id, reason }, context) => {
    const state = await readProject(context, id)
    const last = await context.tx.one<{ seq: number; action: string }>(sql`
      select e.seq, e.action from projects.planned_points f join evidence.entries e on e.commune = f.commune and e.id = f.entry_id
      where f.commune = ${context.tx.commune} and f.project_id = ${id} and not exists (select from evidence.entries u where u.commune = e.commune and u.undoes = e.seq) order by e.seq desc limit 1`)
    if (last?.action !== 'projects.set-planned-curve') throw noCurveToUndo({ name: state.name })
    return { result: { id }, entry: { name: 'project-curve-undone', undoes: last.seq, summary: `Se deshizo la programación de «${state.name}»: ${reason}`, record: recordOf(id) } }
  },
})

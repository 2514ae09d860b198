import { useEffect, useRef, useState } from 'react'
import { type ApiProblem, api, toProblem, useApi } from '#design'
import type { PlanImportAnswer, PlanImportChoices, TreeEdit } from '../../imports/plan-import-contract.ts'

/** A plan under review: every correction is kept in the server, whose tree comes back with it. */
export const usePlanImport = (id: string) => {
  const answer = useApi<PlanImportAnswer>('plan/show-import', { id }, { enabled: id !== '' })
  const [choices, set] = useState<PlanImportChoices>()
  const [problem, tell] = useState<ApiProblem>()
  const [saving, mark] = useState(false)
  const owner = useRef('')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => { if (answer.data && answer.data.record.id === id && owner.current !== id) { owner.current = id; set(answer.data.choices) } }, [answer.data, id])
  const put = (change: (old: PlanImportChoices) => PlanImportChoices) => set((old) => {
    if (!old) return old
    const next = change(old)
    clearTimeout(timer.current)
    mark(true)
    timer.current = setTimeout(() => {
      api.act('plan/keep-import', { id, choices: next }, { quiet: true }).then(() => { tell(undefined); answer.again() }, (error: unknown) => tell(toProblem(error))).finally(() => mark(false))
    }, 300)
    return next
  })
  return {
    ...answer, choices, saving, keepProblem: problem, choose: (patch: Partial<PlanImportChoices>) => put((old) => ({ ...old, ...patch })), edit: (edit: TreeEdit) => put((old) => ({ ...old, edits: [...old.edits, edit] })),
    /** Takes back the last correction of the tree. */
    back: () => put((old) => ({ ...old, edits: old.edits.slice(0, -1) })),
  }
}
export type PlanImport = ReturnType<typeof usePlanImport>

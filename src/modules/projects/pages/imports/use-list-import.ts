import { useEffect, useRef, useState } from 'react'
import { type ApiProblem, api, toProblem, useApi } from '#design'
import type { ProjectImportAnswer, ProjectImportChoices } from '../../imports/import-contract.ts'

/** A list under review: every decision is kept in the server, whose preview comes back with it. */
export const useListImport = (id: string) => {
  const answer = useApi<ProjectImportAnswer>('projects/show-import', { id }, { enabled: id !== '' })
  const [choices, set] = useState<ProjectImportChoices>()
  const [problem, tell] = useState<ApiProblem>()
  const [saving, mark] = useState(false)
  const owner = useRef('')
  useEffect(() => { if (answer.data && answer.data.record.id === id && owner.current !== id) { owner.current = id; set(answer.data.choices) } }, [answer.data, id])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const choose = (patch: Partial<ProjectImportChoices>) => set((old) => {
    if (!old) return old
    const next = { ...old, ...patch }
    clearTimeout(timer.current)
    mark(true)
    timer.current = setTimeout(() => {
      api.act('projects/keep-import', { id, choices: next }, { quiet: true }).then(() => { tell(undefined); answer.again() }, (error: unknown) => tell(toProblem(error))).finally(() => mark(false))
    }, 300)
    return next
  })
  return { ...answer, choices, choose, saving, keepProblem: problem }
}
export type ListImport = ReturnType<typeof useListImport>

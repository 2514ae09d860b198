import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { ApiProblem } from './api-problem.ts'
import { isEnded, useJob } from './use-job.ts'

/**
 * Follows the job of a load: the one just ordered, or the one the server knows for this load (another window, or after coming back).
 * `job` is told while it goes on and when it is done; a failure is a problem, and what was stopped leaves the page as it was.
 */
export const useLoading = (known: string | null | undefined, refresh: readonly string[], onDone: () => void) => {
  const [own, follow] = useState('')
  const { job, cancel } = useJob(own || known || undefined)
  const client = useQueryClient()
  const told = useRef('')
  const parts = useRef(refresh)
  const done = useRef(onDone)
  done.current = onDone
  useEffect(() => {
    if (!job || !isEnded(job) || told.current === job.id) return
    told.current = job.id
    void client.invalidateQueries({ predicate: ({ queryKey }) => parts.current.includes(String(queryKey[0]).split('/')[0] ?? '') }).then(() => { if (job.state === 'done') done.current() })
  }, [job, client])
  return { job: job && (!isEnded(job) || job.state === 'done') ? job : undefined, problem: job?.state === 'failed' && job.problem ? new ApiProblem(job.problem) : undefined, stopped: job?.state === 'cancelled', cancel, follow }
}

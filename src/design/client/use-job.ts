import { useQuery } from '@tanstack/react-query'
import { api } from './api.ts'
import { type ProblemBody, toProblem } from './api-problem.ts'

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
export type Job<Result = unknown> = { readonly id: string; readonly title: string; readonly state: JobState; readonly progress: number; readonly message: string; readonly result?: Result; readonly problem?: ProblemBody }
const ended: readonly JobState[] = ['done', 'failed', 'cancelled']
export const isEnded = (job: Job): boolean => ended.includes(job.state)

/** Follows a job until it ends. `cancel` asks it to stop at its next safe point. */
export const useJob = <Result = unknown>(id: string | undefined) => {
  const { data, error, refetch } = useQuery<Job<Result>, Error>({
    queryKey: ['jobs', id], queryFn: ({ signal }) => api.query<Job<Result>>(`jobs/${id}`, {}, signal), enabled: Boolean(id),
    refetchInterval: ({ state }) => (state.data && isEnded(state.data) ? false : 500),
  })
  const cancel = async () => { if (id) { await api.act('jobs/cancel', { id }); await refetch() } }
  return { job: data, problem: error ? toProblem(error) : undefined, cancel }
}

import { keepPreviousData, type QueryKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useToasts } from '../feedback/Toasts.tsx'
import { type ActAnswer, api, newId, type QueryInput } from './api.ts'
import { type ApiProblem, toProblem } from './api-problem.ts'

export const apiKey = (name: string, input?: QueryInput): QueryKey => (input ? [name, input] : [name])

/**
 * Asks and keeps the old answer while the new one comes (`loading` is for the thin line; `waiting` is the first time).
 * `name` is `module/query`.
 */
export const useApi = <Result>(name: string, input?: QueryInput, options: { enabled?: boolean; refreshEvery?: number } = {}) => {
  const { data, error, isFetching, isPending, refetch } = useQuery<Result, Error>({
    queryKey: apiKey(name, input), queryFn: ({ signal }) => api.query<Result>(name, input, signal),
    placeholderData: keepPreviousData, enabled: options.enabled ?? true, refetchInterval: options.refreshEvery ?? false,
  })
  return { data, problem: error ? toProblem(error) : undefined, loading: isFetching, waiting: isPending && (options.enabled ?? true), again: () => void refetch() }
}

export type ActOptions<Input, Result> = {
  /** Names whose answers change: `['budget/list-lines']` or a whole module `['budget']`. */
  readonly refresh?: readonly string[]
  /** Sentence of the toast when it went well. */
  readonly done?: string | ((answer: ActAnswer<Result>, input: Input) => string)
  /** Reversal offered in the toast («Deshacer»). */
  readonly undo?: (answer: ActAnswer<Result>, input: Input) => Promise<unknown>
  readonly onDone?: (answer: ActAnswer<Result>, input: Input) => void
  readonly onProblem?: (problem: ApiProblem, input: Input) => void
}

/**
 * Does an action. The idempotency key stays the same while the same input is tried again, so that a repeated click never writes twice.
 * `run` resolves undefined when there was a problem, which stays in `problem`.
 */
export const useAct = <Input, Result = unknown>(name: string, options: ActOptions<Input, Result> = {}) => {
  const client = useQueryClient()
  const toasts = useToasts()
  const attempt = useRef({ text: '', key: '' })
  const refresh = () => Promise.all((options.refresh ?? [name.split('/')[0] ?? name]).map((part) => client.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] === part || String(queryKey[0]).startsWith(`${part}/`),
  })))
  const mutation = useMutation<ActAnswer<Result>, Error, { input: Input; version?: string | number }>({
    mutationFn: ({ input, version }) => {
      const text = JSON.stringify(input)
      if (attempt.current.text !== text) attempt.current = { text, key: newId() }
      return api.act<Result>(name, input, { key: attempt.current.key, version })
    },
    onSuccess: async (answer, { input }) => {
      attempt.current = { text: '', key: '' }
      await refresh()
      const said = typeof options.done === 'function' ? options.done(answer, input) : options.done
      const { undo } = options
      if (said) toasts.say(said, undo ? { undo: async () => { await undo(answer, input); await refresh() } } : {})
      options.onDone?.(answer, input)
    },
    onError: (error, { input }) => options.onProblem?.(toProblem(error), input),
  })
  return {
    run: (input: Input, version?: string | number): Promise<ActAnswer<Result> | undefined> => mutation.mutateAsync({ input, version }).catch(() => undefined),
    running: mutation.isPending,
    problem: mutation.error ? toProblem(mutation.error) : undefined,
    forget: mutation.reset,
  }
}

/** Asks again what hangs from modules or queries, after acts done outside `useAct`: several, one after another. */
export const useRefresh = (): ((parts: readonly string[]) => Promise<unknown>) => {
  const client = useQueryClient()
  return (parts) => Promise.all(parts.map((part) => client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(part) })))
}

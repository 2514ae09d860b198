import { randomUUID } from 'node:crypto'
import { Problem, type ProblemDefinition, problemStatus } from '#kernel'
import type { Context } from 'hono'
import { defect } from '#platform/actions'

export type LogDefect = (reference: string, error: unknown, where: string) => void

const DEPENDENCY_SECONDS = 5
/** When to try again, in seconds: what the problem says, or a moment for a dependency that recovers. */
const retryAfter = (problem: Problem): Record<string, string> => {
  const said = problem.facts['retryAfter']
  if (problem.kind !== 'rate' && problem.kind !== 'dependency') return {}
  return { 'retry-after': String(typeof said === 'number' ? said : problem.kind === 'rate' ? 60 : DEPENDENCY_SECONDS) }
}

/** Any thrown value as `application/problem+json`. Defects get a reference number and never a stack. */
export const answerProblem = (context: Context, thrown: unknown, log: LogDefect): Response => {
  let problem: Problem
  let reference: string | undefined
  if (thrown instanceof Problem) problem = thrown
  else {
    reference = randomUUID().slice(0, 8)
    log(reference, thrown, `${context.req.method} ${context.req.path}`)
    problem = defect({ reference })
  }
  const body = {
    type: `/ayuda/problemas/${problem.id}`,
    title: problem.title,
    status: problem.status,
    detail: problem.detail,
    instance: context.req.path,
    remedy: problem.remedy,
    ...(problem.law ? { law: problem.law } : {}),
    ...(problem.errors.length ? { errors: problem.errors } : {}),
    ...(Object.keys(problem.facts).length ? { facts: problem.facts } : {}),
    ...(reference ? { reference } : {}),
  }
  return new Response(JSON.stringify(body), { status: problem.status, headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', ...retryAfter(problem) } })
}

export const problemPage = (definition: ProblemDefinition<never>) => ({ id: definition.id, title: definition.title, status: problemStatus[definition.kind], remedy: definition.remedy, law: definition.law })

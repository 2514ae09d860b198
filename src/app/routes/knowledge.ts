import { allProblems, needsConfirmation, problemStatus, today } from '#kernel'
import type { Hono } from 'hono'
import { notFound, openApi } from '#platform/actions'
import { type ApiOptions, decoded, sessionFrom } from '#platform/http'
import type { System } from '../system.ts'
import { modules } from '../modules.ts'
import { version } from '../version.ts'

/** What the system knows of itself: law in force, problems with their remedies, the API's document. */
export const knowledgeRoutes = (app: Hono, system: System, options: ApiOptions): void => {
  let document: ReturnType<typeof openApi> | undefined
  app.get('/api/openapi.json', (context) => context.json((document ??= openApi(modules, version()))))
  app.get('/api/problems', (context) => context.json({ problems: allProblems().map(({ id, title, kind, remedy, law }) => ({ id, title, status: problemStatus[kind], remedy, law })) }))
  app.get('/api/problems/*', (context) => {
    const id = decoded(context.req.path.slice('/api/problems/'.length)) ?? ''
    const problem = allProblems().find((known) => known.id === id)
    if (!problem) throw notFound({ what: `el problema ${id}` })
    return context.json({ id, kind: problem.kind, title: problem.title, status: problemStatus[problem.kind], remedy: problem.remedy, law: problem.law })
  })
  app.get('/api/law', async (context) => {
    const session = await sessionFrom(options, context)
    const law = system.services.law(session?.actor.commune ?? '')
    const on = today(system.clock)
    const ids = new Set((context.req.query('ids') ?? '').split(',').filter(Boolean))
    return context.json({
      on,
      parameters: law.parameters().filter(({ id }) => ids.size === 0 || ids.has(id)).map((parameter) => {
        const inForce = [...parameter.values].filter(({ from }) => from <= on).sort((a, b) => (a.from < b.from ? 1 : -1))[0]
        return { ...parameter, inForce, unconfirmed: inForce ? needsConfirmation(inForce) : true }
      }),
    })
  })
}

import { z } from 'zod'
import { allProblems, problemStatus } from '#kernel'
import type { AnyAction, AnyQuery } from './define.ts'
import type { ModuleDefinition } from './module.ts'

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, unknown>
  return rest
}
const problemAnswer = { description: 'Problema con remedio (RFC 9457)', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }
const errors = (definition: AnyAction | AnyQuery) => Object.fromEntries([...(definition.anonymous ? [] : ['401']), '400', '403', '404', '409', '412', '422', '429', '500', '503'].map((status) => [status, problemAnswer]))

const actionOperation = (action: AnyAction) => ({
  operationId: action.name,
  summary: action.title,
  description: action.help,
  tags: [action.name.split('.')[0]],
  parameters: [
    { name: 'Idempotency-Key', in: 'header', schema: { type: 'string', format: 'uuid' }, description: 'El mismo envío con la misma clave se guarda una sola vez' },
    { name: 'X-CSRF', in: 'header', schema: { type: 'string' }, description: 'Marca de la sesión del navegador' },
  ],
  requestBody: { required: true, content: { 'application/json': { schema: schemaOf(action.input, 'input') } } },
  responses: {
    200: {
      description: 'Hecho',
      content: {
        'application/json': {
          schema: {
            type: 'object', required: ['result'],
            properties: { result: action.output ? schemaOf(action.output, 'output') : {}, entry: { type: 'object', required: ['seq', 'id'], properties: { seq: { type: 'integer' }, id: { type: 'string', format: 'uuid' } } } },
          },
        },
      },
    },
    ...errors(action),
  },
})
const queryOperation = (query: AnyQuery) => {
  const { properties = {}, required = [] } = schemaOf(query.input, 'input') as { properties?: Record<string, { description?: string }>; required?: string[] }
  return {
    operationId: query.name,
    summary: query.title,
    description: query.help,
    tags: [query.name.split('.')[0]],
    parameters: [
      ...Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema, description: schema.description })),
      { name: 'effectiveOn', in: 'query', schema: { type: 'string', format: 'date' }, description: 'Vigente al' },
      { name: 'knownOn', in: 'query', schema: { type: 'string', format: 'date' }, description: 'Conocido al' },
    ],
    responses: { 200: { description: 'Respuesta', content: { 'application/json': { schema: query.output ? schemaOf(query.output, 'output') : {} } } }, ...errors(query) },
  }
}

/** The OpenAPI 3.1 document of the whole system, from the definitions of its actions and queries. */
export const openApi = (modules: readonly ModuleDefinition[], version: string): Record<string, unknown> => {
  const path = (name: string) => `/api/${name.replace('.', '/')}`
  const paths: Record<string, Record<string, unknown>> = {}
  for (const module of modules) {
    for (const query of module.queries ?? []) paths[path(query.name)] = { ...paths[path(query.name)], get: queryOperation(query) }
    for (const action of module.actions ?? []) paths[path(action.name)] = { ...paths[path(action.name)], post: actionOperation(action) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Secplan', version, description: 'Sistema de información de la Secretaría Comunal de Planificación', license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    tags: modules.map((module) => ({ name: module.key, description: module.title })),
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'secplan_session' } },
      schemas: {
        Problem: {
          type: 'object', required: ['type', 'title', 'status', 'detail', 'remedy'],
          properties: {
            type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer', enum: [...new Set(Object.values(problemStatus))] }, detail: { type: 'string' }, instance: { type: 'string' }, remedy: { type: 'string' },
            law: { type: 'object', properties: { norm: { type: 'string' }, article: { type: 'string' } } },
            errors: { type: 'array', items: { type: 'object', required: ['pointer', 'message'], properties: { pointer: { type: 'string' }, message: { type: 'string' } } } },
            reference: { type: 'string' }, facts: { type: 'object' },
          },
          examples: allProblems().slice(0, 1).map((problem) => ({ type: `/ayuda/problemas/${problem.id}`, title: problem.title, status: problemStatus[problem.kind], detail: problem.title, remedy: problem.remedy })),
        },
      },
    },
    security: [{ session: [] }],
  }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Actor, type AsOf, Problem } from '#kernel'
import { type ActionAnswer, type AnyAction, type AnyQuery, asOfNow, figureBook, type FigureBook, readContext, type ReadContext, runAction, runQuery, scopeOf } from '#platform/actions'
import { type Engine, ensureTemplate, openEmbedded, openServer } from '#platform/database'
import { addCommune, addDefaultRoles, addUnit } from '#registry'
import { openSystem, type System } from '../src/app/system.ts'
import { COMMUNE, OTHER_COMMUNE } from './cast.ts'

export const UNIT = { planning: '11111111-0000-4000-8000-000000000001', finance: '11111111-0000-4000-8000-000000000002', works: '11111111-0000-4000-8000-000000000003', community: '11111111-0000-4000-8000-000000000004' }

/** A fictional town on its own in-memory database (or a server when `url` is given), with two communes. Close it. */
export const openTown = async (options: { readonly instant?: string; readonly url?: string } = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'secplan-town-'))
  const engine: Engine = options.url ? openServer(options.url) : await openEmbedded({ template: await ensureTemplate() })
  const system: System = await openSystem({ dataFolder: folder, host: '127.0.0.1', port: 0, fixedInstant: options.instant ?? '2026-07-22T13:40:00Z', demonstration: false, behindProxy: false }, { engine })
  await system.database.asOwner(async (owner) => {
    await addCommune(owner, { code: COMMUNE, name: 'Villa Prueba', municipality: 'Municipalidad de Villa Prueba', region: 'La Araucanía', province: 'Cautín', since: '2024-01-01T09:00:00-03:00' })
    await addCommune(owner, { code: OTHER_COMMUNE, name: 'Otro Pueblo', municipality: 'Municipalidad de Otro Pueblo', region: 'Los Ríos', province: 'Valdivia', since: '2024-01-01T09:00:00-03:00' })
  })
  for (const commune of [COMMUNE, OTHER_COMMUNE]) {
    await system.database.write({ commune, accountId: '00000000-0000-4000-8000-000000000000', clearances: ['public', 'council', 'internal', 'restricted'] }, async (tx) => {
      await addDefaultRoles(tx)
      if (commune !== COMMUNE) return
      await addUnit(tx, { code: 'SECPLA', name: 'Secretaría Comunal de Planificación', kind: 'direction' }, UNIT.planning)
      await addUnit(tx, { code: 'DAF', name: 'Dirección de Administración y Finanzas', kind: 'direction' }, UNIT.finance)
      await addUnit(tx, { code: 'DOM', name: 'Dirección de Obras Municipales', kind: 'direction' }, UNIT.works)
      await addUnit(tx, { code: 'DIDECO', name: 'Dirección de Desarrollo Comunitario', kind: 'direction' }, UNIT.community)
    })
  }
  const now = () => asOfNow(system.clock)
  const as = (actor: Actor) => ({
    does: async <T = unknown>(action: AnyAction, input: unknown, given: { key?: string; entryId?: string } = {}): Promise<ActionAnswer<T>> => runAction<T>(system.services, actor, action, input, given),
    asks: async <T = unknown>(query: AnyQuery, input: unknown = {}, asOf: AsOf = now()): Promise<T> => runQuery<T>(system.services, actor, query, input, asOf),
    /** The problem an attempt ends with; fails when it succeeds or breaks otherwise. */
    refused: async (definition: AnyAction | AnyQuery, input: unknown): Promise<Problem> => {
      try {
        if (definition.type === 'action') await runAction(system.services, actor, definition, input)
        else await runQuery(system.services, actor, definition, input)
      } catch (error) {
        if (error instanceof Problem) return error
        throw error
      }
      throw new Error(`${actor.name} pudo hacer ${definition.name}, y no debía`)
    },
    /** Runs work with a read context and the figures, as of a pair of dates. */
    reads: <T>(work: (context: ReadContext & { figures: FigureBook }) => Promise<T>, asOf: AsOf = now()): Promise<T> =>
      system.database.read(scopeOf(actor), (tx) => {
        const context = readContext(system.services, tx, actor, asOf)
        return work({ ...context, figures: figureBook(system.figures, context, 'test') })
      }),
  })
  return {
    system, as, folder,
    close: async () => {
      await system.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type Town = Awaited<ReturnType<typeof openTown>>

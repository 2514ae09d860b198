import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, AsOf, Day } from '#kernel'
import { defineAction, type Edge, readContext, type RecordKind, runAction, scopeOf, type SearchLine } from '#platform/actions'
import type { Tx } from '#platform/database'
import { z } from 'zod'
import { rosa, stranger } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { kinds, relations } from './relations.ts'
import { type Thread, threadOf } from './thread-of.ts'

const positions: readonly (readonly [string, number])[] = [[kinds.objective, 1], [kinds.planProgramme, 2], [kinds.project, 3], [kinds.budgetLine, 4], [kinds.tender, 5], [kinds.contract, 6], [kinds.paymentCertificate, 7], [kinds.indicator, 9], [kinds.supplier, 0]]
const lined: RecordKind[] = positions.map(([kind, position]) => ({ kind, title: kind, position, summarise: () => Promise.reject(new Error(`${kind} keeps search lines`)) }))
/** Payments keep no search line: their kind answers for them. */
const payments: RecordKind = { kind: kinds.payment, title: 'Pago', position: 8, summarise: async (ids, { tx }) => { await tx.raw('select 1', []); return ids.map((id) => ({ kind: kinds.payment, id, step: 'payment', title: `Decreto ${id}`, href: `/pagos/${id}` })) } }
const thread = threadOf([...lined, payments], [kinds.payment])

const weave = defineAction({
  name: 'evidence.test-weave', title: 'Tejer', input: z.object({ edges: z.array(z.any()), lines: z.array(z.any()), end: z.boolean().default(false) }), allowed: () => true,
  run: async ({ edges, lines, end }, context) => {
    for (const edge of edges as Edge[]) await (end ? context.unlink(edge) : context.link(edge))
    for (const line of lines as SearchLine[]) await context.index(line)
    return { result: {}, entry: { name: 'woven', summary: 'Se tejió' } }
  },
})
const ref = (kind: string, id: string) => ({ kind, id })
const edge = (from: readonly [string, string], relation: string, to: readonly [string, string]): Edge => ({ from: ref(...from), relation, to: ref(...to) })
const edges: Edge[] = [
  edge([kinds.objective, 'O'], relations.includes, [kinds.planProgramme, 'P']), edge([kinds.planProgramme, 'P'], relations.includes, [kinds.project, 'A']), edge([kinds.planProgramme, 'P'], relations.includes, [kinds.project, 'B']),
  edge([kinds.objective, 'O'], relations.measuredBy, [kinds.indicator, 'I']), edge([kinds.project, 'A'], relations.budgetedBy, [kinds.budgetLine, 'L']), edge([kinds.project, 'A'], relations.tenderedBy, [kinds.tender, 'T']), edge([kinds.tender, 'T'], relations.contractedBy, [kinds.contract, 'C']),
  edge([kinds.contract, 'C'], relations.suppliedBy, [kinds.supplier, 'S']), edge([kinds.contract, 'C'], relations.certifiedBy, [kinds.paymentCertificate, 'E1']), edge([kinds.contract, 'C'], relations.certifiedBy, [kinds.paymentCertificate, 'E2']),
  edge([kinds.paymentCertificate, 'E1'], relations.paidBy, [kinds.payment, 'D1']), edge([kinds.paymentCertificate, 'E2'], relations.paidBy, [kinds.payment, 'D2']), edge([kinds.project, 'B'], relations.budgetedBy, [kinds.budgetLine, 'hidden']),
]
const lines: SearchLine[] = [...[kinds.objective, 'O', kinds.planProgramme, 'P', kinds.project, 'A', kinds.project, 'B', kinds.budgetLine, 'L', kinds.tender, 'T', kinds.contract, 'C', kinds.paymentCertificate, 'E1', kinds.paymentCertificate, 'E2', kinds.indicator, 'I', kinds.supplier, 'S']].flatMap((kind, index, all) => (index % 2 ? [] : [{ kind, id: all[index + 1] ?? '', title: `Título ${all[index + 1]}`, href: `/r/${all[index + 1]}` }]))

let town: Town
beforeAll(async () => {
  town = await openTown({ instant: '2026-07-22T13:40:00Z' })
  await runAction(town.system.services, rosa, weave, { edges, lines: [...lines, { kind: kinds.budgetLine, id: 'hidden', title: 'Reservado', href: '/r/x', visibility: 'restricted' }] })
})
afterAll(() => town.close())

/** The thread of a record and how many statements it took. */
const read = (kind: string, id: string, options: { actor?: Actor; asOf?: AsOf } = {}): Promise<{ thread: Thread; statements: number }> => {
  const { actor = rosa, asOf = { effectiveOn: '2026-07-22' as Day, knownOn: '2026-07-22' as Day } } = options
  return town.system.database.read(scopeOf(actor), async (tx) => {
    let statements = 0
    const counting: Tx = { ...tx, all: (query) => { statements += 1; return tx.all(query) }, one: (query) => { statements += 1; return tx.one(query) }, raw: (...given) => { statements += 1; return tx.raw(...given) } }
    return { thread: await thread(ref(kind, id), readContext(town.system.services, counting, actor, asOf)), statements: statements }
  })
}
const states = ({ steps }: Thread) => Object.fromEntries(steps.map(({ position, state, count }) => [position, `${state} ${count}`]))

test('el hilo de un proyecto tiene sus nueve eslabones y cuesta tres consultas', async () => {
  const { thread: line, statements } = await read(kinds.project, 'A')
  expect(states(line)).toEqual({ 1: 'linked 1', 2: 'linked 1', 3: 'here 1', 4: 'linked 1', 5: 'linked 1', 6: 'linked 1', 7: 'linked 2', 8: 'linked 2', 9: 'linked 1' })
  expect(line.steps.map(({ title }) => title)).toEqual(['Objetivo', 'Programa', 'Proyecto', 'Presupuesto', 'Licitación', 'Contrato', 'Estados de pago', 'Pagos', 'Resultado'])
  expect(line.steps[7]?.records.map(({ title }) => title)).toEqual(['Decreto D1', 'Decreto D2'])
  expect(statements).toBe(3)
})
test('no arrastra al hermano: el otro proyecto del programa no está en este hilo', async () => {
  const { thread: line } = await read(kinds.project, 'A')
  expect(line.steps.flatMap(({ records }) => records.map(({ id }) => id))).not.toContain('B')
})
test('desde el pago se sube hasta el objetivo y su indicador; desde el objetivo se baja hasta los pagos', async () => {
  expect(states((await read(kinds.payment, 'D1')).thread)).toMatchObject({ 1: 'linked 1', 3: 'linked 1', 6: 'linked 1', 7: 'linked 1', 8: 'here 1', 9: 'linked 1' })
  expect(states((await read(kinds.objective, 'O')).thread)).toMatchObject({ 1: 'here 1', 3: 'linked 2', 8: 'linked 2', 9: 'linked 1' })
})
test('lo que falta se dice: el proyecto sin licitación tiene eslabones sin enlace', async () => {
  const { thread: line, statements } = await read(kinds.project, 'B', { actor: { ...rosa, clearances: ['public', 'council', 'internal'] } })
  // The restricted budget line is not told, not even its count; its kind is never asked for it (it would fail).
  expect(states(line)).toMatchObject({ 3: 'here 1', 4: 'missing 0', 5: 'missing 0', 8: 'missing 0' })
  expect(states((await read(kinds.project, 'B')).thread)[4]).toBe('linked 1')
  expect(statements).toBeLessThanOrEqual(3)
})
test('conocido al: antes de anotarse no hay hilo, y un enlace terminado ya no cuenta', async () => {
  expect((await read(kinds.project, 'A', { asOf: { effectiveOn: '2026-07-22' as Day, knownOn: '2026-07-21' as Day } })).thread.steps.filter(({ state }) => state === 'linked')).toEqual([])
  const [gone] = [edge([kinds.project, 'A'], relations.budgetedBy, [kinds.budgetLine, 'L'])]
  await runAction(town.system.services, rosa, weave, { edges: [gone], lines: [], end: true })
  expect(states((await read(kinds.project, 'A')).thread)[4]).toBe('missing 0')
})
test('otra comuna no ve nada, y un registro inexistente lo dice', async () => {
  await expect(read(kinds.contract, 'C', { actor: stranger })).rejects.toMatchObject({ status: 404 })
  await expect(read('nothing', randomUUID())).rejects.toMatchObject({ status: 404 })
})

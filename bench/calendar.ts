import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays, day, type Day } from '#kernel'
import { asOfNow, readContext, scopeOf } from '#platform/actions'
import { ensureTemplate, openEmbedded } from '#platform/database'
import { hashPassword } from '#platform/identity'
import { businessCalendar, dutiesOfYear, loadCalendarFacts } from '#calendar'
import { appendEntries } from '#evidence'
import { addCommune, addDefaultRoles, addPerson, addUnit } from '#registry'
import { loadLaw } from '#platform/law'
import { gatherWork } from '../src/app/home/gather.ts'
import { calendar, modules } from '../src/app/modules.ts'
import { actorOf } from '../src/app/server.ts'
import { openSystem } from '../src/app/system.ts'

/** «Mi trabajo», the mandate board and a year counted from a fresh book of law. Speaks one JSON line on standard output. */
const COMMUNE = '99001'
const ROUNDS = 40
const folder = mkdtempSync(join(tmpdir(), 'secplan-bench-calendar-'))
const engine = await openEmbedded({ template: await ensureTemplate() })
const system = await openSystem({ dataFolder: folder, host: '127.0.0.1', port: 0, demonstration: false, behindProxy: false, fixedInstant: '2026-07-22T13:40:00Z' }, { engine })
const scope = { commune: COMMUNE, accountId: '00000000-0000-4000-8000-000000000000', clearances: ['public' as const, 'council' as const, 'internal' as const] }
await system.database.asOwner((tx) => addCommune(tx, { code: COMMUNE, name: 'Villa Medida', municipality: 'Municipalidad de Villa Medida', region: 'La Araucanía', province: 'Cautín', since: '2024-01-01T09:00:00-03:00' }))
const passwordHash = await hashPassword('frase de la medición 1')
const account = await system.database.write(scope, async (tx) => {
  await addDefaultRoles(tx)
  const planning = randomUUID()
  await addUnit(tx, { code: 'SECPLA', name: 'Secretaría Comunal de Planificación', kind: 'direction' }, planning)
  for (const code of ['DAF', 'SECMUN', 'CONTROL', 'DOM', 'DIDECO', 'ALC', 'SEGURIDAD', 'DAEM', 'DESAM', 'OIRS']) await addUnit(tx, { code, name: `Dirección ${code}`, kind: 'direction' })
  const person = await addPerson(tx, { values: { name: 'Directora de prueba', email: 'd@medida.example' }, unitId: planning, offices: [{ role: 'planning_director', title: 'Directora', unitId: planning, from: '2020-01-01' as never }], passwordHash })
  return person.accountId ?? ''
})
const at = '2026-07-20T12:00:00Z'
const entry = (name: string, on: string) => ({ id: randomUUID(), action: `calendar.${name}`, accountId: account, recordedAt: at, effectiveOn: on, draft: { name, summary: 'Medición' } })
const done = Array.from({ length: 1500 }, (_, index) => { const on = addDays(day('2024-01-01'), index % 900); return { on, duty: ['cgr-01', 'tra-01', 'ren-01'][index % 3] ?? 'cgr-01', period: on.slice(0, 7), entry: entry('duty-fulfilled', on) } })
const asked = Array.from({ length: 400 }, (_, index) => ({ id: randomUUID(), due: addDays(day('2026-07-01'), index % 60), entry: entry('assignment-asked', '2026-07-10') }))
await system.database.write(scope, async (tx) => {
  await appendEntries(tx, [...done, ...asked].map((one) => one.entry))
  await loadCalendarFacts(tx, {
    events: done.map((one) => ({ id: randomUUID(), duty: one.duty, period: one.period, kind: 'fulfilled' as const, on: one.on as Day, title: 'Acto', entryId: one.entry.id })), occurrences: [], answers: [],
    assignments: asked.map((one) => ({ id: one.id, text: 'Encargo de medición', askedBy: 'Alcaldía', accountId: account, forAccountId: account, on: day('2026-07-10'), due: one.due, entryId: one.entry.id })),
  })
})
const actor = await actorOf(system)(COMMUNE, account)
if (!actor) throw new Error('sin cuenta')
const p95 = async (work: () => Promise<unknown>): Promise<number> => {
  const times: number[] = []
  await work()
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS * 0.95)] ?? 0
}
const read = (work: (context: ReturnType<typeof readContext>) => Promise<unknown>) => () => system.database.read(scopeOf(actor), (tx) => work(readContext(system.services, tx, actor, asOfNow(system.clock))))
const home = await p95(read((context) => gatherWork(modules, context)))
const board = await p95(read((context) => calendar.board(context)))
const started = performance.now()
const law = loadLaw()
const instances = dutiesOfYear(2026, law, businessCalendar(law, '09109')).length
const year = performance.now() - started
process.stdout.write(`${JSON.stringify({ home, board, year, instances })}\n`)
await system.close()
rmSync(folder, { recursive: true, force: true })
process.exit(0)

import { join } from 'node:path'
import { mkdirSync, writeFileSync } from 'node:fs'
import { refreshStatistics } from '#budget'
import type { Scope } from '#platform/database'
import { addCommune } from '#registry'
import { demoFiles, type DemoFacts, loncocheFacts, natalesFacts } from '../../../demo/index.ts'
import type { System } from '../system.ts'
import { loadActs } from './acts.ts'
import { loadBudget } from './budget.ts'
import { loadCalendar } from './calendar.ts'
import { loadCouncilDesk, loadSheets } from './council.ts'
import { loadObservations } from './observations.ts'
import { loadNatales } from './natales.ts'
import { loadPeople } from './people.ts'
import { loadReports } from './reports.ts'
import { prepareStatistics } from './statistics.ts'
import { loadRequests } from './requests.ts'
import { loadTerritory } from './territory.ts'
import { newTimeline } from './timeline.ts'
import { loadWork } from './work.ts'

type Progress = (share: number, message: string) => void
const scopeFor = (commune: string): Scope => ({ commune, accountId: '00000000-0000-4000-8000-000000000000', clearances: ['public', 'council', 'internal', 'restricted'] })

const addRow = (system: System, { commune }: DemoFacts) =>
  system.database.asOwner((owner) => addCommune(owner, { code: commune.code, name: commune.name, municipality: commune.municipality, region: commune.region, province: commune.province, address: commune.address, rut: commune.rut, demonstration: true, since: '2025-08-01T09:00:00-04:00' }))

/** Loads the two demonstration communes and leaves the trial files beside the data. */
export const loadDemonstration = async (system: System, dataFolder: string, progress: Progress): Promise<void> => {
  const { database } = system
  progress(0.02, 'preparando los hechos de Loncoche')
  const facts = loncocheFacts()
  await addRow(system, facts)
  const scope = scopeFor(facts.commune.code)
  const timeline = newTimeline(database, scope)
  progress(0.1, 'unidades, personas y cuentas')
  const ids = await database.write(scope, (tx) => loadPeople(tx, facts))
  await loadObservations(database, scope, facts, timeline)
  progress(0.2, `presupuesto: ${facts.movements.length} movimientos`)
  await loadBudget(database, scope, facts, ids, timeline, (share) => progress(0.2 + Math.min(1, share) * 0.5, 'movimientos'))
  progress(0.72, 'plan, proyectos y sesiones')
  await loadWork(database, scope, facts, ids, timeline)
  await database.write(scope, (tx) => loadActs(tx, system, facts, ids, timeline))
  await loadCalendar(database, scope, facts, ids, timeline)
  await database.write(scope, (tx) => loadRequests(tx, facts, ids, timeline))
  await loadCouncilDesk(database, scope, facts, ids, timeline)
  await system.database.asOwner((tx) => refreshStatistics(tx))
  progress(0.75, 'bitácora e informes')
  await loadReports(system, facts, ids, timeline, (share, message) => progress(0.75 + share * 0.15, message))
  await timeline.appendUpTo()
  await loadSheets(system, facts, ids)
  progress(0.88, 'conjuntos de datos; sus archivos se cargan después, en un trabajo a la vista')
  await prepareStatistics(system, facts, ids)
  await loadTerritory(system, facts, ids)
  progress(0.9, 'Natales, la segunda comuna')
  await addRow(system, natalesFacts())
  await loadNatales(system, scopeFor(natalesFacts().commune.code))
  const folder = join(dataFolder, 'archivos-para-probar')
  mkdirSync(folder, { recursive: true })
  for (const file of demoFiles(facts)) writeFileSync(join(folder, file.name), file.bytes)
  await system.engine.checkpoint()
  progress(1, `listo; hay balances para probar la carga en ${folder}`)
}

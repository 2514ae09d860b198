import { randomUUID } from 'node:crypto'
import { addPerson } from '#registry'
import { scopeOf } from '#platform/actions'
import { openTown, type Town, UNIT } from '../../../../tests/town.ts'
import { modules } from '../../../app/modules.ts'
import { everything } from './worksheets.fixture.ts'

const action = (name: string) => {
  const found = modules.flatMap(({ actions = [] }) => actions).find((one) => one.name === name)
  if (!found) throw new Error(`No existe ${name}`)
  return found
}
export const ids = { plaza: randomUUID(), bridge: randomUUID(), plan: randomUUID(), axis: randomUUID(), objective: randomUUID(), water: randomUUID(), books: randomUUID(), supplier: randomUUID(), natural: randomUUID(), commitment: randomUUID() }

/** A town with at least one record in every list that is edited in Excel. */
export const openFullTown = async (): Promise<Town & { readonly does: (name: string, input: unknown) => Promise<unknown> }> => {
  const town = await openTown()
  const does = (name: string, input: unknown) => town.as(everything).does(action(name), input)
  await does('projects.create-project', { id: ids.plaza, code: 'plaza', bip: '40031207-0', name: 'Reposición plaza de armas de Villa Prueba', place: 'Villa Prueba', totalCost: 200_000_000, stage: 'profile', since: '2026-01-10', unitId: UNIT.works })
  await does('projects.create-project', { id: ids.bridge, code: 'puente', name: 'Construcción puente peatonal estero Quilque', place: 'Quilque', totalCost: 90_000_000, since: '2026-01-10' })
  await does('projects.set-planned-curve', { id: ids.plaza, on: '2026-02-01', document: 'Contrato 12', points: [{ month: '2026-03', share: 0.1234 }, { month: '2026-06', share: 0.5 }] })
  await does('projects.report-progress', { id: randomUUID(), projectId: ids.plaza, share: 0.41, measuredOn: '2026-06-30', evidence: 'Informe 3', cause: '=lluvias' })
  await does('plan.create-plan', { id: ids.plan, name: 'Plan de prueba 2024–2030', startsOn: '2024-01-01', endsOn: '2030-12-31' })
  await does('plan.add-node', { id: ids.axis, planId: ids.plan, kind: 'axis', code: '1', name: 'Agua y salud' })
  await does('plan.add-node', { id: ids.objective, planId: ids.plan, parentId: ids.axis, kind: 'objective', code: '1.1', name: 'Agua segura', description: '-con guion y\ndos líneas' })
  const indicator = { nodeId: ids.objective, unit: 'familias', formula: 'Suma de arranques en servicio', direction: 'up', unitId: UNIT.community, baseline: { value: 100, year: 2023, source: 'Catastro 2023' }, targets: [{ year: 2026, value: 200.5 }, { year: 2027, value: 0.125 }] }
  await does('plan.add-indicator', { ...indicator, id: ids.water, code: 'I01', name: 'Familias conectadas' })
  await does('plan.add-indicator', { ...indicator, id: ids.books, code: 'I02', name: 'Préstamos de la biblioteca', unitId: UNIT.planning, targets: [] })
  await does('plan.record-measurement', { id: randomUUID(), indicatorId: ids.water, value: 170, measuredOn: '2026-06-30', source: 'Oficina de agua rural', document: 'Memorándum 12' })
  await does('registry.add-supplier', { id: ids.supplier, rut: '76.543.210-3', name: 'Áridos del Sur SpA', kind: 'legal', activity: 'Áridos', city: 'Temuco' })
  await does('registry.add-supplier', { id: ids.natural, rut: '12.345.678-5', name: 'Juana Cid Rain', kind: 'natural', activity: 'Honorarios', city: '' })
  await does('registry.add-institution', { id: randomUUID(), code: 'MOP', name: 'Ministerio de Obras Públicas', kind: 'ministry', rut: '61.202.000-0' })
  await does('calendar.save-local-duty', { id: randomUUID(), title: 'Informe al consejo comunal', trigger: 'year-date', day: '06-30', owner: 'SECPLA', evidence: 'Acta', norm: 'Reglamento interno', startsOn: '2026-01-01' })
  await does('calendar.assign', { id: randomUUID(), text: 'Pedir las fotos de la obra', until: '2026-08-01' })
  await does('council.note-commitment', { id: ids.commitment, sessionId: null, words: 'Reparar la sede de Quilque', promisedOn: '2026-06-01', unitId: UNIT.works, until: '2026-07-01' })
  await does('correspondence.register-incoming', { id: randomUUID(), sender: 'Contraloría Regional', document: 'Oficio 1.234', receivedOn: '2026-07-20', subject: 'Pide informe sobre una obra', unitId: UNIT.planning, requestKind: 'report-request' })
  await town.system.database.write(scopeOf(everything), (tx) => addPerson(tx, { values: { name: 'Elsa Rain Cid', email: 'elsa@villa.prueba' }, unitId: UNIT.community, offices: [] }))
  return { ...town, does }
}

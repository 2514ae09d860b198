import type { ProjectFact } from '../facts.ts'
import { instant, numberOf, openFrom } from './days.ts'
import { projectTable, type ProjectRow } from './project-table.ts'
import { programmeOf } from './programmes.ts'
import { firmNamed } from './suppliers.ts'
import type { Day } from '#kernel'

/** Papers of a project, in the order of its life: the stages it has gone through say which exist. */
const papers = (row: ProjectRow): ProjectFact['documents'] => {
  const list: { title: string; kind: string; date: Day }[] = [{ title: `Ficha de la iniciativa: ${row.name}`, kind: 'profile', date: (row.contractFrom ? '2024-08-14' : '2026-02-18') as Day }]
  if (row.tender) list.push({ title: `Bases de licitación ${row.tender}`, kind: 'tender', date: (row.contractFrom ? '2024-11-20' : '2026-05-25') as Day })
  if (row.contractFrom) list.push({ title: 'Contrato y decreto que lo aprueba', kind: 'contract', date: row.contractFrom as Day })
  for (const [index, one] of [...(row.done2025 ?? []), ...(row.done2026 ?? [])].entries()) list.push({ title: `Estado de pago N.º ${index + 1}`, kind: 'payment-certificate', date: one.on as Day })
  if (row.code === 'costanera') list.push({ title: 'Reprogramación propuesta por la empresa', kind: 'schedule', date: '2026-07-10' as Day })
  if (row.stage === 'received' || row.stage === 'operation') list.push({ title: 'Acta de recepción provisoria', kind: 'reception', date: (row.progress?.at(-1)?.[0] ?? '2026-06-30') as Day })
  if (row.stage === 'withdrawn') list.push({ title: 'Oficio que niega la cesión del terreno', kind: 'letter', date: '2026-05-06' as Day })
  return list
}

const fact = (row: ProjectRow, spent2025: readonly number[]): ProjectFact => {
  const unit = programmeOf(row.programme).unit
  const done = spent2025.reduce((sum, one) => sum + one, 0)
  const agreed = done + (row.contract2026?.amount ?? 0) * 1000 + (row.code === 'costanera' ? (1_041_330 - 624_510) * 1000 : 0)
  const cost = Math.max(row.cost * 1000, agreed)
  const own = row.source === 'MUN' ? cost : Math.round(cost * 0.05)
  return {
    code: row.code, ...(row.bip ? { bip: row.bip } : {}), name: row.name, stage: row.stage, place: row.place, ...(row.coordinates ? { coordinates: row.coordinates } : {}),
    unit: row.inspector ? 'DOM' : unit, formulator: row.formulator ?? (row.programme === '410' || row.programme === '402' ? 'andrea-painemal' : 'pedro-antilef'), ...(row.inspector ? { inspector: 'claudia-huenchulaf' } : {}),
    objectiveCode: row.objective, programme: row.programme, totalCost: cost,
    funding: row.source === 'MUN' ? [{ source: 'MUN', amount: cost }] : [{ source: row.source, amount: cost - own }, { source: 'MUN', amount: own }],
    ...(row.firm && row.contractFrom && row.days ? { contract: { supplier: firmNamed(row.firm), amount: agreed, from: row.contractFrom as Day, days: row.days, tender: row.tender ?? '' } } : {}),
    plannedCurve: (row.planned ?? []).map(([month, percent]) => ({ month, share: percent / 100 })),
    progress: (row.progress ?? []).map(([on, percent, cause, effect, measure], index) => {
      const evidence = row.stage === 'tender' || percent === 0 ? 'Informe de la unidad formuladora' : `Informe de inspección técnica N.º ${index + 1} y estado de pago del período`
      return { on: on as Day, share: percent / 100, recordedAt: instant(Math.min(openFrom(numberOf(on) + (on === '2026-06-30' ? 13 : 8)), numberOf('2026-07-20')), '11:05'), evidence, ...(cause ? { cause } : {}), ...(effect ? { effect } : {}), ...(measure ? { measure } : {}) }
    }),
    documents: papers(row), gender: { marker: row.gender, note: row.genderNote }, beneficiaries: { women: row.women, men: row.men },
  }
}
/** Facts of every project; `spent2025` are the certificates of 2025 in pesos by project. */
export const projectFacts = (spent2025: ReadonlyMap<string, readonly number[]>): ProjectFact[] => projectTable.map((row) => fact(row, spent2025.get(row.code) ?? []))

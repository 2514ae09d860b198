import { type Day, sortKey } from '#kernel'
import { sql, type Tx } from '#platform/database'
import type { Stage } from '../contract.ts'
import type { PlannedPoint } from '../progress/curve.ts'
import type { Contract, ProgressReport, ProjectState, StageChange } from './project.ts'

export type ProjectRow = {
  id: string; version: number; code: string; bip: string | null; name: string; place: string; longitude: number | null; latitude: number | null
  unit_id: string | null; formulator_id: string | null; inspector_id: string | null; gender_marker: number | null; gender_note: string; beneficiaries_women: number | null; beneficiaries_men: number | null
}
export type ProjectFields = {
  id: string; code: string; bip: string | null; name: string; place: string; longitude: number | null; latitude: number | null; unitId: string | null; formulatorId: string | null; inspectorId: string | null
  genderMarker: number | null; genderNote: string; beneficiariesWomen: number | null; beneficiariesMen: number | null
}
type Of<Fact> = Fact & { project_id: string }
export type ProjectFilter = { readonly knownSeq: number; readonly on: Day; readonly ids?: readonly string[] }

const COLUMNS = sql`p.id, p.version, p.code, p.bip, p.name, p.place, p.longitude, p.latitude, p.unit_id, p.formulator_id, p.inspector_id, p.gender_marker, p.gender_note, p.beneficiaries_women, p.beneficiaries_men`
const groups = <Row extends { project_id: string }>(rows: readonly Row[]): Map<string, Row[]> => {
  const map = new Map<string, Row[]>()
  for (const row of rows) map.set(row.project_id, [...(map.get(row.project_id) ?? []), row])
  return map
}

/** Facts of projects as of a ledger number and a day. Every fact is asked for projects whose row the reader may see. */
const factReader = (tx: Tx, knownSeq: number, on: Day, ids: readonly string[]) => {
  const list = ids as string[]
  return {
    stages: () => tx.all<Of<StageChange>>(sql`
      select f.project_id, f.stage, f.changed_on as "on", f.reason, f.document, f.recorded_by as "recordedBy" from projects.stage_changes f join evidence.posted e on e.commune = f.commune and e.entry_id = f.entry_id
      where f.commune = ${tx.commune} and f.project_id = any (${list}::uuid[]) and e.seq <= ${knownSeq} and f.changed_on <= ${on} and not exists (select from evidence.posted u where u.commune = e.commune and u.undoes = e.seq and u.seq <= ${knownSeq}) order by f.changed_on, e.seq`),
    costs: () => tx.all<Of<{ amount: number; on: Day; reason: string }>>(sql`
      select distinct on (f.project_id) f.project_id, f.amount, f.effective_on as "on", f.reason from projects.costs f join evidence.posted e on e.commune = f.commune and e.entry_id = f.entry_id
      where f.commune = ${tx.commune} and f.project_id = any (${list}::uuid[]) and e.seq <= ${knownSeq} and f.effective_on <= ${on} and not exists (select from evidence.posted u where u.commune = e.commune and u.undoes = e.seq and u.seq <= ${knownSeq}) order by f.project_id, e.seq desc`),
    fundings: () => tx.all<Of<{ source: string; amount: number }>>(sql`
      select project_id, source, amount from (select f.project_id, f.source, f.amount, rank() over (partition by f.project_id order by e.seq desc) as recent from projects.fundings f join evidence.posted e on e.commune = f.commune and e.entry_id = f.entry_id
        where f.commune = ${tx.commune} and f.project_id = any (${list}::uuid[]) and e.seq <= ${knownSeq} and f.effective_on <= ${on} and not exists (select from evidence.posted u where u.commune = e.commune and u.undoes = e.seq and u.seq <= ${knownSeq})) sets where recent = 1 order by amount desc, source`),
    curve: () => tx.all<Of<PlannedPoint>>(sql`
      select project_id, month, share from (select f.project_id, f.month, f.share, rank() over (partition by f.project_id order by e.seq desc) as recent from projects.planned_points f join evidence.posted e on e.commune = f.commune and e.entry_id = f.entry_id
        where f.commune = ${tx.commune} and f.project_id = any (${list}::uuid[]) and e.seq <= ${knownSeq} and f.effective_on <= ${on}
          and not exists (select from evidence.posted u where u.commune = e.commune and u.undoes = e.seq and u.seq <= ${knownSeq})) sets where recent = 1 order by month`),
    reports: () => tx.all<Of<ProgressReport>>(sql`
      select distinct on (f.project_id, f.measured_on) f.project_id, f.id, f.measured_on as "on", f.share, f.evidence, f.file_hash as "fileHash", f.cause, f.effect, f.measure, f.recorded_by as "recordedBy", e.recorded_at as "recordedAt",
        (a.seq is not null and a.seq <= ${knownSeq}) as approved
      from projects.progress_reports f join evidence.posted e on e.commune = f.commune and e.entry_id = f.entry_id
      left join projects.progress_approvals v on v.commune = f.commune and v.report_id = f.id left join evidence.posted a on a.commune = v.commune and a.entry_id = v.entry_id
      where f.commune = ${tx.commune} and f.project_id = any (${list}::uuid[]) and e.seq <= ${knownSeq} and f.measured_on <= ${on} and not exists (select from evidence.posted u where u.commune = e.commune and u.undoes = e.seq and u.seq <= ${knownSeq}) order by f.project_id, f.measured_on, e.seq desc`),
    contracts: () => tx.all<Of<Contract>>(sql`
      select f.project_id, f.id, f.number, f.supplier_id as "supplierId", f.tender_code as "tenderCode", f.amount, f.signed_on as "signedOn", f.starts_on as "startsOn", f.days from projects.contracts f join evidence.posted e on e.commune = f.commune and e.entry_id = f.entry_id
      where f.commune = ${tx.commune} and f.project_id = any (${list}::uuid[]) and e.seq <= ${knownSeq} and f.signed_on <= ${on} order by f.signed_on, e.seq`),
  }
}
const stateOf = (row: ProjectRow) => ({
  id: row.id, version: row.version, code: row.code, bip: row.bip, name: row.name, place: row.place, longitude: row.longitude, latitude: row.latitude, unitId: row.unit_id, formulatorId: row.formulator_id, inspectorId: row.inspector_id,
  genderMarker: row.gender_marker, genderNote: row.gender_note, women: row.beneficiaries_women, men: row.beneficiaries_men,
})

export const projectStore = (tx: Tx) => ({
  rows: ({ knownSeq, ids }: ProjectFilter) => tx.all<ProjectRow>(sql`
    select ${COLUMNS} from projects.projects p join evidence.posted e on e.commune = p.commune and e.entry_id = p.entry_id left join evidence.posted x on x.commune = p.commune and x.entry_id = p.undone_entry
    where p.commune = ${tx.commune} and e.seq <= ${knownSeq} and (x.seq is null or x.seq > ${knownSeq}) ${ids ? sql`and p.id = any (${ids as string[]}::uuid[])` : sql``} order by p.sort_key, p.id`),
  /** Projects with all their facts: seven statements whatever their number. A project exists from its first stage on. */
  states: async function (filter: ProjectFilter): Promise<ProjectState[]> {
    const rows = await this.rows(filter)
    if (rows.length === 0) return []
    const read = factReader(tx, filter.knownSeq, filter.on, rows.map(({ id }) => id))
    const stages = groups(await read.stages())
    const [costs, fundings, curve, reports, contracts] = [groups(await read.costs()), groups(await read.fundings()), groups(await read.curve()), groups(await read.reports()), groups(await read.contracts())]
    return rows.filter(({ id }) => stages.has(id)).map((row) => ({
      ...stateOf(row), stages: stages.get(row.id) ?? [], cost: costs.get(row.id)?.[0] ?? null, fundings: fundings.get(row.id) ?? [], curve: curve.get(row.id) ?? [], reports: reports.get(row.id) ?? [], contracts: contracts.get(row.id) ?? [],
    }))
  },
  get: (id: string) => tx.one<ProjectRow>(sql`select ${COLUMNS} from projects.projects p where p.commune = ${tx.commune} and p.id = ${id}`),
  add: (row: ProjectFields & { entryId: string }) =>
    tx.run(sql`insert into projects.projects (commune, id, code, bip, name, sort_key, place, longitude, latitude, unit_id, formulator_id, inspector_id, gender_marker, gender_note, beneficiaries_women, beneficiaries_men, entry_id)
      values (${tx.commune}, ${row.id}, ${row.code}, ${row.bip}, ${row.name}, ${sortKey(row.name)}, ${row.place}, ${row.longitude}, ${row.latitude}, ${row.unitId}, ${row.formulatorId}, ${row.inspectorId}, ${row.genderMarker}, ${row.genderNote}, ${row.beneficiariesWomen}, ${row.beneficiariesMen}, ${row.entryId})`),
  /** Rows changed: 0 when another version is in place. */
  change: (row: ProjectFields & { version: number }) =>
    tx.run(sql`update projects.projects set code = ${row.code}, bip = ${row.bip}, name = ${row.name}, sort_key = ${sortKey(row.name)}, place = ${row.place}, longitude = ${row.longitude}, latitude = ${row.latitude}, unit_id = ${row.unitId},
      formulator_id = ${row.formulatorId}, inspector_id = ${row.inspectorId}, gender_marker = ${row.genderMarker}, gender_note = ${row.genderNote}, beneficiaries_women = ${row.beneficiariesWomen}, beneficiaries_men = ${row.beneficiariesMen}, version = version + 1
      where commune = ${tx.commune} and id = ${row.id} and version = ${row.version}`),
  setCost: (row: { projectId: string; amount: number; on: Day; reason: string; entryId: string }) =>
    tx.run(sql`insert into projects.costs (commune, project_id, entry_id, amount, effective_on, reason) values (${tx.commune}, ${row.projectId}, ${row.entryId}, ${row.amount}, ${row.on}, ${row.reason})`),
  addFunding: (row: { projectId: string; source: string; amount: number; on: Day; entryId: string }) =>
    tx.run(sql`insert into projects.fundings (commune, project_id, entry_id, source, amount, effective_on) values (${tx.commune}, ${row.projectId}, ${row.entryId}, ${row.source}, ${row.amount}, ${row.on})`),
  changeStage: (row: { projectId: string; stage: Stage; on: Day; reason: string; document: string; fileHash?: string; recordedBy: string; entryId: string }) =>
    tx.run(sql`insert into projects.stage_changes (commune, project_id, entry_id, stage, changed_on, reason, document, file_hash, recorded_by) values (${tx.commune}, ${row.projectId}, ${row.entryId}, ${row.stage}, ${row.on}, ${row.reason}, ${row.document}, ${row.fileHash ?? null}, ${row.recordedBy})`),
  plan: (row: PlannedPoint & { projectId: string; on: Day; document: string; entryId: string }) =>
    tx.run(sql`insert into projects.planned_points (commune, project_id, entry_id, month, share, effective_on, document) values (${tx.commune}, ${row.projectId}, ${row.entryId}, ${row.month}, ${row.share}, ${row.on}, ${row.document})`),
  report: (row: { id: string; projectId: string; share: number; measuredOn: Day; evidence: string; fileHash?: string; cause: string; effect: string; measure: string; recordedBy: string; entryId: string }) =>
    tx.run(sql`insert into projects.progress_reports (commune, id, project_id, share, measured_on, evidence, file_hash, cause, effect, measure, recorded_by, entry_id)
      values (${tx.commune}, ${row.id}, ${row.projectId}, ${row.share}, ${row.measuredOn}, ${row.evidence}, ${row.fileHash ?? null}, ${row.cause}, ${row.effect}, ${row.measure}, ${row.recordedBy}, ${row.entryId})`),
  reportToApprove: (id: string) => tx.one<{ project_id: string; recorded_by: string; measured_on: Day; name: string; approved: boolean }>(sql`
    select r.project_id, r.recorded_by, r.measured_on, p.name, exists (select from projects.progress_approvals a where a.commune = r.commune and a.report_id = r.id) as approved
    from projects.progress_reports r join projects.projects p on p.commune = r.commune and p.id = r.project_id where r.commune = ${tx.commune} and r.id = ${id}`),
  approve: (row: { reportId: string; approvedBy: string; entryId: string }) =>
    tx.run(sql`insert into projects.progress_approvals (commune, report_id, approved_by, entry_id) values (${tx.commune}, ${row.reportId}, ${row.approvedBy}, ${row.entryId})`),
  addContract: (row: Contract & { projectId: string; entryId: string }) =>
    tx.run(sql`insert into projects.contracts (commune, id, project_id, supplier_id, tender_code, number, amount, signed_on, starts_on, days, entry_id)
      values (${tx.commune}, ${row.id}, ${row.projectId}, ${row.supplierId}, ${row.tenderCode}, ${row.number}, ${row.amount}, ${row.signedOn}, ${row.startsOn}, ${row.days}, ${row.entryId})`),
  /** Contracts by id, by tender code or by supplier, with the project the reader may see. */
  contracts: (filter: { knownSeq: number; ids?: readonly string[]; tenders?: readonly string[]; supplierId?: string }) =>
    tx.all<Contract & { project_id: string; project: string }>(sql`
      select f.id, f.project_id, p.name as project, f.number, f.supplier_id as "supplierId", f.tender_code as "tenderCode", f.amount, f.signed_on as "signedOn", f.starts_on as "startsOn", f.days
      from projects.contracts f join evidence.posted e on e.commune = f.commune and e.entry_id = f.entry_id join projects.projects p on p.commune = f.commune and p.id = f.project_id
      where f.commune = ${tx.commune} and e.seq <= ${filter.knownSeq} ${filter.ids ? sql`and f.id = any (${filter.ids as string[]}::uuid[])` : sql``} ${filter.tenders ? sql`and f.tender_code = any (${filter.tenders as string[]})` : sql``}
        ${filter.supplierId ? sql`and f.supplier_id = ${filter.supplierId}` : sql``} order by f.signed_on desc`),
})

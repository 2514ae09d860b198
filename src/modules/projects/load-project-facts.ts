import { type Day, sortKey } from '#kernel'
import { insertMany, type Tx } from '#platform/database'
import { bulkEvidence, kinds, relations, stableId } from '#evidence'
import { type Stage, stageTitle } from './contract.ts'
import { contractTitle } from './contracts/contract-title.ts'
import { projectHref } from './hrefs.ts'
import { pastStages } from './stages/past-stages.ts'

/** What a commune brings of its portfolio, in bulk. Codes are stable keys; money in whole pesos, shares 0–1. */
export type ProjectLoad = {
  readonly code: string; readonly bip?: string; readonly name: string; readonly stage: Stage; readonly place: string; readonly coordinates?: readonly [number, number]
  readonly unit: string; readonly formulator: string; readonly inspector?: string; readonly objectiveCode: string; readonly programme: string
  readonly funding: readonly { readonly source: string; readonly amount: number }[]; readonly totalCost: number
  readonly contract?: { readonly supplier: string; readonly amount: number; readonly from: Day; readonly days: number; readonly tender: string }
  readonly plannedCurve: readonly { readonly month: string; readonly share: number }[]
  readonly progress: readonly { readonly on: Day; readonly share: number; readonly recordedAt: string; readonly evidence: string; readonly cause?: string; readonly effect?: string; readonly measure?: string; readonly approved?: boolean }[]
  readonly gender: { readonly marker: 0 | 1 | 2; readonly note: string }; readonly beneficiaries: { readonly women: number; readonly men: number }
  /** Papers of the project: the tender, the contract and the reception date its stages. */ readonly documents?: readonly { readonly title: string; readonly kind: string; readonly date: Day }[]
}
export type ProjectLoadPorts = {
  readonly entryId: string; readonly on: Day
  /** The entry of a report or its approval; `about` is the project it concerns, and what the entry may say of it. */
  readonly entryFor: (what: 'progress' | 'approval', recordedAt: string, about: { readonly id: string; readonly name: string; readonly on: Day; readonly share: number }) => string
  /** The entry of what was known of one project when it was brought; `entryId` unless told. */
  readonly entryOf?: (project: { readonly id: string; readonly name: string }) => string
  readonly recordedBy: string; readonly approvedBy: string
  readonly unitId: (code: string) => string | undefined; readonly personId: (key: string) => string | undefined; readonly supplierId: (rut: string) => string | undefined
  readonly objectiveId: (code: string) => string | undefined
  /** Programme of the plan, and programme of the budget, that a project belongs to: whichever the commune keeps. */
  readonly programmeId: (code: string) => string | undefined; readonly budgetProgrammeId?: (code: string) => string | undefined
}

/** Writes projects with their facts and edges, in a few statements. Returns the ids by code. */
export const loadProjectFacts = async (tx: Tx, projects: readonly ProjectLoad[], ports: ProjectLoadPorts): Promise<{ readonly projects: ReadonlyMap<string, string>; readonly contracts: ReadonlyMap<string, string> }> => {
  const { commune } = tx
  const own = (code: string) => stableId(commune, 'project', code)
  const fill = <T,>(rows: readonly unknown[], value: T): T[] => rows.map(() => value)
  const communes = (rows: readonly unknown[]) => ({ name: 'commune', type: 'text', values: fill(rows, commune) })
  const entryOf = new Map(projects.map(({ code, name }) => [own(code), ports.entryOf?.({ id: own(code), name }) ?? ports.entryId]))
  const entries = (rows: readonly { readonly project: string }[]) => ({ name: 'entry_id', type: 'uuid', values: rows.map(({ project }) => entryOf.get(project) ?? ports.entryId) })
  const owners = (rows: readonly { readonly project: string }[]) => ({ name: 'project_id', type: 'uuid', values: rows.map(({ project }) => project) })
  const text = (name: string, values: readonly string[]) => ({ name, type: 'text', values })
  await insertMany(tx, 'projects.projects', [
    communes(projects), { name: 'id', type: 'uuid', values: projects.map(({ code }) => own(code)) }, text('code', projects.map(({ code }) => code)), { name: 'bip', type: 'text', values: projects.map(({ bip }) => bip ?? null) },
    text('name', projects.map(({ name }) => name)), text('sort_key', projects.map(({ name }) => sortKey(name))), text('place', projects.map(({ place }) => place)),
    { name: 'longitude', type: 'float8', values: projects.map(({ coordinates }) => coordinates?.[0] ?? null) }, { name: 'latitude', type: 'float8', values: projects.map(({ coordinates }) => coordinates?.[1] ?? null) },
    { name: 'unit_id', type: 'uuid', values: projects.map(({ unit }) => ports.unitId(unit) ?? null) }, { name: 'formulator_id', type: 'uuid', values: projects.map(({ formulator }) => ports.personId(formulator) ?? null) },
    { name: 'inspector_id', type: 'uuid', values: projects.map(({ inspector }) => (inspector ? (ports.personId(inspector) ?? null) : null)) }, { name: 'gender_marker', type: 'smallint', values: projects.map(({ gender }) => gender.marker) },
    text('gender_note', projects.map(({ gender }) => gender.note)), { name: 'beneficiaries_women', type: 'int', values: projects.map(({ beneficiaries }) => beneficiaries.women) }, { name: 'beneficiaries_men', type: 'int', values: projects.map(({ beneficiaries }) => beneficiaries.men) }, entries(projects.map(({ code }) => ({ project: own(code) }))),
  ])
  const rows = projects.map((project) => { const history = pastStages(project, ports.on); return { ...project, project: own(project.code), history, since: history[0]?.on ?? ports.on } })
  const sinceDay = (list: readonly { readonly since: Day }[], name: string) => ({ name, type: 'date', values: list.map((row) => row.since) })
  await insertMany(tx, 'projects.costs', [communes(rows), owners(rows), entries(rows), { name: 'amount', type: 'bigint', values: rows.map(({ totalCost }) => totalCost) }, sinceDay(rows, 'effective_on'), text('reason', fill(rows, 'Ficha de la iniciativa'))])
  const stages = rows.flatMap(({ history, project }) => history.map((one) => ({ ...one, project })))
  await insertMany(tx, 'projects.stage_changes', [communes(stages), owners(stages), entries(stages), text('stage', stages.map(({ stage }) => stage)), { name: 'changed_on', type: 'date', values: stages.map(({ on }) => on) }, text('document', stages.map(({ document }) => document)), text('reason', fill(stages, 'Según los antecedentes del proyecto')), { name: 'recorded_by', type: 'uuid', values: fill(stages, ports.recordedBy) }])
  const fundings = rows.flatMap((row) => row.funding.map((one) => ({ ...one, project: row.project, since: row.since })))
  await insertMany(tx, 'projects.fundings', [communes(fundings), owners(fundings), entries(fundings), text('source', fundings.map(({ source }) => source)), { name: 'amount', type: 'bigint', values: fundings.map(({ amount }) => amount) }, sinceDay(fundings, 'effective_on')])
  const points = rows.flatMap((row) => row.plannedCurve.map((one) => ({ ...one, project: row.project, since: row.since })))
  await insertMany(tx, 'projects.planned_points', [communes(points), owners(points), entries(points), text('month', points.map(({ month }) => month)), { name: 'share', type: 'float8', values: points.map(({ share }) => share) }, sinceDay(points, 'effective_on'), text('document', fill(points, 'Programación contractual'))])
  const reports = rows.flatMap((row) => row.progress.map((one) => ({ ...one, project: row.project, about: { id: row.project, name: row.name, on: one.on, share: one.share }, id: stableId(commune, 'progress', `${row.code} ${one.on}`) })))
  await insertMany(tx, 'projects.progress_reports', [
    communes(reports), { name: 'id', type: 'uuid', values: reports.map(({ id }) => id) }, owners(reports), { name: 'share', type: 'float8', values: reports.map(({ share }) => share) }, { name: 'measured_on', type: 'date', values: reports.map(({ on }) => on) },
    text('evidence', reports.map(({ evidence }) => evidence)), text('cause', reports.map(({ cause }) => cause ?? '')), text('effect', reports.map(({ effect }) => effect ?? '')), text('measure', reports.map(({ measure }) => measure ?? '')),
    { name: 'recorded_by', type: 'uuid', values: fill(reports, ports.recordedBy) }, { name: 'entry_id', type: 'uuid', values: reports.map(({ recordedAt, about }) => ports.entryFor('progress', recordedAt, about)) },
  ])
  const approved = reports.filter((one) => one.approved !== false)
  await insertMany(tx, 'projects.progress_approvals', [communes(approved), { name: 'report_id', type: 'uuid', values: approved.map(({ id }) => id) }, { name: 'approved_by', type: 'uuid', values: fill(approved, ports.approvedBy) }, { name: 'entry_id', type: 'uuid', values: approved.map(({ recordedAt, about }) => ports.entryFor('approval', recordedAt, about)) }])
  const contracts = rows.flatMap((row) => {
    const supplier = row.contract ? ports.supplierId(row.contract.supplier) : undefined
    return row.contract && supplier ? [{ ...row.contract, supplierId: supplier, project: row.project, name: row.name, id: stableId(commune, 'contract', row.code), code: row.code }] : []
  })
  await insertMany(tx, 'projects.contracts', [
    communes(contracts), { name: 'id', type: 'uuid', values: contracts.map(({ id }) => id) }, owners(contracts), { name: 'supplier_id', type: 'uuid', values: contracts.map(({ supplierId }) => supplierId) }, text('tender_code', contracts.map(({ tender }) => tender)),
    { name: 'amount', type: 'bigint', values: contracts.map(({ amount }) => amount) }, { name: 'signed_on', type: 'date', values: contracts.map(({ from }) => from) }, { name: 'starts_on', type: 'date', values: contracts.map(({ from }) => from) }, { name: 'days', type: 'int', values: contracts.map(({ days }) => days) }, entries(contracts),
  ])
  const evidence = bulkEvidence(tx)
  const projectRef = (id: string) => ({ kind: kinds.project, id })
  const tenders = contracts.filter(({ tender }) => tender)
  await evidence.link(ports.entryId, [
    ...rows.flatMap((row) => {
      const [programme, budgeted, objective] = [ports.programmeId(row.programme), ports.budgetProgrammeId?.(row.programme), ports.objectiveId(row.objectiveCode)]
      return [...(programme ? [{ from: { kind: kinds.planProgramme, id: programme }, relation: relations.includes, to: projectRef(row.project) }] : []), ...(budgeted ? [{ from: { kind: kinds.budgetProgramme, id: budgeted }, relation: relations.includes, to: projectRef(row.project) }] : []), ...(objective ? [{ from: { kind: kinds.objective, id: objective }, relation: relations.includes, to: projectRef(row.project) }] : [])]
    }),
    ...contracts.flatMap((row) => [{ from: projectRef(row.project), relation: relations.contractedBy, to: { kind: kinds.contract, id: row.id } }, { from: { kind: kinds.contract, id: row.id }, relation: relations.suppliedBy, to: { kind: kinds.supplier, id: row.supplierId } }]),
    ...tenders.flatMap((row) => [{ from: projectRef(row.project), relation: relations.tenderedBy, to: { kind: kinds.tender, id: row.tender } }, { from: { kind: kinds.tender, id: row.tender }, relation: relations.contractedBy, to: { kind: kinds.contract, id: row.id } }]),
  ])
  await evidence.index([
    ...rows.map((row) => ({ ...projectRef(row.project), title: row.name, subtitle: [row.bip ? `BIP ${row.bip}` : '', stageTitle[row.stage], row.place].filter(Boolean).join(' · '), href: projectHref(row.project), visibility: 'council' as const })),
    ...contracts.map((row) => ({ kind: kinds.contract, id: row.id, title: contractTitle({ tenderCode: row.tender }), subtitle: row.name, href: projectHref(row.project), visibility: 'council' as const })),
    ...tenders.map((row) => ({ kind: kinds.tender, id: row.tender, title: `Licitación ${row.tender}`, subtitle: row.name, href: projectHref(row.project), visibility: 'council' as const })),
  ])
  await evidence.keep(rows.map((row) => ({ ...projectRef(row.project), entryId: entryOf.get(row.project) ?? ports.entryId, effectiveOn: row.since, data: { code: row.code, bip: row.bip ?? null, name: row.name, place: row.place, stage: row.stage, totalCost: row.totalCost } })))
  return { projects: new Map(rows.map(({ code, project }) => [code, project])), contracts: new Map(contracts.map(({ code, id }) => [code, id])) }
}

import { describe, expect, test } from 'vitest'
import { readRut } from '#kernel'
import { demoTable } from '../read-table.ts'
import { natalesFacts } from '../natales/facts.ts'
import { loncocheFacts } from './facts.ts'

const facts = loncocheFacts()
const set = (values: readonly string[]): Set<string> => new Set(values)
const units = set(facts.units.map((one) => one.code))
const programmes = set(facts.programmes.map((one) => one.code))
const objectives = set(facts.plan.objectives.map((one) => one.code))
const sources = set(facts.fundingSources.map((one) => one.code))
const projects = set(facts.projects.map((one) => one.code))
const lines = set(facts.lines.map((one) => one.key))
const people = set(facts.people.map((one) => one.key))
const firms = set(facts.suppliers.map((one) => one.rut))
const missing = (values: readonly (string | undefined)[], known: Set<string>): string[] => [...new Set(values.filter((value): value is string => value !== undefined && !known.has(value)))]

describe('every reference resolves', () => {
  test('units, offices and people', () => {
    expect(missing(facts.units.map((one) => one.parent), units)).toEqual([])
    expect(missing(facts.people.map((one) => one.unit), units)).toEqual([])
    expect(facts.people.length).toBeGreaterThanOrEqual(22)
    const actors = set('mayor councillor civil_council city_manager planning_director planning_section_head planning_analyst urban_adviser finance works community control legal clerk unit_requester health education security dpo ciso auditor_ext funder_viewer seremi_viewer supplier citizen admin_tech'.split(' '))
    expect(missing(facts.people.flatMap((one) => [...one.roles, ...one.offices.map((office) => office.role)]), actors)).toEqual([])
  })
  test('programmes, projects and indicators hang from the plan', () => {
    expect(missing(facts.programmes.map((one) => one.unit), units)).toEqual([])
    expect(missing([...facts.programmes, ...facts.projects].map((one) => one.objectiveCode), objectives)).toEqual([])
    expect(missing(facts.plan.indicators.map((one) => one.objective), objectives)).toEqual([])
    expect(missing([...objectives], set(facts.plan.indicators.map((one) => one.objective)))).toEqual([])
    expect(missing(facts.plan.objectives.map((one) => one.axis), set(facts.plan.axes.map((one) => one.code)))).toEqual([])
    expect(facts.programmes.length).toBeGreaterThanOrEqual(25)
    expect(facts.plan.indicators.length).toBeGreaterThanOrEqual(30)
    expect(facts.projects.length).toBe(24)
  })
  test('projects name known people, firms, sources and programmes', () => {
    expect(missing(facts.projects.flatMap((one) => [one.formulator, one.inspector]), people)).toEqual([])
    expect(missing(facts.projects.map((one) => one.contract?.supplier), firms)).toEqual([])
    expect(missing(facts.projects.flatMap((one) => one.funding.map((part) => part.source)), sources)).toEqual([])
    expect(missing(facts.projects.map((one) => one.programme), programmes)).toEqual([])
    for (const one of facts.projects) expect(one.funding.reduce((sum, part) => sum + part.amount, 0), one.code).toBe(one.totalCost)
    for (const one of facts.projects) if (one.bip) expect(one.bip).toMatch(/^\d{8}-\d$/)
  })
  test('lines and movements', () => {
    expect(missing(facts.lines.map((one) => one.unit), units)).toEqual([])
    expect(missing(facts.lines.map((one) => one.programme), programmes)).toEqual([])
    expect(missing(facts.lines.map((one) => one.project), projects)).toEqual([])
    expect(missing(facts.lines.map((one) => one.fundingSource), sources)).toEqual([])
    expect(missing([...facts.movements.map((one) => one.line), ...facts.amendments.flatMap((one) => one.lines.map((change) => change.line))], lines)).toEqual([])
    expect(missing(facts.movements.map((one) => one.supplier), firms)).toEqual([])
    expect(missing(facts.movements.map((one) => one.project), projects)).toEqual([])
    expect(missing([...lines], set(facts.movements.map((one) => one.line)))).toEqual([])
    for (const line of facts.lines) if (line.programme) expect(String(line.area)).toBe(line.programme[0])
  })
  test('every account is of the classifier or declared local, and local ones hang from one that exists', () => {
    const classifier = set(demoTable('loncoche/data/clasificador.csv').map((row) => row['codigo_largo'] ?? ''))
    const local = set(facts.localAccounts.map((one) => one.code))
    const known = new Set([...classifier, ...local])
    expect(missing(facts.lines.map((one) => one.account), known)).toEqual([])
    expect([...local].filter((code) => classifier.has(code))).toEqual([])
    const parent = (code: string): string => { const groups = code.split('-'); const last = groups.findLastIndex((group) => !/^0+$/.test(group)); return groups.map((group, index) => (index === last ? '0'.repeat(group.length) : group)).join('-') }
    expect([...local].map(parent).filter((code) => !known.has(code))).toEqual([])
  })
  test('RUTs are valid and nobody shares one', () => {
    const all = [...facts.people, ...facts.suppliers, ...natalesFacts().people].map((one) => one.rut)
    expect(all.filter((rut) => readRut(rut) !== rut)).toEqual([])
    expect(new Set(all).size).toBe(all.length)
    expect(new Set(facts.suppliers.map((one) => one.name)).size).toBe(facts.suppliers.length)
    expect(facts.suppliers.length).toBeGreaterThanOrEqual(120)
    expect(readRut(facts.commune.rut ?? '')).toBe('69191100-4')
  })
  test('council: sessions are numbered in order and N.º 58 is on Thursday 30 July 2026', () => {
    expect(facts.council.sessions.find((one) => one.number === 58)?.date).toBe('2026-07-30')
    const dates = facts.council.sessions.map((one) => one.date)
    expect([...dates].sort()).toEqual(dates)
    for (const one of facts.amendments) expect(facts.council.sessions.some((session) => session.number === one.session.number && session.date === one.session.date)).toBe(true)
  })
  test('payments of a document share its date, and one document has one number', () => {
    const dates = new Map<string, string>()
    for (const one of facts.movements) {
      const key = `${one.document.kind} ${one.document.number}`
      if (one.document.kind === 'invoice') continue
      expect(dates.get(key) ?? one.document.date, key).toBe(one.document.date)
      dates.set(key, one.document.date)
    }
  })
})

describe('real series', () => {
  const value = (series: string, year: number) => facts.observations.find((one) => one.series === series && one.year === year)
  test('are the published ones, with states kept and the two populations apart', () => {
    expect(value('sinim/1110', 2023)?.value).toBe(9_798_935)
    expect(value('sinim/4173', 2024)?.value).toBe(235_988)
    expect(value('sinim/4341', 2020)).toMatchObject({ value: null, state: 'No Recepcionado' })
    expect(value('ine/population-projection', 2026)?.value).toBe(24_778)
    expect(value('ine/census-population', 2024)?.value).toBe(25_158)
    expect(facts.observations.filter((one) => one.value === null && !one.state)).toEqual([])
  })
  test('give the indicators their base values', () => {
    for (const one of facts.plan.indicators) {
      const series = /SINIM, variable (\d+)/.exec(one.baseline.source)?.[1]
      if (!series) { expect(one.baseline.real).toBe(false); continue }
      expect(value(`sinim/${series}`, one.baseline.year)?.value, one.code).toBeCloseTo(one.baseline.value, 2)
    }
    expect(facts.plan.indicators.filter((one) => one.baseline.real).length).toBeGreaterThanOrEqual(12)
  })
})

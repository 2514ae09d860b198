import { counted, type Day, formatDay, formatNumber, formatPercent } from '#kernel'
import { DEMO_INSTANT } from '../configuration.ts'
import { loadLaw } from '#platform/law'
import type { Tx } from '#platform/database'
import { stableId } from '#evidence'
import { loadRequestFacts, type RequestLoad, type Said } from '#requests'
import type { DemoFacts } from '../../../demo/index.ts'
import { absences, type AskedFact, type CampaignFact, campaigns } from '../../../demo/loncoche/requests.ts'
import { type DemoIds, steadyId } from './people.ts'
import type { Timeline } from './timeline.ts'

type Item = RequestLoad['campaigns'][number]['units'][number]['items'][number]
const WORDS: Record<Said['what'], { name: string; action: string; summary: (said: Said) => string }> = {
  opened: { name: 'request-campaign-opened', action: 'requests.open-campaign', summary: ({ title, count }) => `Se abrió «${title}»: ${counted(count, 'cosa pedida', 'cosas pedidas')}` },
  closed: { name: 'request-campaign-closed', action: 'requests.close-campaign', summary: ({ title, count }) => `Se cerró «${title}»: ${counted(count, 'unidad', 'unidades')} en silencio` },
  answered: { name: 'update-request-answered', action: 'requests.submit-answers', summary: ({ title, unit, count }) => `${unit} respondió «${title}»: ${counted(count, 'respuesta', 'respuestas')}` },
  accepted: { name: 'update-answers-accepted', action: 'requests.accept-answers', summary: ({ title, unit, count }) => `Se ${count === 1 ? 'aceptó' : 'aceptaron'} ${counted(count, 'respuesta', 'respuestas')} de ${unit} a «${title}»` },
  returned: { name: 'update-answer-returned', action: 'requests.return-answer', summary: ({ title, unit }) => `Se devolvió a ${unit} una respuesta de «${title}»` },
  absence: { name: 'absence-added', action: 'requests.add-absence', summary: () => 'Se anotó una ausencia, con subrogante' },
}
const valueText = (value: number, unit: string): string => (unit === '%' ? formatPercent(value / 100) : `${formatNumber(value, Number.isInteger(value) ? 0 : 2)} ${unit}`)

/** An indicator asked, with what was known of it before the period; an answer that is its measurement takes the value from the plan. */
const indicatorItem = (facts: DemoFacts, { ends, period }: CampaignFact, code: string, { answer, draft }: AskedFact): Item => {
  const indicator = facts.plan.indicators.find((one) => one.code === code)
  if (!indicator) throw new RangeError(`No hay indicador ${code}`)
  const { commune } = facts
  const before = indicator.measurements.filter(({ on }) => on < ends).at(-1)
  const measurement = indicator.measurements.find(({ on }) => on === ends)
  const percent = indicator.unit === '%'
  const base = {
    key: code, source: 'indicator', subjectId: stableId(commune.code, 'indicator', code), label: `${code} ${indicator.name}`, help: `${indicator.formula}.`, why: `Sin medición al ${formatDay(ends)}.`, measure: indicator.unit, kind: percent ? 'percent' as const : 'number' as const,
    ...(before ? { previous: { value: before.value, text: valueText(before.value, indicator.unit), on: before.on } } : {}), ...(draft ? { draft } : {}),
  }
  if (!answer) return base
  if (!answer.measured) return { ...base, answer: { value: answer.value, noNews: answer.noNews, comment: answer.comment, ...reviewOf(answer) } }
  if (!measurement) throw new RangeError(`El indicador ${code} no tiene medición de ${period}`)
  return { ...base, answer: { value: measurement.value, comment: measurement.document, review: { verdict: 'accepted', at: measurement.recordedAt, factId: stableId(commune.code, 'measurement', `${code} ${ends}`) } } }
}
const reviewOf = (answer: NonNullable<AskedFact['answer']>) => (answer.accepted ? { review: { verdict: 'accepted' as const, at: answer.accepted } } : answer.returned ? { review: { verdict: 'returned' as const, ...answer.returned } } : {})
const itemOf = (facts: DemoFacts, campaign: CampaignFact, asked: AskedFact): Item => {
  if (asked.indicator) return indicatorItem(facts, campaign, asked.indicator, asked)
  const { question = '', kind = 'text', measure, answer, draft } = asked
  return { key: question, source: 'question', label: question, kind, measure, ...(draft ? { draft } : {}), ...(answer ? { answer: { value: answer.value, text: answer.text, noNews: answer.noNews, comment: answer.comment, ...reviewOf(answer) } } : {}) }
}

/** The two campaigns of the demonstration, each moment under its own entry. */
export const loadRequests = async (tx: Tx, facts: DemoFacts, ids: DemoIds, timeline: Timeline): Promise<void> => {
  const { code } = facts.commune
  const account = (key: string): string => ids.accounts.get(key) ?? ''
  const named = (all: ReadonlyMap<string, string>, key: string): string => {
    const id = all.get(key)
    if (!id) throw new RangeError(`La demostración no tiene ${key}`)
    return id
  }
  const made = new Map<string, string>()
  const unitNames = new Map(facts.units.map((unit) => [unit.code, unit.name]))
  await loadRequestFacts(tx, {
    absences,
    campaigns: campaigns.map((campaign) => ({ ...campaign, opensOn: campaign.openedAt.slice(0, 10) as never, units: campaign.units.map(({ asked, ...unit }) => ({ ...unit, items: asked.map((one) => itemOf(facts, campaign, one)) })) })),
  }, {
    law: loadLaw(), outbox: { mark: '(Demostración) ', municipality: facts.commune.municipality, today: DEMO_INSTANT.slice(0, 10) as Day, unitName: (key) => unitNames.get(key) ?? key }, reviewer: account('carolina-manriquez'), unitId: (key) => named(ids.units, key), personId: (key) => named(ids.people, key), accountId: (key) => named(ids.accounts, key),
    entryFor: (said) => {
      const key = `${said.what} ${said.at} ${said.record.id}`
      const known = made.get(key)
      if (known) return known
      const { name, action, summary } = WORDS[said.what]
      const who = said.what === 'answered' ? account(said.person ?? '') : account('carolina-manriquez')
      const id = timeline.add({ id: steadyId(code, 'entry', 'requests', key), action, accountId: who, recordedAt: said.at, effectiveOn: said.at.slice(0, 10), draft: { name, summary: summary({ ...said, unit: unitNames.get(said.unit ?? '') ?? said.unit }), record: said.record } })
      made.set(key, id)
      return id
    },
  })
}

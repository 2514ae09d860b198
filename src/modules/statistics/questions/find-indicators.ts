import { can } from '#kernel'
import type { Candidate, Finder } from '#platform/actions'
import { topicTitle } from '../contract.ts'
import { INDICATOR, indicatorHref, indicatorsHref } from '../hrefs.ts'
import { shippedIndicators } from '../indicators/shipped-indicators.ts'
import { readQuestion } from './read-question.ts'

/** What is written may be a question of data: then the search offers its answer, without making it up there. */
const question = (text: string, home: string): readonly Candidate[] => (readQuestion(text, home).kind === 'no' ? [] : [{ kind: INDICATOR, id: 'pregunta', title: `Responder «${text}»`, subtitle: 'Con los datos de la comuna', href: `${indicatorsHref}?pregunta=${encodeURIComponent(text)}` }])
/** Indicators by name, and the answer to what was asked. */
export const findIndicators: Finder = {
  kind: INDICATOR, title: 'Indicadores y datos', allowed: can('statistics.read'),
  find: async ({ text }, { actor }) => [...question(text, actor.commune), ...shippedIndicators().map(({ code, title, topic, definition }): Candidate => ({ kind: INDICATOR, id: code, title, subtitle: `${topicTitle[topic]} · ${definition}`, href: indicatorHref(code) }))],
}

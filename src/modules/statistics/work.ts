import { addDays, type Day, formatDay } from '#kernel'
import type { MandateProvider, ReadContext, WorkItem } from '#platform/actions'
import { sql } from '#platform/database'
import { datasetHref, indicatorsHref } from './hrefs.ts'
import { piecesOf } from './indicators/recipe.ts'
import { shippedIndicators } from './indicators/shipped-indicators.ts'

type Due = { id: string; title: string; publisher: string; next_expected_on: Day; unit_name: string | null; mine: boolean }
/** Days before the expected date on which the work shows. */
const AHEAD = 15

/** Data sets of the reader's unit whose next version is due, and the loads left without confirming. */
export const statisticsWork = async ({ tx, actor, today }: ReadContext): Promise<readonly WorkItem[]> => {
  if (!actor.permissions.has('statistics.load')) return []
  const due = await tx.all<Due>(sql`select d.id, d.title, d.publisher, d.next_expected_on, u.name as unit_name, (d.unit_id is null or d.unit_id = ${actor.unitId ?? null}::uuid) as mine from statistics.datasets d left join registry.units u on u.commune = d.commune and u.id = d.unit_id
    where d.commune = ${tx.commune} and d.shared and d.retired_on is null and d.next_expected_on <= ${addDays(today, AHEAD)} order by d.next_expected_on, d.id limit 50`)
  const loads = await tx.all<{ id: string; file_name: string; title: string; state: string }>(sql`select l.id, l.file_name, d.title, l.state from statistics.loads l join statistics.datasets d on d.commune = l.commune and d.id = l.dataset_id
    where l.commune = ${tx.commune} and l.account_id = ${actor.accountId} and l.state in ('reading', 'ready') order by l.started_at desc limit 20`)
  return [
    ...due.map((one): WorkItem => ({
      id: `statistics/due/${one.id}`, what: `Cargar la próxima versión de «${one.title}»`, why: `${one.publisher} la publicaría hacia el ${formatDay(one.next_expected_on)}; mientras no llegue, sus cifras salen marcadas`, until: one.next_expected_on, state: one.mine ? 'owed' : 'waiting',
      ...(one.mine || one.unit_name === null ? {} : { who: one.unit_name }), href: datasetHref(one.id), action: 'Abrir', weight: 3,
    })),
    ...loads.map((one): WorkItem => ({ id: `statistics/load/${one.id}`, what: `Terminar la carga de «${one.file_name}» en «${one.title}»`, state: 'started', href: `/conocer/datos/cargar?carga=${one.id}`, action: 'Seguir', weight: 2 })),
  ]
}

/** Codes of the data sets that have a version known then and are not behind on a day. */
const currentDatasets = async (tx: ReadContext['tx'], seq: number, on: Day): Promise<ReadonlySet<string>> => new Set((await tx.all<{ code: string }>(sql`select d.code from statistics.datasets d where d.commune = ${tx.commune} and d.shared and (d.next_expected_on is null or d.next_expected_on >= ${on})
  and exists (select from statistics.dataset_versions v join evidence.posted p on p.commune = v.commune and p.entry_id = v.entry_id and p.seq <= ${seq} where v.commune = d.commune and v.dataset_id = d.id and v.effective_on <= ${on})`)).map(({ code }) => code))

/** The last load and adoption, and how much of the store is up to date. */
export const statisticsEvidence: MandateProvider = {
  facts: ['statistics.version-loaded', 'statistics.figure-adopted', 'statistics.up-to-date', 'statistics.indicators-current'],
  evidence: async ({ from, to }, { tx, knownSeq }) => {
    const seq = await knownSeq()
    const acts = await tx.all<{ name: string; on: Day; summary: string }>(sql`select distinct on (e.name) e.name, e.effective_on as "on", e.summary from evidence.entries e
      where e.commune = ${tx.commune} and e.seq <= ${seq} and e.name in ('version-loaded', 'figure-adopted') and e.action like 'statistics.%' and e.effective_on between ${from} and ${to} order by e.name, e.seq desc`)
    const fresh = await tx.one<{ met: number; total: number }>(sql`select count(*)::int as total, (count(*) filter (where d.next_expected_on is null or d.next_expected_on >= ${to}))::int as met from statistics.datasets d where d.commune = ${tx.commune} and d.shared and d.retired_on is null`)
    const current = await currentDatasets(tx, seq, to)
    const measured = shippedIndicators().filter((recipe) => piecesOf(recipe).every(({ dataset }) => current.has(dataset))).length
    return {
      acts: acts.map(({ name, on, summary }) => ({ fact: `statistics.${name}`, on, title: summary, href: name === 'version-loaded' ? '/conocer/datos' : '/conocer/cifras' })),
      shares: [{ fact: 'statistics.up-to-date', met: fresh?.met ?? 0, total: fresh?.total ?? 0, title: 'conjuntos de datos al día', href: '/conocer/pendientes' }, { fact: 'statistics.indicators-current', met: measured, total: shippedIndicators().length, title: 'indicadores con datos al día', href: indicatorsHref }],
    }
  },
}

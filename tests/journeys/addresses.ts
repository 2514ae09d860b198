import type { Page } from 'playwright-core'
import { modulePages } from '../../src/app/web/pages.ts'
import { shellPages } from '../../src/app/web/shell/shell-pages.ts'
import { ask, attempt } from './office.ts'

type Ids = Readonly<Record<string, string>>
/** The demonstration brings no files nor folders: their pages say so. */
const MISSING = '0'.repeat(64)
const first = (rows: readonly { readonly id: string }[]): string => rows[0]?.id ?? ''

/** The demonstration's year passed with its opening: a draft of its passage is prepared, as the budget's people would. */
const carryOver = async (page: Page, url: string): Promise<string> => {
  const [made] = (await ask<{ carryOvers: { id: string }[] }>(page, url, 'budget/list-carry-overs')).carryOvers
  if (made) return made.id
  const { status, body } = await attempt(page, url, 'budget/draft-carry-over', { fromYear: 2025, coverage: 'available', available: 900_000_000, advances: 0, thirdParty: 0, cashSource: 'Conciliación bancaria de diciembre' })
  if (status !== 200) throw new Error(`No se pudo preparar el arrastre: ${JSON.stringify(body)}`)
  return (body as { result: { id: string } }).result.id
}
/** A table kept for the walk, as a person would keep it. */
const ABSENT_ID = '00000000-0000-4000-8000-000000000000'
const savedTable = async (page: Page, url: string, dataset: string): Promise<string> => {
  // The public data of the demonstration load after the first page: until then there is no table to keep.
  if (dataset === ABSENT_ID) return dataset
  const [kept] = (await ask<{ tables: { id: string }[] }>(page, url, 'statistics/list-saved')).tables
  if (kept) return kept.id
  const { version } = await ask<{ version: { structure: { dimensions: { key: string; role: string }[]; measures: { key: string }[] } } }>(page, url, `statistics/open-builder?id=${dataset}`)
  const { dimensions, measures } = version.structure
  const search = new URLSearchParams({ filas: dimensions.map(({ key, role }) => `${key}.${role === 'time' ? '*ultimos.3' : '*todo'}`)[0] ?? '', columnas: dimensions.slice(1).map(({ key, role }) => `${key}.${role === 'time' ? '*ultimos.3' : '*todo'}`).join(' '), medidas: measures[0]?.key ?? '' })
  const id = crypto.randomUUID()
  const { status, body } = await attempt(page, url, 'statistics/save-query', { id, datasetId: dataset, title: 'Cuadro del recorrido', search: search.toString() })
  if (status !== 200) throw new Error(`No se pudo guardar un cuadro: ${JSON.stringify(body)}`)
  return id
}
/** One real id for each page of a record, found through the lists as a person would find it. */
export const recordIds = async (page: Page, url: string): Promise<Ids> => {
  const lines = await ask<{ rows: { id: string; accrued: number }[] }>(page, url, 'budget/list-lines?kind=expenditure')
  const plan = JSON.stringify(await ask(page, url, 'plan/show-plan'))
  const { reports } = await ask<{ reports: { id: string; period: string }[] }>(page, url, 'reporting/list-reports')
  const dataset = (await ask<{ datasets: { id: string; newest: unknown; access: string }[] }>(page, url, 'statistics/list-datasets')).datasets.find(({ newest, access }) => newest && access === 'open')?.id ?? ABSENT_ID
  const search = async (text: string, kind: string) => (await ask<{ groups: { items: { kind: string; record_id: string }[] }[] }>(page, url, `search?text=${text}`)).groups.flatMap(({ items }) => items).find((item) => item.kind === kind)?.record_id ?? ''
  const { campaigns } = await ask<{ campaigns: { id: string; state: string }[] }>(page, url, 'requests/list-campaigns')
  const campaign = campaigns.find(({ state }) => state === 'open')?.id ?? ''
  const asked = first((await ask<{ units: { id: string }[] }>(page, url, `requests/show-campaign?id=${campaign}`)).units)
  return {
    '/rendir/solicitudes/campanas/$id': campaign, '/rendir/solicitudes/revisar/$id': asked, '/rendir/solicitudes/responder/$id': asked,
    '/conocer/cuadros/$id': dataset, '/conocer/cuadros/guardados/$id': await savedTable(page, url, dataset),
    '/conocer/datos/$id': first((await ask<{ datasets: { id: string }[] }>(page, url, 'statistics/list-datasets')).datasets), '/conocer/listas/$id': 'cut', '/conocer/indicadores/$id': 'poblacion', '/conocer/registros/$id': (await ask<{ registers: { id: string }[] }>(page, url, 'statistics/list-registers')).registers[0]?.id ?? '00000000-0000-4000-8000-000000000000', '/conocer/solicitudes/$id': (await ask<{ lines: { id: string }[] }>(page, url, 'statistics/list-data-requests')).lines[0]?.id ?? '00000000-0000-4000-8000-000000000000',
    '/calendario/deberes/$id': 'eval-01.2026-1',
    '/presupuestar/lineas/$id': first(lines.rows),
    '/presupuestar/arrastre/$id': await carryOver(page, url),
    '/presupuestar/modificaciones/$id': first((await ask<{ amendments: { id: string }[] }>(page, url, 'budget/list-amendments?year=2026')).amendments),
    '/plan/objetivos/$id': /\/plan\/objetivos\/([0-9a-f-]{36})/.exec(plan)?.[1] ?? await search('objetivo', 'objective'),
    '/plan/indicadores/$id': await search('luminarias', 'indicator'),
    '/proyectos/$id': await search('luminarias', 'project'),
    '/proveedores/$id': first((await ask<{ suppliers: { id: string }[] }>(page, url, 'registry/list-suppliers')).suppliers),
    '/registro/personas/$id': first((await ask<{ people: { id: string }[] }>(page, url, 'registry/list-people')).people),
    '/actos/$id': first((await ask<{ acts: { id: string }[] }>(page, url, 'correspondence/list-acts?kind=decree')).acts),
    '/actos/recibidos/$id': '00000000-0000-4000-8000-000000000000',
    '/ayuda/manual/$id': 'buscar',
    '/proyectos/cargas/$id': '00000000-0000-4000-8000-000000000000', '/plan/cargas/$id': '00000000-0000-4000-8000-000000000000',
    '/archivos/$id': MISSING, '/planillas/$id': 'projects.portfolio', '/planillas/grilla/$id': 'plan.targets', '/planillas/cargas/$id': '00000000-0000-4000-8000-000000000000',
    '/archivos/adoptar/$id': '00000000-0000-4000-8000-000000000000',
    '/concejo/sesiones/$id': (await ask<{ coming: { id: string }[] }>(page, url, 'council/list-sessions')).coming[0]?.id ?? '',
    '/ordenar/zonas/$id': first((await ask<{ sets: { id: string }[] }>(page, url, 'territory/list-sets')).sets), '/ordenar/zonas/$id/dibujar': first((await ask<{ sets: { id: string }[] }>(page, url, 'territory/list-sets')).sets),
    '/rendir/informes/$id': reports.find(({ period }) => period === '2026-1')?.id ?? '',
  }
}
/** The issued report of the second half of 2025. */
export const issuedReport = async (page: Page, url: string): Promise<string> => {
  const { reports } = await ask<{ reports: { id: string; period: string }[] }>(page, url, 'reporting/list-reports')
  const found = reports.find(({ period }) => period === '2025-2')
  if (!found) throw new Error('La demostración no trae el informe 2025-2')
  return found.id
}
/** Addresses of every page of the product, the records with a real id. A page without its record is a mistake of the demonstration. */
export const everyAddress = async (page: Page, url: string, more: Ids = {}): Promise<readonly string[]> => {
  const ids = { ...(await recordIds(page, url)), ...more }
  const doors = ['/planificar', '/presupuestar', '/invertir', '/conocer', '/ordenar', '/rendir']
  return [...doors, ...[...shellPages, ...modulePages].map(({ path }) => {
    if (path.endsWith('/$')) return path.replace('$', 'ausente/no-existe')
    if (!path.includes('$id')) return path
    const id = ids[path]
    if (!id) throw new Error(`La demostración no tiene un registro para ${path}`)
    return path.replace('$id', id)
  })]
}

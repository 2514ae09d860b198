import { type Day, dayFrom, earliest, isDay, readDay, sortKey } from '#kernel'
import { type FundingName, type Stage, stages, stageTitle } from '../contract.ts'
import { plain } from './columns.ts'
import type { RawCell } from './import-contract.ts'

/** What lists call each stage; the first rule that fits. Sheets of the BIP tell the stage that is asked, not where the project stands: those are proposed and not sure. */
const STAGES: readonly (readonly [Stage, RegExp])[] = [
  ['withdrawn', /desist|rechaz|descart/], ['lapsed', /no vigente|vencid/], ['suspended', /paraliz|suspend|liquidacion/],
  ['operation', /operacion|funcionamiento|adquirid/], ['accepted', /recepcion definitiva/], ['received', /recepcion|recepcionad|recepciondo|terminad|ejecutad|finalizad|concluid/],
  ['tender', /licitacion|adjudicacion|seleccion/], ['awarded', /adjudicad|contratad/], ['execution', /ejecucion|obras?|construccion|en desarrollo/],
  ['funded', /financiad|aprobad|convenio|presupuesto|con recursos|tramite/], ['recommended', /^rs$|^ad$|recomendad|favorable/], ['analysis', /^fi$|^ot$|analisis|revision|postulad|elegible/],
  ['profile', /formulacion|diseno|disen~o|perfil|factibilidad|elaboracion/], ['idea', /^idea|propuesta|sin inicio|cartera|no iniciad/],
]
export type Proposal = { readonly value: string; readonly reason: string; readonly sure: boolean }
/** The stage a text speaks of; not sure when the title says «etapa» and the text is one a BIP sheet asks for. */
export const proposeStage = (says: string, title: string): Proposal => {
  const words = plain(says)
  const exact = stages.find((stage) => sortKey(stageTitle[stage]) === sortKey(says.trim()))
  if (exact) return { value: exact, reason: 'es el nombre de la etapa', sure: true }
  const found = STAGES.find(([, rule]) => rule.test(words))?.[0]
  if (!found) return { value: '', reason: 'no se reconoce', sure: false }
  const asked = /etapa/.test(plain(title)) && /^(ejecucion|perfil|disen~o|prefactibilidad|factibilidad)$/.test(words)
  if (/presupuesto|propuesta financiar/.test(words)) return { value: found, reason: 'el texto no dice si ya tiene los recursos: confírmelo', sure: false }
  return asked ? { value: found, reason: 'en las fichas del BIP es la etapa que se postula: confirme en qué está', sure: false } : { value: found, reason: `«${says.trim()}» se entiende como ${stageTitle[found].toLowerCase()}`, sure: true }
}

const SOURCES: readonly (readonly [string, RegExp])[] = [
  ['fril', /\bfril\b/], ['circular-33', /circular 33|\bc ?33\b/], ['regional-grant', /8 ?%|subvencion/], ['frpd', /\bfrpd\b/], ['fndr', /\bfndr\b|\bgore\b|gobierno regional/], ['pmu', /\bpmu\b/], ['pmb', /\bpmb\b/], ['fet', /equidad territorial/], ['figem', /figem/],
  ['own', /municipal|propios|^muni/], ['housing', /minvu|serviu|vivienda/], ['public-works', /\bmop\b|vialidad|obras publicas/], ['donations', /donaci|privad/], ['sector', /sectorial|ministerio|\bind\b|junji|minsal|mineduc|minagri|indap|conadi|empresa|servicio/],
]
/** Sources a text names, in order: «SERVIU-MUNICIPAL» names two. */
export const sourcesIn = (says: string): string[] => {
  const parts = says.split(/[/+;,]| - |-| y /i).map((part) => plain(part)).filter(Boolean)
  return [...new Set(parts.flatMap((part) => SOURCES.find(([, rule]) => rule.test(part))?.[0] ?? []))]
}
export const proposeSource = (says: string, known: readonly FundingName[]): Proposal => {
  const exact = known.find(({ code, title }) => sortKey(title) === sortKey(says.trim()) || code === says.trim().toLowerCase())
  if (exact) return { value: exact.code, reason: 'es el nombre de la fuente', sure: true }
  const found = sourcesIn(says).filter((code) => known.some((one) => one.code === code))
  const outer = found.find((code) => code !== 'own') ?? found[0]
  if (!outer && /subdere/i.test(says)) return { value: known.some(({ code }) => code === 'pmu') ? 'pmu' : '', reason: 'la SUBDERE financia por PMU y PMB: confirme cuál', sure: false }
  if (!outer) return { value: '', reason: 'no se reconoce', sure: false }
  return found.length > 1 ? { value: outer, reason: 'nombra varias fuentes: el aporte municipal se lee de su columna', sure: false } : { value: outer, reason: `«${says.trim()}»`, sure: true }
}

const MONTHS = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic']
/** A day from a date, a text such as «15 de marzo de 2024» or «mar-24», or a year (its first day). Never after today; undefined when it says none. */
export const readSince = (cell: RawCell | undefined, today: Day): Day | undefined => {
  const text = cell === null || cell === undefined ? '' : String(cell).trim()
  const found = isDay(text.slice(0, 10)) ? (text.slice(0, 10) as Day) : readDay(text)
  if (found) return earliest(found, today)
  const year = /\b(19|20)\d{2}\b/.exec(text)?.[0]
  const named = MONTHS.findIndex((month) => new RegExp(`\\b${month}`).test(sortKey(text))) + 1
  if (!year) { const short = /-(\d{2})$/.exec(text)?.[1]; return named > 0 && short ? earliest(dayFrom(2000 + Number(short), named, 1), today) : undefined }
  const on = Number(/\b(\d{1,2}) de/.exec(text)?.[1] ?? 1)
  return earliest(dayFrom(Number(year), named || 1, on >= 1 && on <= 28 ? on : 1), today)
}
/** Places of a cell: «COIHUECO / SAN FABIÁN» names two. Spelled alike when only accents differ. */
export const placesOf = (cell: RawCell | undefined): string[] =>
  (cell === null || cell === undefined ? '' : String(cell)).split(/\s*(?:\/|;|,|\||\s-\s)\s*/).map((part) => part.trim()).filter(Boolean)

/** What a code is: a BIP with its ending, eight digits without it, or another list's own. */
export const codeKind = (text: string): 'bip' | 'bip-short' | 'other' | 'none' =>
  text === '' ? 'none' : /^\d{8}-\d$/.test(text) ? 'bip' : /^\d{8}$/.test(text) ? 'bip-short' : 'other'
/** A short code of the portfolio made of any text: lower case, digits and hyphens, 40 letters at most. */
export const slug = (text: string): string => sortKey(text).replace(/n~/g, 'n').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40).replace(/-+$/, '')

import { type Day, formatDay, formatNumber, formatPercent, formatPesos } from '#kernel'
import type { AnswerKind, ItemState } from '../contract.ts'

/** What an answer says, before anybody sends it. */
export type Given = { readonly value: number | null; readonly text: string; readonly noNews: boolean; readonly comment: string; readonly fileHash: string | null }
export type Asked = { readonly kind: AnswerKind; readonly needsEvidence: boolean; readonly label: string }

const MOST_PERCENT = 100
/** A percentage is written 0–100; the kernel formats ratios. */
const ratio = (percent: number): number => percent / MOST_PERCENT

/** An answer as people read it: «37,4 %», «$1.200.000», «188 familias», «sin novedad». */
export const answerText = (given: Pick<Given, 'value' | 'text' | 'noNews'>, kind: AnswerKind, measure: string): string => {
  if (given.noNews) return 'sin novedad'
  if (kind === 'text') return given.text
  if (given.value === null) return ''
  if (kind === 'percent') return formatPercent(ratio(given.value))
  if (kind === 'money') return formatPesos(given.value)
  return `${formatNumber(given.value, Number.isInteger(given.value) ? 0 : 2)}${measure ? ` ${measure}` : ''}`
}

/** Has something been written? A comment alone is not an answer. */
export const isAnswered = (given: Given | null, kind: AnswerKind): boolean =>
  given !== null && (given.noNews || (kind === 'text' ? given.text.trim() !== '' : given.value !== null))

/** Why an answer cannot be kept, in words that follow «no se entiende:»; undefined when it can. */
export const mistakeOf = (asked: Asked, given: Given): string | undefined => {
  const said = given.value !== null || given.text.trim() !== ''
  if (given.noNews) return said ? 'dice «sin novedad» y además da un dato; deje sólo uno de los dos' : undefined
  if (!said) return undefined
  if (asked.kind === 'text') return given.value !== null ? 'pide un texto, no un número' : undefined
  if (given.value === null || given.text.trim() !== '') return 'pide un número'
  if (!Number.isFinite(given.value)) return 'pide un número'
  if (asked.kind === 'percent' && (given.value < 0 || given.value > MOST_PERCENT)) return 'el porcentaje va de 0 a 100'
  if (asked.kind === 'money' && (!Number.isSafeInteger(given.value) || given.value < 0)) return 'el monto va en pesos enteros, sin negativos'
  return undefined
}
/** What an answer still lacks to be sent; undefined when it is ready. */
export const lackOf = (asked: Asked, given: Given | null): string | undefined => {
  if (!given || !isAnswered(given, asked.kind)) return 'falta responder'
  const mistake = mistakeOf(asked, given)
  if (mistake) return mistake
  if (asked.needsEvidence && !given.noNews && !given.fileHash && given.comment.trim() === '') return 'falta el respaldo: adjunte un archivo o nómbrelo en el comentario'
  return undefined
}

/** Where one thing asked stands. A returned answer stays returned, whatever is being written, until it is sent again. */
export const itemState = (one: { readonly draft: boolean; readonly answered: boolean; readonly verdict: 'accepted' | 'returned' | null }): ItemState => {
  if (one.answered) return one.verdict ?? 'sent'
  return one.draft ? 'draft' : 'owed'
}
export const previousNote = (text: string, on: Day | null): string => (text ? `Lo último: ${text}${on ? ` al ${formatDay(on)}` : ''}` : 'No hay un dato anterior')

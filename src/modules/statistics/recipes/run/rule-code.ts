import type { Cell } from '#platform/spreadsheets'
import type { CodeLists } from '../model/code-list.ts'
import type { CodeRule } from '../model/dimension-rule.ts'
import { periodFrom } from '../text/period-code.ts'
import { fold, slug } from '../text/plain-text.ts'
import { listIndex } from './list-index.ts'

/** A code with what its list knows of it; `doubt` says what a person should look at, `wrong` why there is no code. */
export type MadeCode = { readonly code?: string; readonly label?: string; readonly parent?: string; readonly level?: string; readonly note?: string; readonly doubt?: 'serial' | 'not-listed'; readonly wrong?: string }

const padded = (text: string, width: number): string => (/^\d+$/.test(text) ? text.padStart(width, '0') : text)
const whole = (text: string): string | undefined => { const found = /^\s*(\d{1,12})(?:\.0+)?\s*$/.exec(text); return found?.[1] === undefined ? undefined : String(Number(found[1])) }

const listed = (text: string, rule: CodeRule & { kind: 'list' }, lists: CodeLists, level?: string): MadeCode => {
  const list = lists[rule.list]
  if (!list) return { wrong: `no se cargó la lista de códigos «${rule.list}»` }
  const index = listIndex(list)
  const code = rule.width === undefined ? text : padded(text, rule.width)
  const found = index.byCode(code) ?? (rule.names ? (level ? index.byName(text, level) : (index.byName(text, rule.level) ?? index.byName(text))) : undefined)
  if (found) return { code: found.code, label: found.label, parent: found.parent, level: found.level, note: found.note }
  const isCode = rule.width === undefined ? !rule.names : /^\d+$/.test(code)
  return isCode ? { code, doubt: 'not-listed' } : { wrong: `«${text}» no está en la lista «${rule.list}»` }
}

/** The code that a rule makes of a text (and of its cell, for dates). */
export const ruleCode = (rule: CodeRule, text: string, cell: Cell, lists: CodeLists, level?: string): MadeCode => {
  switch (rule.kind) {
    case 'text': return { code: text, label: text }
    case 'padded': return /^\d+$/.test(text) && text.length <= rule.width ? { code: padded(text, rule.width) } : { wrong: `«${text}» no es un código de hasta ${rule.width} cifras` }
    case 'slug': { const code = slug(text); return code ? { code, label: text } : { wrong: `de «${text}» no sale ningún código` } }
    case 'map': {
      const found = Object.entries(rule.map).find(([from]) => fold(from) === fold(text))
      return found ? { code: found[1], label: text } : { code: slug(text) || text, label: text, doubt: 'not-listed' }
    }
    case 'integer': { const code = whole(text); return code === undefined ? { wrong: `«${text}» no es un número entero` } : { code } }
    case 'period': {
      const found = periodFrom(typeof cell === 'object' && cell !== null ? cell : typeof cell === 'number' && text === String(cell) ? cell : text, rule.of)
      return found ? { code: found.code, ...(found.serial ? { doubt: 'serial' as const } : {}) } : { wrong: `«${text}» no es ${rule.of === 'year' ? 'un año' : rule.of === 'month' ? 'un mes' : 'una fecha'}` }
    }
    default: return listed(text, rule, lists, level)
  }
}

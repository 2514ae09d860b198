import type { Selection } from '../model/request.ts'
import { codeToText, textToCode } from './code-text.ts'

/** What is chosen of a variable as words joined by points: «09109.09», «*ultimos.5», «*grupo.age-5». */
export const selectionToText = (selection: Selection): string => {
  switch (selection.kind) {
    case 'codes': return selection.codes.map(codeToText).join('.')
    case 'all': return '*todo'
    case 'latest': return `*ultimos.${selection.count}`
    case 'from': return `*desde.${codeToText(selection.code)}`
    case 'level': return `*nivel.${codeToText(selection.level)}`
    case 'children': return `*dentro.${codeToText(selection.of)}`
    case 'grouping': return ['*grupo', codeToText(selection.grouping), ...(selection.codes ?? []).map(codeToText)].join('.')
  }
}
/** The selection of those words. */
export const textToSelection = (words: readonly string[]): Selection | undefined => {
  const [first = '', second = '', ...rest] = words
  const one = textToCode(second)
  switch (first) {
    case '': return undefined
    case '*todo': return { kind: 'all' }
    case '*ultimos': return { kind: 'latest', count: Math.min(200, Math.max(1, Number.parseInt(second, 10) || 1)) }
    case '*desde': return { kind: 'from', code: one }
    case '*nivel': return { kind: 'level', level: one }
    case '*dentro': return { kind: 'children', of: one }
    case '*grupo': return { kind: 'grouping', grouping: one, ...(rest.length > 0 ? { codes: rest.map(textToCode) } : {}) }
    default: return { kind: 'codes', codes: words.map(textToCode) }
  }
}

import { enumerate } from '#kernel'
import type { MatrixAnswer, MatrixLine } from '../../permissions/matrix-contract.ts'

/** Letters without accents nor capitals, to find «modificacion» in «Modificación». */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** What opens a line, in words: «Cargar balances», or «Ver el presupuesto y Adjuntar documentos» when both are needed. */
export const wayText = ({ access, ways }: MatrixLine, permissions: MatrixAnswer['permissions']): string => {
  if (access === 'anonymous') return 'Sin iniciar sesión'
  if (access === 'account') return 'Cualquier cuenta'
  if (access === 'office') return 'Cualquier cargo'
  if (ways.length === 0) return 'Nadie'
  return ways.map((way) => enumerate(way.map((key) => permissions[key] ?? key))).join('; o bien, ')
}
export const rulesText = ({ rules }: MatrixLine): string => rules.map(({ title, law }) => (law ? `${title} (${law})` : title)).join('; ')

export type MatrixFilters = { readonly text: string; readonly module: string; readonly kind: string; readonly rule: boolean }
/** The lines that hold every word of the text, in their title, permission or rules. */
export const chosenLines = ({ lines, permissions }: MatrixAnswer, { text, module, kind, rule }: MatrixFilters): readonly MatrixLine[] => {
  const words = plain(text).split(/\s+/).filter(Boolean)
  return lines.filter((line) => {
    if ((module && line.module !== module) || (kind && line.kind !== kind) || (rule && line.rules.length === 0)) return false
    const said = plain(`${line.title} ${line.name} ${wayText(line, permissions)} ${rulesText(line)}`)
    return words.every((word) => said.includes(word))
  })
}

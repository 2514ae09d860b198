import type { Derivation } from '../model/request.ts'
import { codeToText, textToCode } from './code-text.ts'

const SIDE = { fila: 'row', columna: 'column', cuadro: 'table' } as const
const sideText = { row: 'fila', column: 'columna', table: 'cuadro' } as const
const PER = [1, 100, 1000, 10_000, 100_000] as const
const isSide = (text: string): text is keyof typeof SIDE => text in SIDE

/** A calculation as words: «porcentaje.fila», «indice.2017», «variacion.1», «diferencia.1», «tasa.1000.<conjunto>». */
export const derivationToText = (derive: Derivation): string => {
  switch (derive.kind) {
    case 'percent': return `porcentaje.${sideText[derive.of]}`
    case 'index': return `indice.${codeToText(derive.base)}`
    case 'change': return `${derive.as === 'percent' ? 'variacion' : 'diferencia'}.${derive.lag}`
    case 'rate': return `tasa.${derive.per}.${derive.population}`
  }
}
export const textToDerivation = (text: string): Derivation | undefined => {
  const [kind, first = '', second = ''] = text.split('.')
  if (kind === 'porcentaje' && isSide(first)) return { kind: 'percent', of: SIDE[first] }
  if (kind === 'indice' && first) return { kind: 'index', base: textToCode(first) }
  if (kind === 'variacion' || kind === 'diferencia') return { kind: 'change', lag: Math.min(50, Math.max(1, Number.parseInt(first, 10) || 1)), as: kind === 'variacion' ? 'percent' : 'absolute' }
  const per = PER.find((one) => String(one) === first)
  return kind === 'tasa' && per && second ? { kind: 'rate', per, population: second } : undefined
}

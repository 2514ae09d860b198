import type { NumberFormat } from '../model/measure-rule.ts'

const SHAPES: Readonly<Record<NumberFormat, RegExp>> = {
  plain: /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i,
  // Thousands go in groups of three: «1.99» is not Spanish for anything.
  es: /^[+-]?(\d{1,3}(\.\d{3})+|\d+)(,\d*)?$/,
  en: /^[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d*)?$/,
}
export type NumberText = { readonly value: number; readonly percent: boolean }

/** A number written in a declared format; undefined when the text is not one. «(123)» and «123-» are negative, as in ledgers. */
export const numberFromText = (text: string, format: NumberFormat): NumberText | undefined => {
  const percent = /%\s*$/.test(text)
  let rest = text.replace(/%\s*$/, '').replace(/^\s*(\$|M\$)\s*/, '').replace(/[\s\u00a0\u202f]/g, '').replace(/^\u2212/, '-')
  let sign = 1
  const around = /^\((.+)\)$/.exec(rest) ?? /^(.+)-$/.exec(rest)
  if (around) { rest = around[1] ?? ''; sign = -1 }
  if (!SHAPES[format].test(rest)) return undefined
  const plain = format === 'es' ? rest.replaceAll('.', '').replace(',', '.') : format === 'en' ? rest.replaceAll(',', '') : rest
  const value = Number(plain)
  return Number.isFinite(value) ? { value: sign * value, percent } : undefined
}
/** Formats in which all the texts are numbers, the strictest first: what the content allows to be. */
export const possibleFormats = (texts: readonly string[]): NumberFormat[] => (['plain', 'es', 'en'] as const).filter((format) => texts.length > 0 && texts.every((text) => numberFromText(text, format)))

import { useState } from 'react'
import { formatNumber } from '#kernel'
import type { FieldCommon } from './FieldParts.tsx'
import { readNumber } from './read-number.ts'
import { TextField } from './TextField.tsx'

export type NumberFieldProps = FieldCommon & {
  value: number | null
  onChange: (value: number | null) => void
  /** Shown attached: «$», «M$», «%», «m²». */
  unit?: string
  decimals?: number
  minimum?: number
  maximum?: number
}

/** A number typed as the office writes it. While it does not read as a number the value does not change and the field says so. */
export const NumberField = ({ value, onChange, decimals = 0, minimum, maximum, unit = '$', error, ...field }: NumberFieldProps) => {
  const shown = value === null ? '' : formatNumber(value, decimals)
  const [typed, type] = useState<string>()
  const text = typed ?? shown
  const read = text.trim() === '' ? null : readNumber(text)
  const mistake = read === undefined ? 'No se lee como número. Escriba, por ejemplo, 1.234.567.'
    : read !== null && minimum !== undefined && read < minimum ? `El mínimo es ${formatNumber(minimum, decimals)}.`
      : read !== null && maximum !== undefined && read > maximum ? `El máximo es ${formatNumber(maximum, decimals)}.` : undefined
  const change = (next: string) => {
    type(next)
    const number = next.trim() === '' ? null : readNumber(next)
    if (number !== undefined) onChange(number === null ? null : Math.round(number * 10 ** decimals) / 10 ** decimals)
  }
  return <TextField {...field} value={text} onChange={change} onBlur={() => { if (!mistake) type(undefined) }} unit={unit} align="right" inputMode={decimals ? 'decimal' : 'numeric'} error={error ?? (typed === undefined ? undefined : mistake)} />
}

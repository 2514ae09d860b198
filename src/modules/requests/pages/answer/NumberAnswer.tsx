import { useState } from 'react'
import { formatNumber } from '#kernel'
import { readNumber, TextField } from '#design'
import type { ItemView } from '../../contract.ts'

const MOST_DECIMALS = 4
const written = (value: number | null): string => (value === null ? '' : formatNumber(value, Math.min(MOST_DECIMALS, (String(value).split('.')[1] ?? '').length)))

/** A number with as many decimals as it has; while it does not read as one, the field says so and nothing is kept. */
export const NumberAnswer = ({ item, value, disabled, error, onChange }: { item: ItemView; value: number | null; disabled: boolean; error?: string; onChange: (value: number | null) => void }) => {
  const [typed, type] = useState<string>()
  const text = typed ?? written(value)
  const unreadable = typed !== undefined && typed.trim() !== '' && readNumber(typed) === undefined
  const change = (next: string) => {
    type(next)
    const read = next.trim() === '' ? null : readNumber(next)
    onChange(read ?? null)
  }
  return <TextField label={item.label} help={item.help} value={disabled ? '' : text} onChange={change} onBlur={() => { if (!unreadable) type(undefined) }} disabled={disabled} unit={item.kind === 'percent' ? '%' : item.kind === 'money' ? '$' : item.measure || undefined} align="right" inputMode="decimal" error={unreadable ? 'No se lee como número. Escriba, por ejemplo, 1.234,5.' : error} />
}

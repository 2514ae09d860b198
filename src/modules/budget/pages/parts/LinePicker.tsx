import { useEffect, useState } from 'react'
import { formatPesos } from '#kernel'
import { ComboBox, useApi, useAsOf } from '#design'
import type { LineKind, LineList, LineView } from '../../answers.ts'

/** Text that waits until the person stops typing. */
export const useSettled = (text: string, after = 250): string => {
  const [settled, settle] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => settle(text), after)
    return () => clearTimeout(timer)
  }, [text, after])
  return settled
}
export const lineText = (line: LineView): string => `${line.account} ${line.name}`
export const lineNote = (line: LineView): string => [line.programmeName || line.areaName, line.costCentre, `vigente ${formatPesos(line.adjusted)}`].filter(Boolean).join(' · ')

/** One line of the year, found by code, name or programme. The chosen one comes whole, with what it has left. */
export const LinePicker = ({ label, help, year, kind, value, onChange, error, name, exclude = [] }: { label: string; help?: string; year: number; kind?: LineKind; value: string; onChange: (id: string, line: LineView | undefined) => void; error?: string; name?: string; exclude?: readonly string[] }) => {
  const [text, type] = useState('')
  const { knownOn } = useAsOf()
  const asked = useSettled(text)
  const found = useApi<LineList>('budget/list-lines', { year: String(year), kind, text: asked, size: 40, effectiveOn: `${year}-12-31`, knownOn })
  const own = useApi<LineList>('budget/list-lines', { year: String(year), ids: value, effectiveOn: `${year}-12-31`, knownOn }, { enabled: value !== '' })
  const chosen = value ? own.data?.rows.find(({ id }) => id === value) : undefined
  const rows = [...(chosen ? [chosen] : []), ...(found.data?.rows ?? []).filter(({ id }) => id !== chosen?.id && !exclude.includes(id))]
  return (
    <ComboBox label={label} help={help} name={name} error={error} value={value || null} onText={type} placeholder="Código, nombre o programa"
      onChange={(id) => onChange(id ?? '', rows.find((row) => row.id === id))} choices={rows.map((row) => ({ id: row.id, value: row.id, title: lineText(row), note: lineNote(row) }))} />
  )
}

/** The line of an id as it stands at the end of its year. */
export const useLine = (id: string, year: number): LineView | undefined => {
  const { knownOn } = useAsOf()
  const { data } = useApi<LineList>('budget/list-lines', { year: String(year), ids: id, effectiveOn: `${year}-12-31`, knownOn }, { enabled: id !== '' })
  return id ? data?.rows.find((row) => row.id === id) : undefined
}

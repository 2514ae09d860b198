import { useState } from 'react'
import { formatRut, readRut, type Rut } from '#kernel'
import { ComboBox, useApi } from '#design'
import type { SupplierFound } from '../../answers.ts'
import { useSettled } from '../parts/LinePicker.tsx'

/** A supplier by RUT or name; a RUT with a wrong check digit is told before sending. */
export const SupplierPicker = ({ value, onChange, error }: { value: string; onChange: (rut: string) => void; error?: string }) => {
  const [text, type] = useState('')
  const asked = useSettled(text)
  const { data } = useApi<{ suppliers: readonly SupplierFound[] }>('budget/find-suppliers', { text: asked })
  const own = useApi<{ suppliers: readonly SupplierFound[] }>('budget/find-suppliers', { text: value }, { enabled: value !== '' }).data?.suppliers.find(({ rut }) => rut === value)
  const list = data?.suppliers ?? []
  const all = [...(own && !list.some(({ rut }) => rut === own.rut) ? [own] : []), ...list]
  const looksLikeRut = /^[\d.]{7,}-?[\dkK]?$/.test(text.trim())
  const wrong = looksLikeRut && /-[\dkK]$/.test(text.trim()) && !readRut(text) ? 'El dígito verificador no corresponde; revise los números.' : undefined
  return (
    <ComboBox label="Proveedor" required={false} name="supplierRut" help="Por RUT o por parte del nombre." error={error ?? wrong} value={value || null} onText={type} onChange={(rut) => onChange(rut ?? '')}
      choices={all.map(({ rut, name, city }) => ({ id: rut, value: rut, title: name, note: `${formatRut(rut as Rut)}${city ? ` · ${city}` : ''}` }))} />
  )
}

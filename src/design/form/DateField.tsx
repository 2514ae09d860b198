import { useRef, useState } from 'react'
import { addDays, type Day, formatDay, isDay, readDay } from '#kernel'
import { Icon } from '../icons/Icon.tsx'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { type FieldCommon, FieldHelp, FieldMistake, Optional } from './FieldParts.tsx'

export type DateFieldProps = FieldCommon & { value: Day | null; onChange: (value: Day | null) => void; minimum?: Day; maximum?: Day }

/** Also reads digits without separators: 22072026. */
const readTyped = (text: string): Day | undefined => readDay(/^\d{8}$/.test(text.trim()) ? text.trim().replace(/(\d{2})(\d{2})(\d{4})/, '$1-$2-$3') : text)

/** A day as dd-mm-aaaa: typed, moved with the up and down arrows, or chosen in the calendar of the device. */
export const DateField = ({ value, onChange, minimum, maximum, label, help, error, required, disabled, reason, name }: DateFieldProps) => {
  const [typed, type] = useState<string>()
  const native = useRef<HTMLInputElement>(null)
  const text = typed ?? (value ? formatDay(value) : '')
  const read = text.trim() === '' ? null : readTyped(text)
  const outside = read && minimum && read < minimum ? `Desde el ${formatDay(minimum)}.` : read && maximum && read > maximum ? `Hasta el ${formatDay(maximum)}.` : undefined
  const mistake = error ?? (typed !== undefined && read === undefined ? 'Ese día no existe. Escriba día-mes-año, por ejemplo 22-07-2026.' : outside)
  const change = (next: string) => {
    type(next)
    const day = next.trim() === '' ? null : readTyped(next)
    if (day !== undefined) onChange(day)
  }
  const move = (days: number) => { if (value) { type(undefined); onChange(addDays(value, days)) } }
  return (
    <AriaTextField className="field date-field" value={text} onChange={change} name={name} isRequired={required} isDisabled={disabled} isInvalid={Boolean(mistake)} validationBehavior="aria" inputMode="numeric"
      onBlur={() => { if (read !== undefined) type(undefined) }}
      onKeyDown={(event) => { if (event.key === 'ArrowUp') { event.preventDefault(); move(1) } else if (event.key === 'ArrowDown') { event.preventDefault(); move(-1) } }}>
      <Label>{label}<Optional required={required} /></Label>
      <FieldHelp help={help} reason={disabled ? reason : undefined} />
      <div className="joined">
        <Input className="input" placeholder="dd-mm-aaaa" />
        <button type="button" className="joined-button" aria-label={`Elegir en calendario: ${label}`} disabled={disabled} onClick={() => native.current?.showPicker()}><Icon name="calendar" /></button>
        <input ref={native} type="date" className="native-date" tabIndex={-1} aria-hidden="true" value={value ?? ''} min={minimum} max={maximum} onChange={({ target }) => { if (isDay(target.value)) { type(undefined); onChange(target.value) } }} />
      </div>
      <FieldMistake error={mistake} />
    </AriaTextField>
  )
}

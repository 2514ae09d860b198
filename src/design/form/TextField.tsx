import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { type FieldCommon, FieldHelp, FieldMistake, Optional } from './FieldParts.tsx'

export type TextFieldProps = FieldCommon & {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url'
  lines?: number
  unit?: string
  autoComplete?: string
  placeholder?: string
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email'
  align?: 'left' | 'right'
  autoFocus?: boolean
  maxLength?: number
}

/** Money is written «$1.234», «M$ 1.234», «UF 30»: its sign goes before; the other units go after. */
const goesBefore = (unit: string): boolean => /^(M{0,2}\$|UF)$/.test(unit)

/** Text of one or several lines; `unit` is attached to it, money at its left. */
export const TextField = ({ label, help, error, required, disabled, reason, name, value, onChange, onBlur, type = 'text', lines = 1, unit, autoComplete, placeholder, inputMode, align, autoFocus, maxLength }: TextFieldProps) => (
  <AriaTextField className="field" value={value} onChange={onChange} onBlur={onBlur} type={type} name={name} isRequired={required} isDisabled={disabled} isInvalid={Boolean(error)} autoComplete={autoComplete} inputMode={inputMode} autoFocus={autoFocus} maxLength={maxLength} validationBehavior="aria">
    <Label>{label}<Optional required={required} /></Label>
    <FieldHelp help={help} reason={disabled ? reason : undefined} />
    {lines > 1 ? <TextArea className="input" rows={lines} placeholder={placeholder} />
      : unit ? <div className={goesBefore(unit) ? 'joined before' : 'joined'}>{goesBefore(unit) && <span>{unit}</span>}<Input className={`input ${align === 'right' ? 'num' : ''}`} placeholder={placeholder} />{!goesBefore(unit) && <span>{unit}</span>}</div>
        : <Input className={`input ${align === 'right' ? 'num' : ''}`} placeholder={placeholder} />}
    <FieldMistake error={error} />
  </AriaTextField>
)

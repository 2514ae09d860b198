import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup'
import { Icon } from '../icons/Icon.tsx'
import { type FieldCommon, FieldHelp, FieldMistake } from './FieldParts.tsx'
import type { Choice } from './Select.tsx'

/** Yes or no, in words. */
export const Checkbox = ({ checked, onChange, disabled, mixed, children }: { checked: boolean; onChange: (checked: boolean) => void; disabled?: boolean; mixed?: boolean; children: ReactNode }) => (
  <AriaCheckbox className="option" isSelected={checked} isIndeterminate={mixed} onChange={onChange} isDisabled={disabled}>
    <span className="box" aria-hidden="true"><Icon name="check" /></span><span>{children}</span>
  </AriaCheckbox>
)

/** One of few, all in sight. */
export const RadioGroup = <Value extends string>({ label, help, error, required, disabled, reason, name, value, onChange, choices }: FieldCommon & { value: Value | null; onChange: (value: Value) => void; choices: readonly Choice<Value>[] }) => (
  <AriaRadioGroup className="field" value={value} onChange={(next) => onChange(next as Value)} name={name} isRequired={required} isDisabled={disabled} isInvalid={Boolean(error)} validationBehavior="aria">
    <Label>{label}</Label>
    <FieldHelp help={help} reason={disabled ? reason : undefined} />
    {choices.map((choice) => (
      <Radio key={choice.value} value={choice.value} className="option"><span className="ring" aria-hidden="true" /><span>{choice.title}{choice.note && <small className="soft"> {choice.note}</small>}</span></Radio>
    ))}
    <FieldMistake error={error} />
  </AriaRadioGroup>
)

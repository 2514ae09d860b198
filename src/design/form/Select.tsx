import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { type FieldCommon, FieldHelp, FieldMistake, Optional } from './FieldParts.tsx'

export type Choice<Value extends string = string> = { readonly value: Value; readonly title: string; readonly note?: string }
export type SelectProps<Value extends string> = FieldCommon & { value: Value | null; onChange: (value: Value) => void; choices: readonly Choice<Value>[]; placeholder?: string }

/** One of a short list (up to a dozen). For longer ones, ComboBox. */
export const Select = <Value extends string>({ label, help, error, required, disabled, reason, name, value, onChange, choices, placeholder = 'Elija' }: SelectProps<Value>) => (
  <AriaSelect className="field" value={value} onChange={(key) => { if (key !== null) onChange(key as Value) }} isRequired={required} isDisabled={disabled} isInvalid={Boolean(error)} name={name} placeholder={placeholder} validationBehavior="aria">
    <Label>{label}<Optional required={required} /></Label>
    <FieldHelp help={help} reason={disabled ? reason : undefined} />
    <Button className="input select-button"><SelectValue>{({ defaultChildren, isPlaceholder, selectedText }) => (isPlaceholder ? defaultChildren : selectedText)}</SelectValue></Button>
    <FieldMistake error={error} />
    <Popover className="floating pop" offset={4}>
      <ListBox className="list-box" items={choices}>{(choice) => <ChoiceLine id={choice.value} choice={choice} />}</ListBox>
    </Popover>
  </AriaSelect>
)

export const ChoiceLine = ({ id, choice }: { id: string; choice: Choice }) => (
  <ListBoxItem id={id} textValue={choice.title} className="list-box-item"><span>{choice.title}</span>{choice.note && <small>{choice.note}</small>}</ListBoxItem>
)

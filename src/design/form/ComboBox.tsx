import { useMemo, useState } from 'react'
import { sortKey } from '#kernel'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Icon } from '../icons/Icon.tsx'
import { type FieldCommon, FieldHelp, FieldMistake, Optional } from './FieldParts.tsx'
import { type Choice, ChoiceLine } from './Select.tsx'

export type ComboBoxProps = FieldCommon & {
  value: string | null
  onChange: (value: string | null) => void
  choices: readonly Choice[]
  /** Search done by the server: the choices given are already the answer to the text. */
  onText?: (text: string) => void
  placeholder?: string
  /** At most this many lines are drawn (default 100); the rest appear by typing. */
  limit?: number
}

/** One of a long list, by typing part of it; accents and capitals do not matter. */
export const ComboBox = ({ label, help, error, required, disabled, reason, name, value, onChange, choices, onText, placeholder, limit = 100 }: ComboBoxProps) => {
  const chosen = choices.find((choice) => choice.value === value)
  const [typed, type] = useState<string>()
  const text = typed ?? chosen?.title ?? ''
  const items = useMemo(() => {
    if (onText || typed === undefined) return choices.slice(0, limit)
    const words = sortKey(typed).split(/\s+/).filter(Boolean)
    return choices.filter((choice) => { const key = sortKey(`${choice.title} ${choice.note ?? ''} ${choice.value}`); return words.every((word) => key.includes(word)) }).slice(0, limit)
  }, [choices, typed, onText, limit])
  return (
    <AriaComboBox className="field" inputValue={text} items={items} value={value} isRequired={required} isDisabled={disabled} isInvalid={Boolean(error)} name={name} menuTrigger="focus" allowsEmptyCollection validationBehavior="aria"
      onInputChange={(next) => { if (next !== text) { type(next); onText?.(next) } }}
      onChange={(key) => { type(undefined); onChange(key === null ? null : String(key)) }}
      onOpenChange={(open) => { if (!open) type(undefined) }}>
      <Label>{label}<Optional required={required} /></Label>
      <FieldHelp help={help} reason={disabled ? reason : undefined} />
      <div className="joined"><Input className="input" placeholder={placeholder} /><Button className="joined-button" aria-label="Ver la lista"><Icon name="down" /></Button></div>
      <FieldMistake error={error} />
      <Popover className="floating pop" offset={4}>
        <ListBox className="list-box" renderEmptyState={() => <p className="list-box-empty">Nada coincide con «{text}».</p>}>{(choice: Choice) => <ChoiceLine id={choice.value} choice={choice} />}</ListBox>
      </Popover>
    </AriaComboBox>
  )
}

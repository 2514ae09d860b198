import { type ReactNode, useContext } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Icon, type IconName } from '../icons/Icon.tsx'
import { KeyPlace, keyOf, keyText, saysKey } from './title-keys.ts'

export type ButtonProps = {
  kind?: 'usual' | 'primary' | 'plain' | 'danger'
  size?: 'usual' | 'compact'
  icon?: IconName
  /** Accessible name when the button shows only its icon. */
  label?: string
  disabled?: boolean
  /** Why it is off; said beside it, and kept tied to it for screen readers. */
  reason?: string
  busy?: boolean
  type?: 'button' | 'submit'
  onPress?: () => void
  autoFocus?: boolean
  form?: string
  /** Letter that presses it on its page; shown beside the words. What opens or goes somewhere from the head of a page has one by itself ('' for none). */
  shortcut?: string
  /** It only opens a dialog: nothing is done yet. */
  opens?: boolean
  children?: ReactNode
}

const classesOf = ({ kind = 'usual', size = 'usual', children }: ButtonProps) =>
  ['button', kind === 'usual' ? '' : kind, size === 'compact' ? 'compact' : '', children ? '' : 'icon-only'].filter(Boolean).join(' ')

const Key = ({ of }: { of?: string }) => (of ? <kbd aria-hidden="true">{keyText(of)}</kbd> : null)

/** A verb. One primary per screen. */
export const Button = (props: ButtonProps) => {
  const { icon, label, disabled, reason, busy = false, type = 'button', onPress, autoFocus, form, children } = props
  const key = keyOf(props, useContext(KeyPlace), props.opens)
  const button = (
    <AriaButton ref={saysKey(key)} className={classesOf(props)} aria-label={children ? undefined : label} isDisabled={disabled ?? Boolean(reason)} isPending={busy} type={type} onPress={onPress} autoFocus={autoFocus} form={form}>
      {icon && <Icon name={icon} />}{children}<Key of={key} />{busy && <span className="visually-hidden">, en curso</span>}
    </AriaButton>
  )
  return reason ? <span className="with-reason">{button}<span className="small soft">{reason}</span></span> : button
}

/** A link that looks like a button: goes somewhere, does nothing. `download` makes it a file. */
export const ButtonLink = ({ href, download, ...props }: Omit<ButtonProps, 'onPress' | 'type' | 'busy' | 'disabled' | 'reason'> & { href: string; download?: boolean | string }) => {
  const key = keyOf(props, useContext(KeyPlace), true)
  return (
    <a className={classesOf(props)} href={href} download={download === true ? '' : download || undefined} aria-label={props.children ? undefined : props.label} aria-keyshortcuts={key}>
      {props.icon && <Icon name={props.icon} />}{props.children}<Key of={key} />
    </a>
  )
}

/** Prints the page as it stands: the print layout takes out what is only for the screen. */
export const PrintButton = ({ children = 'Imprimir' }: { children?: ReactNode }) => <Button icon="print" shortcut="p" onPress={() => window.print()}>{children}</Button>

/** One of few views, joined: `Tabla | Mapa`. */
export const Segmented = <Value extends string>({ label, value, choices, onChange }: { label: string; value: Value; choices: readonly { value: Value; title: string }[]; onChange: (value: Value) => void }) => (
  <span className="segmented" role="group" aria-label={label}>
    {choices.map((choice) => <button key={choice.value} type="button" aria-pressed={choice.value === value} onClick={() => onChange(choice.value)}>{choice.title}</button>)}
  </span>
)

/** A filter that is on or off. */
export const Chip = ({ pressed, onPress, children }: { pressed: boolean; onPress: () => void; children: ReactNode }) => (
  <button className="chip" type="button" aria-pressed={pressed} onClick={onPress}>{children}</button>
)

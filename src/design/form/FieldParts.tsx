import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Text } from 'react-aria-components/Text'
import { Icon } from '../icons/Icon.tsx'

/** What every field shares: label above, help before the control, error with what is wrong and what to do. */
export type FieldCommon = {
  label: string
  help?: ReactNode
  error?: string
  required?: boolean
  disabled?: boolean
  /** Why it is off, said beside it. */
  reason?: string
  name?: string
}
export const FieldHelp = ({ help, reason }: { help?: ReactNode; reason?: string }) => (help ?? reason) ? <Text slot="description" className="field-help">{help}{help && reason ? ' ' : ''}{reason}</Text> : null
export const FieldMistake = ({ error }: { error?: string }) => (error ? <FieldError className="field-error"><Icon name="warning" /><span>{error}</span></FieldError> : null)
export const Optional = ({ required }: { required?: boolean }) => (required === false ? <span className="field-optional"> (opcional)</span> : null)

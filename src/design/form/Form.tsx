import { type ReactNode, useEffect, useRef } from 'react'
import { Notice } from '../feedback/Notice.tsx'
import { KeyPlace } from './title-keys.ts'

export type FormMistake = { readonly field: string; readonly message: string }

/**
 * A form that sends with Ctrl+Enter from anywhere in it. All mistakes are told at once at the top, each tied to its field
 * (fields carry `name`); the list takes the focus when it appears.
 */
export const Form = ({ label, onSubmit, mistakes = [], children }: { label: string; onSubmit: () => void; mistakes?: readonly FormMistake[]; children: ReactNode }) => {
  const form = useRef<HTMLFormElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const count = mistakes.length
  useEffect(() => { if (count > 0) list.current?.focus() }, [count])
  const goTo = (field: string) => form.current?.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`)?.focus()
  return (
    <form ref={form} className="form" aria-label={label} noValidate onSubmit={(event) => { event.preventDefault(); onSubmit() }}
      onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); onSubmit() } }}>
      {count > 0 && (
        <div ref={list} tabIndex={-1}>
          <Notice tone="bad" title={count === 1 ? 'Falta corregir una cosa' : `Falta corregir ${count} cosas`} urgent>
            <ul className="problem-errors">{mistakes.map(({ field, message }) => <li key={field + message}><button type="button" className="link-button" onClick={() => goTo(field)}>{message}</button></li>)}</ul>
          </Notice>
        </div>
      )}
      {children}
    </form>
  )
}
/** Row of actions that closes a form. */
export const FormActions = ({ children }: { children: ReactNode }) => <div className="actions form-actions"><KeyPlace value="form">{children}</KeyPlace></div>
/** Fields in columns of a comfortable width. */
export const Fields = ({ columns = 1, children }: { columns?: 1 | 2 | 3; children: ReactNode }) => <div className={`fields columns-${columns}`}>{children}</div>

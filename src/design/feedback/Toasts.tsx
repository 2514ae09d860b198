import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { Icon } from '../icons/Icon.tsx'

type Toast = { readonly id: number; readonly text: string; readonly undo?: () => Promise<unknown> }
export type Toasts = { readonly say: (text: string, options?: { undo?: () => Promise<unknown> }) => void }

const ToastContext = createContext<Toasts>({ say: () => undefined })
/** Brief notices with undo: `useToasts().say('Se cargaron 1.282 filas', { undo })`. */
export const useToasts = (): Toasts => useContext(ToastContext)

const lifetime = { plain: 6_000, withUndo: 20_000 }
let counter = 0

/** Holds the brief notices. A notice with undo waits longer and stops counting while it is pointed at or has focus. */
export const ToastProvider = ({ children }: { children: ReactNode }) => {
  const [toasts, change] = useState<readonly Toast[]>([])
  const drop = useCallback((id: number) => change((old) => old.filter((toast) => toast.id !== id)), [])
  const toolbox = useMemo<Toasts>(() => ({
    say: (text, options = {}) => change((old) => [...old.slice(-2), { id: (counter += 1), text, ...options }]),
  }), [])
  return (
    <ToastContext.Provider value={toolbox}>
      {children}
      <div className="toasts" role="region" aria-label="Avisos breves">{toasts.map((toast) => <ToastLine key={toast.id} toast={toast} onDrop={() => drop(toast.id)} />)}</div>
    </ToastContext.Provider>
  )
}

const ToastLine = ({ toast, onDrop }: { toast: Toast; onDrop: () => void }) => {
  const [failure, fail] = useState('')
  const undo = () => { toast.undo?.().then(onDrop, (error: unknown) => fail(error instanceof Error ? error.message : 'No se pudo deshacer.')) }
  return (
    <div className="toast" role="status" style={{ animationDuration: `${toast.undo ? lifetime.withUndo : lifetime.plain}ms` }} onAnimationEnd={onDrop}>
      <Icon name={failure ? 'warning' : 'check'} /><span>{failure || toast.text}</span>
      {toast.undo && !failure && <button type="button" onClick={undo}>Deshacer</button>}
      <button type="button" className="toast-close" aria-label="Cerrar aviso" onClick={onDrop}><Icon name="close" /></button>
    </div>
  )
}

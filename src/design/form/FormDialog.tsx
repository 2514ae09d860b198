import { type ReactNode, useState } from 'react'
import type { ApiProblem } from '../client/api-problem.ts'
import { useAct } from '../client/use-api.ts'
import { ProblemView, VersionConflict } from '../feedback/ProblemView.tsx'
import { Dialog } from '../overlay/Dialog.tsx'
import { Button, type ButtonProps } from './Button.tsx'
import { Form, FormActions } from './Form.tsx'

type Draft<Values> = { readonly values: Values; readonly set: (patch: Partial<Values>) => void; readonly error: (field: string) => string | undefined }
export type FormDialogProps<Values, Input> = {
  /** The button that opens it. */
  button: string
  icon?: ButtonProps['icon']
  kind?: ButtonProps['kind']
  size?: ButtonProps['size']
  shortcut?: ButtonProps['shortcut']
  /** Why it cannot be done; the button stays, off. */
  reason?: string
  title: string
  /** Values when it opens; made anew each time. */
  start: () => Values
  /** `module/action`; a function when what was answered decides which. */
  action: string | ((values: Values) => string)
  input: (values: Values) => Input
  refresh: readonly string[]
  done: string | ((values: Values) => string)
  submit: string
  /** Names of fields for the two versions of a conflict. */
  labels?: Readonly<Record<string, string>>
  undo?: (input: Input) => Promise<unknown>
  onDone?: (input: Input) => void
  wide?: boolean
  children: (draft: Draft<Values>) => ReactNode
}
const FIELDS = /^\//

const mistakesOf = (problem: ApiProblem | undefined) => (problem?.body.errors ?? []).map(({ pointer, message }) => ({ field: pointer.replace(FIELDS, ''), message }))

/** A button, its dialog and the action behind: what was typed stays while there are mistakes, and both versions are shown when somebody saved before. */
export const FormDialog = <Values, Input>(props: FormDialogProps<Values, Input>) => {
  const { button, icon, kind = 'usual', size, shortcut, reason, title, start, action, input, refresh, done, submit, labels, undo, onDone, wide, children } = props
  const [values, change] = useState<Values>()
  const close = () => { change(undefined); act.forget() }
  const act = useAct<Input>(typeof action === 'string' ? action : values === undefined ? '' : action(values), { refresh, done: typeof done === 'string' ? done : values === undefined ? '' : done(values), undo: undo ? (_answer, sent) => undo(sent) : undefined, onDone: (_answer, sent) => { change(undefined); onDone?.(sent) } })
  const { problem } = act
  const moved = problem?.status === 412
  return (
    <>
      <Button kind={kind} size={size} icon={icon} shortcut={shortcut} opens reason={reason} onPress={() => change(start())}>{button}</Button>
      <Dialog title={title} open={values !== undefined} onClose={close} wide={wide}>
        {values !== undefined && (
          <Form label={title} onSubmit={() => { if (!act.running) void act.run(input(values)) }} mistakes={mistakesOf(problem)}>
            {children({ values, set: (patch) => change({ ...values, ...patch }), error: (field) => problem?.field(field) })}
            {problem && moved && labels && <VersionConflict problem={problem} labels={labels} actions={<Button onPress={close}>Cerrar y ver la versión guardada</Button>} />}
            {problem && !(moved && labels) && <ProblemView problem={problem} />}
            <FormActions><Button onPress={close}>Volver</Button><Button kind={kind === 'danger' ? 'danger' : 'primary'} type="submit" busy={act.running}>{submit}</Button></FormActions>
          </Form>
        )}
      </Dialog>
    </>
  )
}

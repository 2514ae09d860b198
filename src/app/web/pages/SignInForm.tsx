import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, Form, type FormMistake, FormActions, Fields, ProblemView, Select, TextField, useAct, useSession } from '#design'

export type Credentials = { readonly commune: string; readonly email: string; readonly password: string }

/** Enters and refreshes what the page knows. */
export const useSignIn = (onDone?: () => void) => {
  const client = useQueryClient()
  return useAct<Credentials>('identity/sign-in', { refresh: [], onDone: () => { void client.invalidateQueries(); onDone?.() } })
}

const mistakesOf = ({ commune, email, password }: Credentials): FormMistake[] => [
  ...(commune ? [] : [{ field: 'commune', message: 'Elija la comuna.' }]),
  ...(/^\S+@\S+$/.test(email.trim()) ? [] : [{ field: 'email', message: 'Escriba su correo completo, por ejemplo nombre@municipalidad.cl.' }]),
  ...(password ? [] : [{ field: 'password', message: 'Escriba su contraseña.' }]),
]

/** Commune, mail and password. */
export const SignInForm = ({ onDone }: { onDone?: () => void }) => {
  const { communes, commune } = useSession()
  const signIn = useSignIn(onDone)
  const [credentials, change] = useState<Credentials>({ commune: commune?.code ?? communes[0]?.code ?? '', email: '', password: '' })
  const [tried, attempt] = useState(false)
  const mistakes = tried ? mistakesOf(credentials) : []
  const mistake = (name: string) => mistakes.find(({ field }) => field === name)?.message
  const submit = () => { attempt(true); if (mistakesOf(credentials).length === 0) void signIn.run({ ...credentials, email: credentials.email.trim() }) }
  return (
    <Form label="Entrar" onSubmit={submit}>
      {signIn.problem && <ProblemView problem={signIn.problem} />}
      <Fields>
        {communes.length > 1 && <Select label="Comuna" name="commune" value={credentials.commune} onChange={(code) => change({ ...credentials, commune: code })} choices={communes.map(({ code, name }) => ({ value: code, title: name }))} error={mistake('commune')} />}
        <TextField label="Correo" name="email" type="email" autoComplete="username" value={credentials.email} onChange={(email) => change({ ...credentials, email })} error={mistake('email')} />
        <TextField label="Contraseña" name="password" type="password" autoComplete="current-password" value={credentials.password} onChange={(password) => change({ ...credentials, password })} error={mistake('password')} />
      </Fields>
      <FormActions><Button kind="primary" type="submit" busy={signIn.running}>Entrar</Button></FormActions>
      <p className="source">Si olvidó su contraseña, quien administra el sistema la repone desde el equipo servidor.</p>
    </Form>
  )
}

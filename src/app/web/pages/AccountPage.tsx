import { useState } from 'react'
import { Button, chooseAppearance, DefinitionList, type Density, Fields, Form, type FormMistake, FormActions, officeText, PageTitle, ProblemView, RadioGroup, Section, StateBadge, TextField, type Theme, useAct, useAppearance, useSession } from '#design'
import { passwordRules } from './first-run.ts'

const AppearanceChoice = () => {
  const { theme, density } = useAppearance()
  return (
    <Fields columns={2}>
      <RadioGroup<Theme> label="Tema" value={theme} onChange={(next) => chooseAppearance({ theme: next })} choices={[{ value: 'auto', title: 'El del equipo' }, { value: 'light', title: 'Claro' }, { value: 'dark', title: 'Oscuro' }, { value: 'contrast', title: 'Contraste alto' }]} />
      <RadioGroup<Density> label="Densidad de tablas y controles" value={density} onChange={(next) => chooseAppearance({ density: next })} choices={[{ value: 'comfortable', title: 'Cómoda' }, { value: 'usual', title: 'Habitual' }, { value: 'compact', title: 'Compacta' }]} />
    </Fields>
  )
}

const blank = { current: '', next: '', repeated: '' }
const PasswordChange = () => {
  const { account } = useSession()
  const [draft, change] = useState(blank)
  const [tried, attempt] = useState(false)
  const save = useAct<{ current: string; next: string }>('identity/change-password', { refresh: ['session'], done: 'Contraseña cambiada', onDone: () => { change(blank); attempt(false) } })
  const rules = passwordRules({ name: account?.name ?? '', email: '', password: draft.next })
  const wrong: FormMistake[] = [
    ...(draft.current ? [] : [{ field: 'current', message: 'Escriba la contraseña actual.' }]),
    ...(rules.every(({ holds }) => holds) ? [] : [{ field: 'next', message: 'La contraseña nueva no cumple todas las reglas.' }]),
    ...(draft.next === draft.repeated ? [] : [{ field: 'repeated', message: 'Las dos contraseñas nuevas no son iguales.' }]),
  ]
  const mistakes = tried ? wrong : []
  const mistake = (name: string) => mistakes.find(({ field }) => field === name)?.message
  return (
    <Form label="Cambiar la contraseña" mistakes={mistakes} onSubmit={() => { attempt(true); if (wrong.length === 0) void save.run({ current: draft.current, next: draft.next }) }}>
      {save.problem && <ProblemView problem={save.problem} />}
      <Fields>
        <TextField label="Contraseña actual" name="current" type="password" autoComplete="current-password" value={draft.current} onChange={(current) => change({ ...draft, current })} error={mistake('current')} />
        <TextField label="Contraseña nueva" name="next" type="password" autoComplete="new-password" value={draft.next} onChange={(next) => change({ ...draft, next })} error={mistake('next')} />
        <TextField label="Repita la nueva" name="repeated" type="password" autoComplete="new-password" value={draft.repeated} onChange={(repeated) => change({ ...draft, repeated })} error={mistake('repeated')} />
      </Fields>
      <ul className="rules" aria-label="Reglas de la contraseña">{rules.map(({ text, holds }) => <li key={text}><StateBadge tone={holds ? 'good' : 'neutral'}>{text}</StateBadge></li>)}</ul>
      <FormActions><Button kind="primary" type="submit" busy={save.running}>Cambiar la contraseña</Button></FormActions>
    </Form>
  )
}

/** The own account: who I am here, how I see it, my password. */
const AccountPage = () => {
  const { account, commune } = useSession()
  if (!account) return null
  return (
    <>
      <PageTitle title="Cuenta y preferencias" />
      <Section title="Quién es usted aquí"><DefinitionList items={[{ term: 'Nombre', value: account.name }, { term: 'Comuna', value: commune?.municipality }, { term: 'Cargo', value: officeText(account) }, { term: 'Unidad', value: account.unitName, absence: 'sin unidad asignada' }]} /></Section>
      <Section title="Cómo se ve" aside="Queda en este equipo"><div className="table-block"><AppearanceChoice /></div></Section>
      <Section title="Contraseña"><div className="table-block"><PasswordChange /></div></Section>
    </>
  )
}
export default AccountPage

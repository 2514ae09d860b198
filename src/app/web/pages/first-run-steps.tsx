import { Button, ComboBox, DefinitionList, Fields, type FormMistake, StateBadge, TextField, useApi } from '#design'
import { type FirstRun, passwordRules, type UnitDraft } from './first-run.ts'

export type StepProps = { draft: FirstRun; change: (patch: Partial<FirstRun>) => void; mistake: (field: string) => string | undefined }
type Municipality = { readonly code: string; readonly name: string; readonly region: string; readonly province: string }

/** Step 1: which of the 345 municipalities. */
export const CommuneStep = ({ draft, change, mistake }: StepProps) => {
  const { data, problem } = useApi<readonly Municipality[]>('registry/list-municipalities', { text: '' })
  return (
    <Fields>
      <ComboBox label="Municipalidad" name="commune" help={problem ? problem.message : 'Escriba parte del nombre de la comuna, de la provincia o de la región.'} value={draft.commune || null}
        choices={(data ?? []).map(({ code, name, region, province }) => ({ value: code, title: name, note: `${province}, ${region}` }))} limit={345}
        onChange={(code) => change({ commune: code ?? '', communeName: data?.find((one) => one.code === code)?.name ?? '' })} error={mistake('commune')} />
    </Fields>
  )
}

/** Step 2: the units, with the usual ones proposed. */
export const UnitsStep = ({ draft, change, mistake }: StepProps) => {
  const put = (index: number, patch: Partial<UnitDraft>) => change({ units: draft.units.map((unit, at) => (at === index ? { ...unit, ...patch } : unit)) })
  return (
    <>
      <p className="soft">Son las más comunes: corríjalas según su reglamento interno. Se pueden agregar y cambiar después, sin perder la historia.</p>
      <table className="units">
        <caption className="visually-hidden">Unidades municipales</caption>
        <thead><tr><th scope="col">Sigla</th><th scope="col">Nombre</th><th scope="col"><span className="visually-hidden">Quitar</span></th></tr></thead>
        <tbody>
          {draft.units.map((unit, index) => (
            <tr key={index}>
              <td><input className="input" name={`unit-${index}`} aria-label={`Sigla de la unidad ${index + 1}`} aria-invalid={Boolean(mistake(`unit-${index}`))} value={unit.code} onChange={({ target }) => put(index, { code: target.value })} /></td>
              <td><input className="input" aria-label={`Nombre de la unidad ${index + 1}`} value={unit.name} onChange={({ target }) => put(index, { name: target.value })} /></td>
              <td><Button kind="plain" size="compact" icon="close" label={`Quitar ${unit.name || unit.code || `la unidad ${index + 1}`}`} onPress={() => change({ units: draft.units.filter((_, at) => at !== index) })} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      <div><Button icon="add" onPress={() => change({ units: [...draft.units, { name: '', code: '' }] })}>Agregar unidad</Button></div>
    </>
  )
}

/** Step 3: the first administrator. */
export const AdministratorStep = ({ draft, change, mistake }: StepProps) => {
  const { administrator } = draft
  const put = (patch: Partial<FirstRun['administrator']>) => change({ administrator: { ...administrator, ...patch } })
  return (
    <>
      <p className="soft">Con esta cuenta se crean las demás y se dan los cargos. Nadie, tampoco quien administra, aprueba lo que redactó.</p>
      <Fields columns={2}>
        <TextField label="Nombre y apellidos" name="name" autoComplete="name" value={administrator.name} onChange={(name) => put({ name })} error={mistake('name')} />
        <TextField label="RUT" name="rut" placeholder="12.345.678-5" value={administrator.rut} onChange={(rut) => put({ rut })} error={mistake('rut')} />
        <TextField label="Correo" name="email" type="email" autoComplete="username" value={administrator.email} onChange={(email) => put({ email })} error={mistake('email')} />
        <span />
        <TextField label="Contraseña" name="password" type="password" autoComplete="new-password" value={administrator.password} onChange={(password) => put({ password })} error={mistake('password')} />
        <TextField label="Repita la contraseña" name="repeated" type="password" autoComplete="new-password" value={draft.repeated} onChange={(repeated) => change({ repeated })} error={mistake('repeated')} />
      </Fields>
      <ul className="rules" aria-label="Reglas de la contraseña">{passwordRules(administrator).map(({ text, holds }) => <li key={text}><StateBadge tone={holds ? 'good' : 'neutral'}>{text}</StateBadge></li>)}</ul>
    </>
  )
}

/** Step 4: reads back everything, with «cambiar» beside each part. */
export const ReviewStep = ({ draft, goTo }: { draft: FirstRun; goTo: (step: string) => void }) => (
  <>
    <DefinitionList columns={1} items={[
      { term: 'Municipalidad', value: <>{draft.communeName} ({draft.commune}) <Button kind="plain" size="compact" onPress={() => goTo('comuna')}>Cambiar</Button></> },
      { term: 'Unidades', value: <>{draft.units.map(({ code }) => code).join(', ')} <Button kind="plain" size="compact" onPress={() => goTo('unidades')}>Cambiar</Button></> },
      { term: 'Administra', value: <>{draft.administrator.name}, {draft.administrator.rut}, {draft.administrator.email} <Button kind="plain" size="compact" onPress={() => goTo('cuenta')}>Cambiar</Button></> },
      { term: 'Contraseña', value: 'escrita dos veces; no se muestra' },
    ]} />
    <p className="soft">Al comenzar se crea la comuna y usted entra con esa cuenta. Nada sale de este equipo.</p>
  </>
)

export const communeMistakes = ({ commune }: FirstRun): FormMistake[] => (commune ? [] : [{ field: 'commune', message: 'Elija la municipalidad de la lista.' }])

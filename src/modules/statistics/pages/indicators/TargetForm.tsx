import type { Day } from '#kernel'
import { DateField, FormDialog, newId, NumberField, TextField, useSession } from '#design'
import type { IndicatorView } from '../../indicators/indicator-contract.ts'

type Draft = { readonly value: number | null; readonly byYear: string; readonly source: string; readonly link: string; readonly on: Day | null }
/** Says what is wanted of the indicator, with who decided it. Empty, it takes the target away. */
export const TargetForm = ({ indicator }: { indicator: IndicatorView }) => {
  const { today } = useSession().clock
  const { target } = indicator
  return (
    <FormDialog<Draft, unknown> button={target ? 'Cambiar la meta' : 'Fijar la meta'} kind="primary" title={`Meta de «${indicator.title}»`} action="statistics/set-target" refresh={['statistics', 'evidence']} done="La meta quedó anotada" submit="Guardar"
      start={() => ({ value: target?.value ?? null, byYear: target?.byYear ? String(target.byYear) : '', source: target?.source ?? '', link: target?.link ?? '', on: today })}
      input={({ value, byYear, source, link, on }) => ({ id: newId(), indicator: indicator.code, value, byYear: value === null || byYear.trim() === '' ? null : byYear.trim(), source, link, effectiveOn: on ?? '' })}>
      {({ values, set, error }) => <>
        <NumberField label="Meta" name="value" unit={indicator.unit} decimals={indicator.decimals} help="Vacía, el indicador queda sin meta." value={values.value} onChange={(value) => set({ value })} error={error('value')} required={false} />
        <TextField label="Año en que se debe alcanzar" name="byYear" value={values.byYear} onChange={(byYear) => set({ byYear })} error={error('byYear')} required={values.value !== null} />
        <TextField label="Quién la fija" name="source" lines={2} help="Plan, acuerdo o acto; o por qué se quita." value={values.source} onChange={(source) => set({ source })} error={error('source')} required />
        <TextField label="Dirección del documento o del indicador del plan" name="link" value={values.link} onChange={(link) => set({ link })} error={error('link')} required={false} />
        <DateField label="Rige desde" name="effectiveOn" value={values.on} onChange={(on) => set({ on })} error={error('effectiveOn')} required />
      </>}
    </FormDialog>
  )
}

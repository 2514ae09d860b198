import { type Day, formatDay, monthNames } from '#kernel'
import { DateField, Fields, FormDialog, newId, NumberField, Select, TextField, useSession } from '#design'
import type { LocalDutyView, SettingsView } from '../contract.ts'

type Draft = Omit<LocalDutyView, 'startsOn'> & { readonly startsOn: Day | null; readonly month: string; readonly dayOfMonth: number | null }
const TRIGGERS = [{ value: 'year-date', title: 'Un día fijo de cada año' }, { value: 'after-month', title: 'Después de cada mes' }, { value: 'after-quarter', title: 'Después de cada trimestre' }, { value: 'date', title: 'Una sola fecha' }, { value: 'event', title: 'Desde un hecho que se anota' }] as const
const UNITS = [{ value: 'business-days', title: 'días hábiles' }, { value: 'calendar-days', title: 'días corridos' }] as const
const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** A duty of the municipality: decree, instruction or agreement, with the same shape as those of the law. */
export const LocalDutyForm = ({ units, duty }: { units: SettingsView['units']; duty?: LocalDutyView }) => {
  const { today } = useSession().clock
  const start = (): Draft => duty ? { ...duty, month: duty.day?.slice(0, 2) ?? '01', dayOfMonth: duty.day ? Number(duty.day.slice(3)) : null } : { id: newId(), title: '', trigger: 'year-date', day: null, date: null, offset: null, unit: 'business-days', owner: units.find(({ code }) => code === 'SECPLA')?.code ?? units[0]?.code ?? '', deputy: '', evidence: '', consequence: '', norm: '', article: '', startsOn: `${today.slice(0, 4)}-01-01` as Day, endsOn: null, version: 0, month: '01', dayOfMonth: null }
  return (
    <FormDialog<Draft, unknown> button={duty ? 'Corregir' : 'Agregar un deber propio'} icon={duty ? undefined : 'add'} size={duty ? 'compact' : undefined} kind={duty ? 'plain' : 'usual'} wide title={duty ? `Corregir «${duty.title}»` : 'Agregar un deber propio'} action="calendar/save-local-duty" refresh={['calendar']} done="Deber guardado" submit="Guardar" labels={{ title: 'Deber', norm: 'Origen', startsOn: 'Desde' }}
      start={start} input={({ month, dayOfMonth, ...draft }) => ({ ...draft, day: draft.trigger === 'year-date' && dayOfMonth ? `${month}-${twoDigits(dayOfMonth)}` : null })}>
      {({ values, set, error }) => (
        <>
          <TextField label="Qué se debe hacer" name="title" value={values.title} onChange={(title) => set({ title })} error={error('title')} required />
          <Select label="Cuándo vence" value={values.trigger} onChange={(trigger) => set({ trigger })} choices={TRIGGERS} required />
          {values.trigger === 'year-date' && <Fields columns={2}><NumberField label="Día" unit="" value={values.dayOfMonth} onChange={(dayOfMonth) => set({ dayOfMonth })} minimum={1} maximum={31} error={error('day')} required /><Select label="Mes" value={values.month} onChange={(month) => set({ month })} choices={monthNames.map((name, index) => ({ value: twoDigits(index + 1), title: name }))} required /></Fields>}
          {values.trigger === 'date' && <DateField label="Fecha" value={values.date} onChange={(date) => set({ date })} error={error('date')} required />}
          {(values.trigger === 'after-month' || values.trigger === 'after-quarter' || values.trigger === 'event') && <Fields columns={2}><NumberField label="Plazo" unit="" value={values.offset} onChange={(offset) => set({ offset })} minimum={1} maximum={400} error={error('offset')} required /><Select label="En" value={values.unit} onChange={(unit) => set({ unit })} choices={UNITS} required /></Fields>}
          <Fields columns={2}>
            <Select label="Responde" value={values.owner} onChange={(owner) => set({ owner })} choices={units.map(({ code, name }) => ({ value: code, title: name }))} required />
            <Select label="Suplencia" value={values.deputy || 'none'} onChange={(deputy) => set({ deputy: deputy === 'none' ? '' : deputy })} choices={[{ value: 'none', title: 'Nadie' }, ...units.map(({ code, name }) => ({ value: code, title: name }))]} />
          </Fields>
          <TextField label="Qué lo acredita" name="evidence" value={values.evidence} onChange={(evidence) => set({ evidence })} error={error('evidence')} required />
          <Fields columns={2}><TextField label="De dónde viene" name="norm" value={values.norm} onChange={(norm) => set({ norm })} error={error('norm')} placeholder="Decreto, instrucción o convenio" required /><TextField label="Si no se cumple" value={values.consequence} onChange={(consequence) => set({ consequence })} required={false} /></Fields>
          <Fields columns={2}><DateField label="Rige desde" value={values.startsOn} onChange={(startsOn) => set({ startsOn })} error={error('startsOn')} required /><DateField label="Hasta" value={values.endsOn} onChange={(endsOn) => set({ endsOn })} error={error('endsOn')} required={false} /></Fields>
          {duty && <p className="source">Rige desde el {formatDay(duty.startsOn)}. Lo ya cumplido no cambia.</p>}
        </>
      )}
    </FormDialog>
  )
}

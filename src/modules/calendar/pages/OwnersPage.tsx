import { type Day, formatDay } from '#kernel'
import { DataTable, DateField, Fields, FormDialog, newId, PageTitle, PrintButton, ProblemView, Section, Select, StateBadge, TextField, useApi, useMay, useSession } from '#design'
import { type AbsenceView, type OwnerView, type SettingsView, triggerWords } from '../contract.ts'
import { LocalDutyForm } from './LocalDutyForm.tsx'
import './calendar.css'

const NONE = 'none'
type Units = SettingsView['units']
const choicesOf = (units: Units) => units.map(({ id, name }) => ({ value: id, title: name }))

const ChangeOwner = ({ owner, units }: { owner: OwnerView; units: Units }) => (
  <FormDialog<{ unitId: string; deputyUnitId: string }, unknown> button="Cambiar" kind="plain" size="compact" title={owner.title} action="calendar/set-owner" refresh={['calendar', 'home']} done="Responsable guardado" submit="Guardar" labels={{ unitId: 'Responde', deputyUnitId: 'Suplencia' }}
    start={() => ({ unitId: owner.unit?.id ?? '', deputyUnitId: owner.deputy?.id ?? NONE })} input={({ unitId, deputyUnitId }) => ({ duty: owner.code, unitId, deputyUnitId: deputyUnitId === NONE ? null : deputyUnitId, version: owner.version })}>
    {({ values, set, error }) => <Fields columns={2}><Select label="Responde" value={values.unitId} onChange={(unitId) => set({ unitId })} error={error('unitId')} choices={choicesOf(units)} required /><Select label="Suplencia" value={values.deputyUnitId} onChange={(deputyUnitId) => set({ deputyUnitId })} choices={[{ value: NONE, title: 'Nadie' }, ...choicesOf(units)]} /></Fields>}
  </FormDialog>
)
const AddAbsence = ({ units }: { units: Units }) => {
  const { today } = useSession().clock
  return (
    <FormDialog<{ id: string; unitId: string; from: Day | null; to: Day | null; reason: string }, unknown> button="Anotar una ausencia" icon="add" title="Anotar la ausencia de una jefatura" action="calendar/record-absence" refresh={['calendar', 'home']} done="Ausencia anotada" submit="Anotar" start={() => ({ id: newId(), unitId: '', from: today, to: today, reason: '' })} input={(draft) => draft}>
      {({ values, set, error }) => <>
        <Select label="Unidad" value={values.unitId} onChange={(unitId) => set({ unitId })} error={error('unitId')} choices={choicesOf(units)} help="Mientras dure, sus deberes pasan a la suplencia de cada uno." required />
        <Fields columns={2}><DateField label="Desde" value={values.from} onChange={(from) => set({ from })} error={error('from')} required /><DateField label="Hasta" value={values.to} onChange={(to) => set({ to })} error={error('to')} required /></Fields>
        <TextField label="Motivo" help="Sin datos de salud ni nombres." value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} placeholder="Feriado legal" required={false} />
      </>}
    </FormDialog>
  )
}
const UndoAbsence = ({ absence }: { absence: AbsenceView }) => (
  <FormDialog<{ reason: string }, unknown> button="Anular" kind="danger" size="compact" title="Anular la ausencia" action="calendar/undo-absence" refresh={['calendar', 'home']} done="Ausencia anulada" submit="Anular" start={() => ({ reason: '' })} input={({ reason }) => ({ id: absence.id, reason })}>
    {({ values, set, error }) => <TextField label="Por qué" value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required />}
  </FormDialog>
)

/** Who owes each duty here, the municipality's own duties, and absences. */
const OwnersPage = () => {
  const manage = useMay('calendar.manage')
  const { data, problem, loading } = useApi<SettingsView>('calendar/settings')
  const units = data?.units ?? []
  const orphans = data?.owners.filter(({ unit }) => !unit).length ?? 0
  return (
    <>
      <PageTitle title="Responsables del calendario" lead="Qué unidad responde de cada deber en esta municipalidad y cuál la suple. Lo que no se cambia sigue la sugerencia de la norma." actions={<>{manage && <LocalDutyForm units={units} />}{manage && <AddAbsence units={units} />}<PrintButton /></>} />
      {problem && <ProblemView problem={problem} />}
      {orphans > 0 && <p><StateBadge tone="bad">{orphans} sin responsable</StateBadge> Cree la unidad o elija otra.</p>}
      <DataTable<OwnerView> caption="Deberes y responsables" hideCaption phone="lines" loading={loading} rows={data?.owners} rowKey={({ code }) => code} source="normativa vigente y decisiones de la municipalidad"
        columns={[
          { key: 'title', title: 'Deber', width: '34%', text: ({ title }) => title, render: (owner) => <>{owner.title}{owner.local && <small className="soft"> propio</small>}</> }, { key: 'trigger', title: 'Cuándo', text: ({ trigger }) => triggerWords[trigger] ?? trigger },
          { key: 'unit', title: 'Responde', text: ({ unit }) => unit?.name ?? 'sin responsable', render: ({ unit, suggested }) => <>{unit?.name ?? <StateBadge tone="bad">sin responsable</StateBadge>}{unit && suggested && <small className="soft"> sugerida</small>}</> },
          { key: 'deputy', title: 'Suplencia', text: ({ deputy }) => deputy?.name ?? '' }, { key: 'norm', title: 'Norma', text: ({ norm }) => norm },
          ...(manage ? [{ key: 'do', title: 'Acciones', sortable: false, text: () => '', render: (owner: OwnerView) => <><ChangeOwner owner={owner} units={units} />{owner.local && (() => { const duty = data?.locals.find(({ id }) => id === owner.code); return duty && <LocalDutyForm units={units} duty={duty} /> })()}</> }] : []),
        ]} />
      <Section id="ausencias" title="Ausencias del año" aside={data?.absences.length}>
        {data?.absences.length === 0 ? <p className="source">Ninguna anotada.</p> : <ul className="plain-list">{data?.absences.map((absence) => <li key={absence.id} className="readiness"><span><b>{absence.unit}</b> del {formatDay(absence.from)} al {formatDay(absence.to)} {absence.reason}</span>{manage && <UndoAbsence absence={absence} />}</li>)}</ul>}
      </Section>
    </>
  )
}
export default OwnersPage

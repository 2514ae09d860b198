import { formatDay } from '#kernel'
import { ButtonLink, DataTable, Fields, FormDialog, PageTitle, PrintButton, ProblemView, Section, Select, StateBadge, useApi, useAsOf, useMay } from '#design'
import { type OwnerView, type SettingsView, triggerWords } from '../contract.ts'
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
/** Who owes each duty here, the municipality's own duties, and absences. */
const OwnersPage = () => {
  const [manage, absences] = [useMay('calendar.manage'), useMay('requests.manage')]
  const { effectiveOn, knownOn } = useAsOf()
  const { data, problem, loading } = useApi<SettingsView>('calendar/settings', { effectiveOn, knownOn })
  const units = data?.units ?? []
  const orphans = data?.owners.filter(({ unit }) => !unit).length ?? 0
  return (
    <>
      <PageTitle title="Responsables del calendario" lead="Qué unidad responde de cada deber en esta municipalidad y cuál la suple. Lo que no se cambia sigue la sugerencia de la norma." actions={<>{manage && <LocalDutyForm units={units} />}{absences && <ButtonLink href="/rendir/solicitudes/ausencias">Ausencias</ButtonLink>}<ButtonLink href="/calendario/costumbres">Avisos</ButtonLink><PrintButton /></>} />
      {problem && <ProblemView problem={problem} />}
      {orphans > 0 && <p><StateBadge tone="bad">{orphans} sin responsable</StateBadge> Cree la unidad o elija otra.</p>}
      <DataTable<OwnerView> caption="Deberes y responsables" hideCaption worksheets={manage ? [{ name: 'calendar.owners', title: 'Responsables' }, ...(data?.locals.length ? [{ name: 'calendar.local-duties', title: 'Deberes propios' }] : [])] : []} phone="lines" loading={loading} rows={data?.owners} rowKey={({ code }) => code} source="normativa vigente y decisiones de la municipalidad"
        columns={[
          { key: 'title', title: 'Deber', width: '34%', text: ({ title }) => title, render: (owner) => <>{owner.title}{owner.local && <small className="soft"> propio</small>}</> }, { key: 'trigger', title: 'Cuándo', text: ({ trigger }) => triggerWords[trigger] ?? trigger },
          { key: 'unit', title: 'Responde', text: ({ unit }) => unit?.name ?? 'sin responsable', render: ({ unit, suggested }) => <>{unit?.name ?? <StateBadge tone="bad">sin responsable</StateBadge>}{unit && suggested && <small className="soft"> sugerida</small>}</> },
          { key: 'deputy', title: 'Suplencia', text: ({ deputy }) => deputy?.name ?? '' }, { key: 'norm', title: 'Norma', text: ({ norm }) => norm },
          ...(manage ? [{ key: 'do', title: 'Acciones', sortable: false, text: () => '', render: (owner: OwnerView) => <><ChangeOwner owner={owner} units={units} />{owner.local && (() => { const duty = data?.locals.find(({ id }) => id === owner.code); return duty && <LocalDutyForm units={units} duty={duty} /> })()}</> }] : []),
        ]} />
      <Section id="ausencias" title="Quién está ausente hoy" aside={data?.absences.length}>
        {data?.absences.length === 0 ? <p className="source">Nadie, según el registro de ausencias y los decretos de subrogancia.</p> : <ul className="plain-list">{data?.absences.map(({ unit, post, absentPost, until }) => <li key={unit}><b>{unit}</b>: actúa {post}{absentPost && `, por ausencia de: ${absentPost}`}{until && `, hasta el ${formatDay(until)}`}.</li>)}</ul>}
      </Section>
    </>
  )
}
export default OwnersPage

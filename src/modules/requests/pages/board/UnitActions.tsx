import type { Day } from '#kernel'
import { ButtonLink, DateField, FormDialog, TextField } from '#design'
import type { UnitLine } from '../../contract.ts'
import { requestHref, reviewHref } from '../../hrefs.ts'
import { HandOver } from './HandOver.tsx'

type Reopen = { dueOn: Day | null; reason: string }

/** What the secretariat may do with one unit of a campaign. */
export const UnitActions = ({ unit, mayManage, onDone }: { unit: UnitLine; mayManage: boolean; onDone: () => void }) => (
  <span className="actions">
    {unit.sent > 0 && <ButtonLink size="compact" href={reviewHref(unit.id)}>Revisar</ButtonLink>}
    {unit.sent === 0 && unit.accepted + unit.returned > 0 && <ButtonLink kind="plain" size="compact" href={reviewHref(unit.id)}>Ver respuestas</ButtonLink>}
    {mayManage && !unit.locked && unit.sent + unit.accepted < unit.items && (
      <>
        <HandOver unit={unit} onDone={onDone} />
        <ButtonLink kind="plain" size="compact" href={requestHref(unit.id)}>Anotar lo recibido</ButtonLink>
        {unit.liveLinks > 0 && (
          <FormDialog<{ reason: string }, unknown> button="Anular enlaces" kind="plain" size="compact" title={`Anular los enlaces de ${unit.unitName}`} action="requests/revoke-links" refresh={['requests']} done="Enlaces anulados" submit="Anular" start={() => ({ reason: '' })} input={({ reason }) => ({ requestId: unit.id, reason })}>
            {({ values, set, error }) => <TextField name="reason" label="Motivo" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required />}
          </FormDialog>
        )}
      </>
    )}
    {mayManage && unit.locked && unit.state !== 'done' && (
      <FormDialog<Reopen, unknown> button="Reabrir" kind="plain" size="compact" title={`Reabrir para ${unit.unitName}`} action="requests/reopen-request" refresh={['requests']} done="Solicitud reabierta" submit="Reabrir" start={() => ({ dueOn: null, reason: '' })} input={({ dueOn, reason }) => ({ id: unit.id, dueOn: dueOn ?? '', reason })}>
        {({ values, set, error }) => <><DateField name="dueOn" label="Recibe respuestas hasta" value={values.dueOn} onChange={(dueOn) => set({ dueOn })} error={error('dueOn')} required /><TextField name="reason" label="Motivo" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required /></>}
      </FormDialog>
    )}
  </span>
)

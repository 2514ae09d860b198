import type { Day } from '#kernel'
import { DateField, Fields, FormDialog, newId, Select, TextField, useAddress, useSession } from '#design'
import { type DraftView, type SetView, type ZoneAct, zoneActs, zoneActTitle } from '../contract.ts'
import { zoneSetHref } from '../hrefs.ts'

/** The act and the dates that turn a draft into a version. */
export const AdoptDialog = ({ set, draft, reason }: { set: SetView; draft: Pick<DraftView, 'id' | 'version'>; reason?: string }) => {
  const { today } = useSession().clock
  const { go } = useAddress()
  return (
    <FormDialog button="Adoptar como versión" kind="primary" reason={reason} title={`Adoptar una versión de ${set.title}`} start={() => ({ actKind: (set.demonstration ? 'demonstration' : 'decree') as ZoneAct, actNumber: '', actOn: null as Day | null, validFrom: today as Day | null, validUntil: null as Day | null })}
      action="territory/adopt-version" input={(values) => ({ id: newId(), draftId: draft.id, draftVersion: draft.version, ...values })} refresh={['territory', 'evidence']} done="Versión adoptada" submit="Adoptar" onDone={() => go(zoneSetHref(set.id))}>
      {({ values, set: put, error }) => (
        <>
          <p>La versión no se cambia después: un nuevo trazado será otra. Se puede deshacer dentro del plazo.</p>
          <Fields columns={2}>
            <Select label="Acto" value={values.actKind} onChange={(actKind) => put({ actKind })} choices={zoneActs.map((value) => ({ value, title: zoneActTitle[value] }))} />
            <TextField label="Número" name="actNumber" value={values.actNumber} onChange={(actNumber) => put({ actNumber })} error={error('actNumber')} required={false} />
            <DateField label="Fecha del acto" value={values.actOn} onChange={(actOn) => put({ actOn })} required={false} />
            <DateField label="Rige desde" value={values.validFrom} onChange={(validFrom) => put({ validFrom })} error={error('validFrom')} required />
            <DateField label="Rige hasta" value={values.validUntil} onChange={(validUntil) => put({ validUntil })} required={false} />
          </Fields>
        </>
      )}
    </FormDialog>
  )
}

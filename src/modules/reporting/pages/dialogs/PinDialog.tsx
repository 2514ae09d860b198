import { type Day, formatDay, readPeriod } from '#kernel'
import { Button, DateField, Dialog, Fields, Form, FormActions, ProblemView, useAct, useSession } from '#design'
import { useState } from 'react'
import type { ReportView } from '../../contract.ts'
import { REFRESH } from '../report-data.ts'

/** Fixes the pair of dates of every figure of the report, or lets them follow the day. */
export const PinDialog = ({ view, onClose }: { view: ReportView; onClose: () => void }) => {
  const { report } = view
  const { today } = useSession().clock
  const [effectiveOn, setEffective] = useState<Day | null>(report.asOf.effectiveOn)
  const [knownOn, setKnown] = useState<Day | null>(report.asOf.knownOn)
  const { run, running, problem } = useAct('reporting/pin-dates', { refresh: REFRESH, done: 'Las fechas del informe cambiaron', onDone: onClose })
  const from = readPeriod(report.period)?.from
  const pin = () => { if (effectiveOn && knownOn) void run({ report: report.id, version: report.version, dates: { effectiveOn, knownOn } }) }
  return (
    <Dialog title="Las dos fechas del informe" open onClose={onClose}>
      <p className="soft">{report.pinned ? `Fijadas: hechos al ${formatDay(report.asOf.effectiveOn)}, conocido al ${formatDay(report.asOf.knownOn)}.` : 'Hoy el informe lee lo conocido cada día. Fijarlas hace que ninguna cifra se mueva mientras se revisa.'}</p>
      <Form label="Fijar las fechas" onSubmit={pin}>
        <Fields columns={2}>
          <DateField label="Hechos al" value={effectiveOn} onChange={setEffective} minimum={from} />
          <DateField label="Conocido al" value={knownOn} onChange={setKnown} maximum={today} />
        </Fields>
        {problem && <ProblemView problem={problem} />}
        <FormActions>
          <Button kind="plain" onPress={onClose}>Descartar</Button>
          {report.pinned && <Button busy={running} onPress={() => void run({ report: report.id, version: report.version, dates: null })}>Soltar las fechas</Button>}
          <Button kind="primary" type="submit" busy={running} disabled={!effectiveOn || !knownOn}>Fijar</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

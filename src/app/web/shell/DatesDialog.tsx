import { useState } from 'react'
import { type Day, readPeriod } from '#kernel'
import { Button, ComboBox, DateField, Dialog, periodChoices, useAddress, useAsOf, usePeriod, useSession } from '#design'

/** Chooses the period and the two dates at once. */
const DatesDialog = ({ onClose }: { onClose: () => void }) => {
  const { today } = useSession().clock
  const { set } = useAddress()
  const { period, chosen } = usePeriod()
  const asOf = useAsOf()
  const [id, choose] = useState(period.id)
  const [effectiveOn, effective] = useState<Day | null>(asOf.effectiveOn)
  const [knownOn, known] = useState<Day | null>(asOf.knownOn)
  const offered = periodChoices(today).flatMap(({ title, periods }) => periods.map((one) => ({ value: one.id, title: one.title, note: title })))
  // A year long past arrives by a link: it stays among the choices while it is chosen.
  const choices = offered.some(({ value }) => value === period.id) ? offered : [{ value: period.id, title: period.title, note: String(period.year) }, ...offered]
  const pick = (next: string | null) => {
    const picked = next ? readPeriod(next) : undefined
    if (!picked) return
    choose(picked.id)
    effective(picked.to < today ? picked.to : today)
  }
  const usual = () => { set({ periodo: undefined, vigente: undefined, conocido: undefined }); onClose() }
  const apply = () => {
    const picked = readPeriod(id) ?? period
    const end = picked.to < today ? picked.to : today
    set({ periodo: picked.id, vigente: effectiveOn && effectiveOn !== end ? effectiveOn : undefined, conocido: knownOn && knownOn !== today ? knownOn : undefined })
    onClose()
  }
  return (
    <Dialog title="Período y las dos fechas" open onClose={onClose} actions={<>{(chosen || asOf.chosen) && <Button kind="plain" onPress={usual}>Volver a lo habitual</Button>}<Button onPress={onClose}>Cancelar</Button><Button kind="primary" onPress={apply}>Mirar así</Button></>}>
      <p className="soft">Todas las cifras y listas se calculan de nuevo con estas fechas, y quedan en la dirección de la página.</p>
      <div className="dates-dialog">
        <ComboBox label="Período" value={id} onChange={pick} choices={choices} />
        <DateField label="Hechos al" help="Cuenta lo que tuvo efecto hasta ese día." value={effectiveOn} onChange={effective} />
        <DateField label="Conocido al" help="Cuenta sólo lo que ya estaba registrado al terminar ese día." value={knownOn} onChange={known} maximum={today} />
      </div>
    </Dialog>
  )
}
export default DatesDialog

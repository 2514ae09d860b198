import { PageTitle, Practices, PrintButton, PrintFoot, useMay } from '#design'
import { useWorkDates } from './use-work-dates.ts'

/** Terms and reminders of the requests, as this office keeps them. */
const PracticesPage = () => {
  const dates = useWorkDates()
  return (
    <>
      <PageTitle title="Plazos y recordatorios" lead="Costumbres de esta oficina al pedir datos a las unidades. Un cambio rige desde hoy: las campañas abiertas conservan sus fechas." actions={<PrintButton />} />
      <Practices module="requests" mayChange={useMay('requests.manage')} dates={dates} />
      <PrintFoot text="Plazos y recordatorios de las solicitudes" />
    </>
  )
}
export default PracticesPage

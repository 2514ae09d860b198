import { PageTitle, Practices, PrintButton, PrintFoot, useMay } from '#design'
import { useDataDates } from '../use-data-dates.ts'

/** Days the office gives itself with units and services. */
const DeskTermsPage = () => {
  const dates = useDataDates()
  return (
    <>
      <PageTitle title="Plazos de la mesa" lead="Días que la oficina se da cuando la ley no fija plazo. Un cambio rige desde hoy: las solicitudes ya ingresadas conservan el suyo." actions={<PrintButton />} />
      <Practices module="statistics" mayChange={useMay('statistics.manage')} dates={dates} />
      <PrintFoot text="Plazos de la mesa de solicitudes de datos" />
    </>
  )
}
export default DeskTermsPage

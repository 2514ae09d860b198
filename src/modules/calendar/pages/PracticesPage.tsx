import { PageTitle, Practices, PrintButton, PrintFoot, useAsOf, useMay } from '#design'

/** How near is near in the calendar, as this office keeps it. */
const PracticesPage = () => {
  const { knownOn } = useAsOf()
  return (
    <>
      <PageTitle title="Avisos del calendario" lead="Con cuánta anticipación avisa el calendario en esta oficina. Las fechas de los deberes son de la ley y no se cambian aquí." actions={<PrintButton />} />
      <Practices module="calendar" mayChange={useMay('calendar.manage')} dates={{ knownOn }} />
      <PrintFoot text="Avisos del calendario legal" />
    </>
  )
}
export default PracticesPage

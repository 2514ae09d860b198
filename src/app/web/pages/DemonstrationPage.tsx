import { PageTitle, Reading, useSession, formatClock } from '#design'

/** What is real and what is not in a demonstration. */
const DemonstrationPage = () => {
  const { demonstration, clock, commune } = useSession()
  return (
    <>
      <PageTitle title="Datos de demostración" lead={demonstration ? `Esta instalación muestra ${commune?.name ?? 'una comuna'} con datos de demostración.` : 'Esta instalación no usa datos de demostración.'} />
      <Reading>
        <p>Las cifras públicas de la comuna son reales y llevan su fuente. Las personas, los proyectos y los movimientos del presupuesto son de demostración: siguen el ritmo de una comuna real y sus totales se apoyan en los publicados, pero no son actos de la municipalidad.</p>
        <p>Todo documento que se imprime desde aquí lo dice, y ninguno sirve como acto administrativo.</p>
        {clock.fixed && <p>El reloj está detenido en {formatClock(clock)}, para que los plazos se vean siempre igual.</p>}
      </Reading>
    </>
  )
}
export default DemonstrationPage

import { PageTitle, PrintButton, Tabs } from '#design'
import { Backups } from './system/Backups.tsx'
import { Health } from './system/Health.tsx'
import { Jobs } from './system/Jobs.tsx'

/** Sistema: health, backups and jobs, for whoever operates it. */
const SystemPage = () => (
  <>
    <PageTitle title="Sistema" lead="Salud, respaldos y trabajos de este sistema." actions={<PrintButton />} />
    <Tabs label="Partes del sistema" items={[{ id: 'salud', title: 'Salud', content: <Health /> }, { id: 'respaldos', title: 'Respaldos', content: <Backups /> }, { id: 'trabajos', title: 'Trabajos', content: <Jobs /> }]} />
  </>
)
export default SystemPage

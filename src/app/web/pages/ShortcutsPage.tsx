import { PageTitle, ShortcutTables } from '#design'

/** The keyboard, on a page of its own. */
const ShortcutsPage = () => <><PageTitle title="Atajos del teclado" lead="Las letras sueltas descansan mientras se escribe en un campo." /><ShortcutTables /></>
export default ShortcutsPage

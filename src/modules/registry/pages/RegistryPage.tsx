import { isOffered, PageTitle, useSession } from '#design'
import { pages } from '../pages.ts'

const PREFIX = '/registro/'

/** The inside of the municipality: one line for each of its lists. */
const RegistryPage = () => {
  const { account } = useSession()
  const mine = pages.filter((page) => page.path.startsWith(PREFIX) && page.listed !== false && isOffered(page, account?.permissions ?? []))
  return (
    <>
      <PageTitle title="Registro" lead="La municipalidad por dentro: quiénes trabajan en ella, en qué unidad y con qué cargo." />
      <ul className="door-pages">{mine.map(({ path, title, summary }) => <li key={path}><a href={path}>{title}</a><p>{summary}</p></li>)}</ul>
    </>
  )
}
export default RegistryPage

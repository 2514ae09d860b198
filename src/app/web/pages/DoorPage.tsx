import { doorOf, isOffered, PageTitle, type PageRoute, StateBadge, useAddress, useSession } from '#design'
import { modulePages } from '../pages.ts'
import { doorAt } from '../shell/find-page.ts'
import { shellPages } from '../shell/shell-pages.ts'
import { planned } from './door-plans.ts'

const pages: readonly PageRoute[] = [...modulePages, ...shellPages]

/** A door: what can be opened behind it, and what is said plainly not to be available yet. */
const DoorPage = () => {
  const { path } = useAddress()
  const { account } = useSession()
  const door = doorOf(doorAt(pages, path) ?? 'work')
  const mine = pages.filter((page) => page.door === door.key && page.listed !== false && !page.path.includes('$') && isOffered(page, account?.permissions ?? []))
  const coming = (planned[door.key] ?? []).filter((plan) => !pages.some((page) => page.path.startsWith(plan.path)))
  return (
    <>
      <PageTitle title={door.title} lead={door.purpose} />
      <ul className="door-pages">
        {mine.map((page) => <li key={page.path}><a href={page.path}>{page.title}</a><p>{page.summary}</p></li>)}
        {coming.map((plan) => <li key={plan.path}><span className="coming">{plan.title}</span><p>{plan.summary}</p><StateBadge tone="neutral" shape="missing">aún no disponible</StateBadge></li>)}
      </ul>
      {mine.length === 0 && <p className="source">Detrás de esta puerta todavía no hay nada que abrir. Mientras tanto, la función se cumple fuera del sistema.</p>}
    </>
  )
}
export default DoorPage

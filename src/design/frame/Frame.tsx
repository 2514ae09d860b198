import { type ReactNode, useEffect, useRef } from 'react'
import { Icon } from '../icons/Icon.tsx'
import { type DoorKey, doors } from './doors.ts'
import { Mark } from './Mark.tsx'

export type FrameProps = {
  place?: string
  /** Whole name, which only paper shows. */
  municipality?: string
  current?: DoorKey
  onSearch?: () => void
  /** The menu of the person (PersonMenu), or a link to enter. */
  person?: ReactNode
  /** What stands under the doors: the context line. */
  context?: ReactNode
  /** Left and right sides of the foot. */
  footLeft?: ReactNode
  footRight?: ReactNode
  withDoors?: boolean
  children: ReactNode
}

/** Brings the open door into view when the row of doors slides (narrow screens). */
const useOpenDoorInView = (current: DoorKey | undefined) => {
  const row = useRef<HTMLElement>(null)
  useEffect(() => {
    const open = row.current?.querySelector<HTMLElement>('[aria-current]')
    if (row.current && open) row.current.scrollLeft = open.offsetLeft - row.current.clientWidth / 2 + open.offsetWidth / 2
  }, [current])
  return row
}

/** What surrounds every page: skip link, mark, doors on the thread with the knot of the open one, search, person and foot. */
export const Frame = ({ place, municipality, current, onSearch, person, context, footLeft, footRight, withDoors = true, children }: FrameProps) => {
  const row = useOpenDoorInView(current)
  return (
    <>
      <a className="skip-link" href="#contenido">Ir al contenido</a>
      <header className="head on-surface">
        <div className="head-in" data-municipality={municipality}>
          <Mark place={place} />
          {withDoors && (
            <nav className="doors" aria-label="Puertas" ref={row}>
              {doors.map((door) => <a key={door.key} href={door.href} aria-current={door.key === current ? 'page' : undefined}>{door.title}</a>)}
            </nav>
          )}
          <div className="head-tools">
            {onSearch && (
              <button className="search-button" type="button" title="Buscar en todo" onClick={onSearch} aria-keyshortcuts="Control+K">
                <Icon name="search" /><span>Buscar</span> <kbd aria-hidden="true">Ctrl K</kbd>
              </button>
            )}
            {person}
          </div>
        </div>
      </header>
      {context}
      <main id="contenido" className="page" tabIndex={-1}>{children}</main>
      <footer className="foot"><span>{footLeft}</span><span>{footRight}</span></footer>
    </>
  )
}

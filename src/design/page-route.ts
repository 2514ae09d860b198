import type { ComponentType } from 'react'
import type { DoorKey } from './frame/doors.ts'

/**
 * A page of a module, loaded when it is visited. `path` begins with its door (`/presupuestar/pagos/$id`); `$name` is a parameter,
 * which the page reads with `useRouteParam('id')`. `listed: false` keeps it out of the door's page and of the search.
 */
export type PageRoute = {
  readonly path: string
  readonly door: DoorKey
  readonly title: string
  readonly summary?: string
  readonly listed?: boolean
  /** Permission without which the page is not offered; of several, any one is enough. */
  readonly permission?: string | readonly string[]
  readonly load: () => Promise<{ default: ComponentType }>
}

/** Is this page offered to someone with these permissions? */
export const isOffered = ({ permission }: Pick<PageRoute, 'permission'>, permissions: readonly string[]): boolean =>
  permission === undefined || (typeof permission === 'string' ? [permission] : permission).some((one) => permissions.includes(one))

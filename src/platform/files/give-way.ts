import { setPriority } from 'node:os'

/** A little under what answers people: pages do not wait for a file being read. */
const UNDER_PAGES = 5
/** Lowers the priority of a process that works beside the server. Systems that do not allow it leave it as it is. */
export const giveWay = (pid: number | undefined): void => {
  if (pid === undefined) return
  try {
    setPriority(pid, UNDER_PAGES)
  } catch {
    // It only loses the courtesy.
  }
}

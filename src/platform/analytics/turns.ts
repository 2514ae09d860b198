import { engineBusy } from './problems.ts'

export type Turns = { readonly take: (signal?: AbortSignal) => Promise<() => void>; readonly waiting: () => number }
const reasonOf = (signal: AbortSignal): Error => (signal.reason instanceof Error ? signal.reason : new Error('aborted'))

/** Lets `atOnce` in; the others wait in order, and above `waiting` are told to come back. Each gets the function that gives its turn back. */
export const turns = (atOnce: number, waiting: number): Turns => {
  let inside = 0
  const line: (() => void)[] = []
  const leave = (): (() => void) => {
    let left = false
    return () => {
      if (left) return
      left = true
      inside--
      line.shift()?.()
    }
  }
  return {
    waiting: () => line.length,
    take: (signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(reasonOf(signal))
        const enter = (): void => { signal?.removeEventListener('abort', gone); inside++; resolve(leave()) }
        const gone = (): void => { line.splice(line.indexOf(enter), 1); if (signal) reject(reasonOf(signal)) }
        if (inside < atOnce) return enter()
        if (line.length >= waiting) return reject(engineBusy({}))
        signal?.addEventListener('abort', gone)
        line.push(enter)
      }),
  }
}

const KEY = 'secplan.cifras-recientes'
const KEPT = 6

/** The figures lately put in a sentence, by key, on this device only. A browser that keeps nothing has none. */
export const recentFigures = {
  list: (): readonly string[] => {
    try {
      const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
      return Array.isArray(value) ? value.filter((one) => typeof one === 'string').slice(0, KEPT) : []
    } catch {
      return [] // Blocked storage or foreign content: a convenience is lost, nothing else.
    }
  },
  remember: (key: string): void => {
    try {
      localStorage.setItem(KEY, JSON.stringify([key, ...recentFigures.list().filter((one) => one !== key)].slice(0, KEPT)))
    } catch {
      // Storage may be blocked by the office; the figure is inserted all the same.
    }
  },
}

/** How the program runs: from the command line and the environment, read once, wrong values refused loudly. */
export type Configuration = {
  readonly dataFolder: string
  /** PostgreSQL address; absent means the embedded engine. */
  readonly databaseUrl?: string
  readonly host: string
  readonly port: number
  /** Instant at which the clock is fixed on purpose (tests); a demonstration fixes its own. */
  readonly fixedInstant?: string
  /** Load the demonstration when nothing is installed yet. */
  readonly demonstration: boolean
  readonly publicAddress?: string
  readonly tls?: { readonly cert: string; readonly key: string }
  readonly behindProxy: boolean
}
/** The demonstration stands still here, so that its texts, dues and figures always agree. */
export const DEMO_INSTANT = '2026-07-22T09:40:00-04:00'
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.')

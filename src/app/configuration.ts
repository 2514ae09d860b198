/** How the program runs: from the command line and the environment, read once, wrong values refused loudly. */
export type Configuration = {
  readonly dataFolder: string
  /** PostgreSQL address; absent means the embedded engine. */
  readonly databaseUrl?: string
  readonly host: string
  readonly port: number
  /** Fixed instant of the demonstration; absent means the real clock. */
  readonly fixedInstant?: string
  readonly demonstration: boolean
  readonly publicAddress?: string
  readonly tls?: { readonly cert: string; readonly key: string }
  readonly behindProxy: boolean
}
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.')

import { hostname, networkInterfaces } from 'node:os'
import { type Configuration, isLoopback } from './configuration.ts'

const bracketed = (address: string): string => (address.includes(':') ? `[${address}]` : address)
const everywhere = (host: string): boolean => host === '0.0.0.0' || host === '::'

/** Names by which a configuration is asked: its public address, the host it listens on and, when it listens everywhere, this machine's own. */
export const servedHosts = (configuration: Configuration): readonly string[] => {
  const { host, publicAddress } = configuration
  const announced = publicAddress && URL.canParse(publicAddress) ? [new URL(publicAddress).host] : []
  if (isLoopback(host)) return announced
  if (!everywhere(host)) return [...announced, bracketed(host)]
  const own = Object.values(networkInterfaces()).flatMap((addresses) => (addresses ?? []).map(({ address }) => bracketed(address)))
  return [...announced, ...own, hostname()]
}

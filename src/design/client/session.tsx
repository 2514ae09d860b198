import type { Day } from '#kernel'
import { createContext, type ReactNode, useContext } from 'react'

export type SessionOffice = { readonly role: string; readonly title: string; readonly substitute: boolean }
export type SessionAccount = { readonly id: string; readonly name: string; readonly initials: string; readonly offices: readonly SessionOffice[]; readonly permissions: readonly string[]; readonly unitName?: string }
/** Answer of `GET /api/session`. */
export type Session = {
  readonly account: SessionAccount | null
  readonly commune: { readonly code: string; readonly name: string; readonly municipality: string } | null
  readonly communes: readonly { readonly code: string; readonly name: string }[]
  readonly clock: { readonly today: Day; readonly now: string; readonly fixed: boolean }
  readonly demonstration: boolean
  readonly csrf: string
  readonly firstRun: boolean
  readonly demoAccounts?: readonly { readonly email: string; readonly name: string; readonly office: string; readonly password: string }[]
}

const SessionContext = createContext<Session | undefined>(undefined)
export const SessionProvider = ({ session, children }: { session: Session; children: ReactNode }) => <SessionContext.Provider value={session}>{children}</SessionContext.Provider>

/** Who is here, in which commune, on which day. */
export const useSession = (): Session => {
  const session = useContext(SessionContext)
  if (!session) throw new Error('Falta SessionProvider sobre esta pieza')
  return session
}

/** May this person do it? Screens hide or explain; the server decides. */
export const useMay = (permission: string): boolean => useSession().account?.permissions.includes(permission) ?? false

/** «Carolina Manríquez, directora de SECPLA (S)». */
export const officeText = (account: SessionAccount): string =>
  account.offices.map((office) => `${office.title}${office.substitute ? ' (S)' : ''}`).join(', ') || account.unitName || ''

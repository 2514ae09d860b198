import { useQueryClient } from '@tanstack/react-query'
import { api, chooseAppearance, Menu, officeText, type Theme, useAddress, useAppearance, useSession, useToasts } from '#design'

const themes: readonly { readonly id: Theme; readonly title: string }[] = [{ id: 'auto', title: 'Tema del equipo' }, { id: 'light', title: 'Claro' }, { id: 'dark', title: 'Oscuro' }, { id: 'contrast', title: 'Contraste alto' }]

/** Who is here; theme, account and way out. */
export const PersonMenu = () => {
  const { account } = useSession()
  const { theme } = useAppearance()
  const { go } = useAddress()
  const { say } = useToasts()
  const client = useQueryClient()
  if (!account) return null
  const leave = () => { api.act('identity/sign-out', {}).then(() => { client.clear(); go('/'); void client.invalidateQueries() }, () => say('No se pudo cerrar la sesión: no hay conexión con el servidor.')) }
  return (
    <Menu className="person-button" button={account.initials} label={`${account.initials}, ${account.name}, ${officeText(account)}: cuenta y preferencias`} onGo={go} groups={[
      { title: `${account.name} · ${officeText(account)}`, entries: [{ id: 'account', title: 'Cuenta y preferencias', href: '/cuenta' }] },
      { title: 'Tema', entries: themes.map(({ id, title }) => ({ id, title, chosen: theme === id, onPress: () => chooseAppearance({ theme: id }) })) },
      { entries: [...(account.permissions.includes('calendar.read') ? [{ id: 'calendar', title: 'Calendario legal', href: '/calendario' }] : []), ...(account.permissions.includes('registry.read') ? [{ id: 'registry', title: 'Registro', href: '/registro' }] : []), ...(account.permissions.includes('system.operate') ? [{ id: 'system', title: 'Sistema', href: '/sistema' }] : []), ...(account.permissions.includes('evidence.audit') ? [{ id: 'ledger', title: 'Bitácora', href: '/bitacora' }] : []), { id: 'law', title: 'Normativa vigente', href: '/normativa' }, { id: 'help', title: 'Ayuda y guías', keys: '?', href: '/ayuda' }, { id: 'keys', title: 'Atajos del teclado', href: '/atajos' }, { id: 'leave', title: 'Salir', onPress: leave }] },
    ]} />
  )
}

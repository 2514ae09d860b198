import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Header } from 'react-aria-components/Header'
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Icon } from '../icons/Icon.tsx'
import { keyText, saysKey } from '../form/title-keys.ts'
import { Popover } from 'react-aria-components/Popover'

export type MenuEntry = { readonly id: string; readonly title: string; readonly note?: string; readonly keys?: string; readonly href?: string; readonly onPress?: () => void; readonly disabled?: boolean; readonly chosen?: boolean }
export type MenuGroup = { readonly title?: string; readonly entries: readonly MenuEntry[] }

/** Actions behind one button. `button` is what is seen; `label` names it when it is only an icon. */
export const Menu = ({ button, label, className = 'button', shortcut, groups, onGo }: { button: ReactNode; label?: string; className?: string; shortcut?: string; groups: readonly MenuGroup[]; onGo?: (href: string) => void }) => (
  <MenuTrigger>
    <Button ref={saysKey(shortcut)} className={className} aria-label={label}>{button}{shortcut && <kbd aria-hidden="true">{keyText(shortcut)}</kbd>}</Button>
    <Popover className="floating pop menu-pop" placement="bottom end" offset={6}>
      <AriaMenu className="menu" aria-label={label}>
        {groups.map((group, index) => (
          <MenuSection key={group.title ?? index} className="menu-group" aria-label={group.title ?? label ?? 'Acciones'}>
            {group.title && <Header>{group.title}</Header>}
            {group.entries.map((entry) => (
              <MenuItem key={entry.id} id={entry.id} className="menu-item" textValue={entry.title} isDisabled={entry.disabled} href={onGo ? undefined : entry.href}
                onAction={() => { entry.onPress?.(); if (entry.href && onGo) onGo(entry.href) }}>
                <span>{entry.title}{entry.chosen && <span className="visually-hidden">, elegido</span>}{entry.note && <small>{entry.note}</small>}</span>
                {entry.chosen ? <Icon name="check" /> : entry.keys && <kbd>{entry.keys}</kbd>}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </AriaMenu>
    </Popover>
  </MenuTrigger>
)

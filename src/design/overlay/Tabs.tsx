import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'
import { useAddressParam } from '../address/address.tsx'

export type TabItem = { readonly id: string; readonly title: string; readonly count?: number | string; readonly content: ReactNode }

/** Panels one at a time; the open one is in the address (`?parte=…`), so «atrás» returns to it. */
export const Tabs = ({ label, items, param = 'parte' }: { label: string; items: readonly TabItem[]; param?: string }) => {
  const [open, choose] = useAddressParam(param, items[0]?.id ?? '')
  return (
    <AriaTabs selectedKey={items.some(({ id }) => id === open) ? open : items[0]?.id} onSelectionChange={(key) => choose(String(key))}>
      <TabList className="tabs" aria-label={label}>
        {items.map((item) => <Tab key={item.id} id={item.id} className="tab">{item.title}{item.count !== undefined && <small> {item.count}</small>}</Tab>)}
      </TabList>
      {items.map((item) => <TabPanel key={item.id} id={item.id} className="tab-panel">{item.content}</TabPanel>)}
    </AriaTabs>
  )
}

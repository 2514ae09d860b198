import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { day } from '#kernel'
import { AddressProvider, api, chooseAppearance, ContextLine, type Density, FigureSheetProvider, Frame, type LoadSheet, PageTitle, Segmented, SessionProvider, startAppearance, type Theme, ToastProvider, useAppearance, useMemoryAddress } from '#design'
import '../src/design/styles/index.css'
import './stories.css'
import { ChartStories, FigureStories, StateStories, ThreadStories } from './read-stories.tsx'
import { ControlStories, FieldStories, FloatingStories, MessageStories } from './write-stories.tsx'
import { GridStories, RecordStories, SheetStories, TableStories } from './data-stories.tsx'

const load: LoadSheet = (recipe, page, signal) => api.query(`figures/${recipe.id}`, { ...recipe.parameters, page }, signal)
const session = { account: { id: 'a', name: 'Carolina Manríquez', initials: 'CM', offices: [], permissions: [] }, commune: { code: '09109', name: 'Loncoche', municipality: 'Municipalidad de Loncoche' }, communes: [], clock: { today: day('2026-07-22'), now: '2026-07-22T13:40:00Z', fixed: true }, demonstration: true, csrf: '', firstRun: false }

const Providers = ({ children }: { children: ReactNode }) => (
  <I18nProvider locale="es-CL"><QueryClientProvider client={new QueryClient()}><ToastProvider><SessionProvider session={session}><AddressProvider value={useMemoryAddress()}><FigureSheetProvider load={load}>{children}</FigureSheetProvider></AddressProvider></SessionProvider></ToastProvider></QueryClientProvider></I18nProvider>
)
const Switches = () => {
  const { theme, density } = useAppearance()
  return (
    <>
      <Segmented<Theme> label="Tema" value={theme} onChange={(next) => chooseAppearance({ theme: next })} choices={[{ value: 'auto', title: 'Equipo' }, { value: 'light', title: 'Claro' }, { value: 'dark', title: 'Oscuro' }, { value: 'contrast', title: 'Contraste' }]} />
      <Segmented<Density> label="Densidad" value={density} onChange={(next) => chooseAppearance({ density: next })} choices={[{ value: 'comfortable', title: 'Cómoda' }, { value: 'usual', title: 'Habitual' }, { value: 'compact', title: 'Compacta' }]} />
    </>
  )
}

startAppearance()
const root = document.getElementById('root')
if (root) createRoot(root).render(
  <StrictMode>
    <Providers>
      <Frame place="Loncoche" current="work" onSearch={() => undefined} person={<button type="button" className="person-button" aria-label="CM, Carolina Manríquez">CM</button>} context={<ContextLine crumbs={[{ title: 'Referencia visual', href: '/' }, { title: 'Componentes' }]} demonstration />} footLeft="Municipalidad de Loncoche" footRight="Componentes">
        <PageTitle title="Componentes" lead="Las piezas con que se arma todo. Cada una existe en claro, oscuro, contraste alto, teléfono e impresión." actions={<Switches />} />
        <ThreadStories /><StateStories /><FigureStories /><ControlStories /><FieldStories /><GridStories /><FloatingStories /><MessageStories /><TableStories /><SheetStories /><ChartStories /><RecordStories />
      </Frame>
    </Providers>
  </StrictMode>,
)

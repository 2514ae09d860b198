import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { isProblem, ToastProvider } from '#design'
import { router } from './router.tsx'

/** A lost connection or an overloaded server is tried once more; what the server refused is not. */
const client = new QueryClient({
  defaultOptions: { queries: { staleTime: 15_000, retry: (count, error) => count < 1 && (!isProblem(error) || error.status === 0 || error.status >= 502) } },
})

export const App = () => (
  <I18nProvider locale="es-CL">
    <QueryClientProvider client={client}>
      <ToastProvider><RouterProvider router={router} /></ToastProvider>
    </QueryClientProvider>
  </I18nProvider>
)

import { counted, formatNumber } from '#kernel'
import { Button } from '../form/Button.tsx'

/** Pages of a list, from 1. `total` is the count of records, said in words. */
export const Pagination = ({ page, pages, total, onPage, label = 'Páginas' }: { page: number; pages: number; total?: number; onPage: (page: number) => void; label?: string }) => {
  if (pages <= 1 && total === undefined) return null
  if (pages <= 1) return <p className="source">{counted(total ?? 0, 'registro', 'registros')}</p>
  return (
    <nav className="pagination" aria-label={label}>
      <Button size="compact" icon="left" label="Página anterior" disabled={page <= 1} onPress={() => onPage(page - 1)} />
      <span aria-live="polite">Página {formatNumber(page)} de {formatNumber(Math.max(1, pages))}{total !== undefined && ` · ${counted(total, 'registro', 'registros')}`}</span>
      <Button size="compact" icon="right" label="Página siguiente" disabled={page >= pages} onPress={() => onPage(page + 1)} />
    </nav>
  )
}

import type { ReactNode } from 'react'

export type Crumb = { readonly title: string; readonly href?: string }

/** Path at the left; period, the two dates and the demonstration mark at the right, always in the same place. */
export const ContextLine = ({ crumbs, dates, demonstration = false }: { crumbs: readonly Crumb[]; dates?: ReactNode; demonstration?: boolean }) => (
  <div className="context-line" role="region" aria-label="Ruta, período y fechas">
    <nav aria-label="Ruta">
      <ol className="breadcrumbs">
        {crumbs.map((crumb, index) => (
          <li key={`${index}-${crumb.title}`}>
            {crumb.href && index < crumbs.length - 1 ? <a href={crumb.href}>{crumb.title}</a> : <span aria-current={index === crumbs.length - 1 ? 'page' : undefined}>{crumb.title}</span>}
          </li>
        ))}
      </ol>
    </nav>
    <div className="dates">{dates}{demonstration && <a className="demo-mark" href="/ayuda/demostracion">Datos de demostración</a>}</div>
  </div>
)

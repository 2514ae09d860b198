import type { ReactNode } from 'react'

/** Head of a page: what stands above (kind, code, seals), the title, one sentence, and at most one main action. */
export const PageTitle = ({ title, above, lead, actions }: { title: ReactNode; above?: ReactNode; lead?: ReactNode; actions?: ReactNode }) => (
  <div className="page-title">
    <div>
      {above && <div className="above-title">{above}</div>}
      <h1>{title}</h1>
      {lead && <p>{lead}</p>}
    </div>
    {actions && <div className="actions">{actions}</div>}
  </div>
)

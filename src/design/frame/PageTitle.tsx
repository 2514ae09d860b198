import { createContext, type ReactNode, useContext } from 'react'
import { KeyPlace } from '../form/title-keys.ts'

/** Opens the help of the page; without it no «?» is drawn. */
export const HelpOpener = createContext<(() => void) | undefined>(undefined)

/** Head of a page: what stands above (kind, code, seals), the title, one sentence, at most one main action, and «?» for its help. */
export const PageTitle = ({ title, above, lead, actions }: { title: ReactNode; above?: ReactNode; lead?: ReactNode; actions?: ReactNode }) => {
  const help = useContext(HelpOpener)
  return (
    <div className="page-title">
      <div>
        {above && <div className="above-title">{above}</div>}
        <h1>{title}</h1>
        {lead && <p>{lead}</p>}
      </div>
      {(actions || help) && <div className="actions"><KeyPlace value="page">{actions}</KeyPlace>{help && <button type="button" className="button help-button" aria-label="Ayuda de esta página" title="Ayuda de esta página (tecla ? o F1)" aria-keyshortcuts="? F1" onClick={help}>?</button>}</div>}
    </div>
  )
}

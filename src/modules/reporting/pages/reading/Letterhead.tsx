import { type DocumentBody, formatDay } from '#kernel'
import { api, useApi, useMay } from '#design'

/** The head of the document as paper prints it: emblem, municipality and unit, title, to whom, by which law, and the two dates. */
export const Letterhead = ({ body }: { body: DocumentBody }) => {
  const { municipality, unit, address } = body.commune
  const may = useMay('registry.read')
  const { data } = useApi<{ commune: { letterhead: string | null } }>('registry/show-commune', {}, { enabled: may })
  const arms = data?.commune.letterhead
  return (
    <header className="letterhead-block">
      <div className="letterhead-who">
        {arms && <img src={api.file(arms)} alt="" />}
        <p><b>{municipality}</b><span>{unit}</span>{address && <span>{address}</span>}</p>
      </div>
      <div className="letterhead-title">
        <p className="letterhead-name">{body.title}</p>
        {body.subtitle && <p className="letterhead-subtitle">{body.subtitle}</p>}
        {body.addressee && <p><span>Al</span> {body.addressee}</p>}
        {body.legalBasis && <p>{body.legalBasis}</p>}
        <p>Hechos al {formatDay(body.asOf.effectiveOn)} · conocido al {formatDay(body.asOf.knownOn)}</p>
      </div>
    </header>
  )
}

import { type LawParameter, type LawValue, needsConfirmation } from '#kernel'
import { type HelpLaw, ProblemView, StateBadge, ThinLoader, useApi } from '#design'

type InForce = LawParameter & { readonly inForce?: LawValue }
const cited = ({ norm, article }: Pick<LawValue, 'norm' | 'article'>): string => (article ? `${norm}, ${/^\d/.test(article) ? 'artículo ' : ''}${article}` : norm)
const Doubt = ({ confidence }: { confidence: string }) => (confidence.startsWith('M') ? <StateBadge tone="warning">por confirmar</StateBadge> : null)

/** The articles that command a page. Those with a value in force open it in «Normativa vigente»; the municipality may have confirmed them since. */
export const LawList = ({ laws }: { laws: readonly HelpLaw[] }) => {
  const ids = laws.filter((law) => typeof law === 'string')
  const { data, problem, loading } = useApi<{ parameters: readonly InForce[] }>('law', { ids: ids.join(',') }, { enabled: ids.length > 0 })
  if (laws.length === 0) return <p className="soft small">Ninguna norma manda esta página: es una herramienta de la oficina.</p>
  return (
    <>
      <h3>Qué norma la manda</h3>
      <ThinLoader active={loading && ids.length > 0 && !data} label="Buscando la norma" />
      {problem && <ProblemView problem={problem} />}
      <ul>
        {laws.map((law) => {
          if (typeof law !== 'string') return <li key={`${law.norm} ${law.article}`}><b>{cited(law)}</b><small>{law.about}</small><Doubt confidence={law.confidence} /></li>
          const known = data?.parameters.find(({ id }) => id === law)
          if (!known?.inForce) return null
          return <li key={law}><a href={`/normativa?texto=${encodeURIComponent(law)}`}>{cited(known.inForce)}</a><small>{known.title}</small>{needsConfirmation(known.inForce) && <Doubt confidence="M" />}</li>
        })}
      </ul>
    </>
  )
}

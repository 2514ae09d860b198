import { sortKey } from '#kernel'
import { EmptyState, PageTitle, PrintButton, ProblemView, SearchBox, Section, ThinLoader, useAddressParam, useApi } from '#design'

type Guide = { readonly name: string; readonly title: string; readonly who: string; readonly words: string }
type Group = { readonly title: string; readonly guides: readonly Guide[] }

/** The guides of the manual, by who does the task, with a search in their text. */
const HelpPage = () => {
  const { data, problem, loading } = useApi<{ groups: readonly Group[] }>('manual')
  const [text, search] = useAddressParam('texto')
  const words = sortKey(text).split(/\s+/).filter(Boolean)
  const groups = data?.groups.map(({ title, guides }) => ({ title, guides: guides.filter((guide) => { const key = sortKey(`${guide.title} ${guide.who} ${guide.words} ${title}`); return words.every((word) => key.includes(word)) }) })).filter(({ guides }) => guides.length > 0)
  return (
    <>
      <PageTitle title="Ayuda" lead="Una guía por tarea, de dos páginas a lo más: quién, cuándo, qué norma, los pasos y qué hacer cuando algo no resulta." actions={<PrintButton />} />
      <div className="no-print"><SearchBox label="Buscar en las guías" value={text} onChange={search} /></div>
      <ThinLoader active={loading && !data} label="Abriendo el manual" />
      {problem && <ProblemView problem={problem} />}
      {groups?.length === 0 && <EmptyState title="Ninguna guía coincide"><p>Pruebe con menos palabras, o con el nombre de lo que quiere hacer.</p></EmptyState>}
      {groups?.map(({ title, guides }) => (
        <Section key={title} title={title}>
          <ul className="guide-list">
            {guides.map((guide) => (
              <li key={guide.name}>
                <a href={`/ayuda/manual/${guide.name}`}>{guide.title}</a>
                <span className="soft">{guide.who}</span>
                <a className="small no-print" href={`/api/manual/${guide.name}/pdf`} download>PDF<span className="visually-hidden">: {guide.title}</span></a>
              </li>
            ))}
          </ul>
        </Section>
      ))}
      <p className="source">También: <a href="/atajos">atajos del teclado</a> · <a href="/normativa">normativa vigente</a>. En cualquier página, la tecla ? abre su ayuda.</p>
    </>
  )
}
export default HelpPage

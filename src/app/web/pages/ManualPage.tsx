import type { ReactNode } from 'react'
import { ButtonLink, PageTitle, PrintButton, ProblemView, Reading, ThinLoader, useApi, usePageName, useRouteParam } from '#design'
import { manualBlocks, type ManualBlock } from './manual-blocks.ts'

/** Bold, code and links of a line. Links between pages of the manual stay inside the product. */
const Line = ({ text }: { text: string }): ReactNode =>
  text.split(/(\*\*[^*]+\*\*|`[^`]+`|\[[^\]]+\]\([^)]+\))/).map((part, index) => {
    if (part.startsWith('**')) return <b key={index}>{part.slice(2, -2)}</b>
    if (part.startsWith('`')) return <code key={index}>{part.slice(1, -1)}</code>
    const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part)
    if (!link) return part
    const inside = /^([\w-]+)\.md$/.exec(link[2] ?? '')
    return <a key={index} href={inside ? `/ayuda/manual/${inside[1]}` : link[2]}>{link[1]}</a>
  })
const Block = ({ block }: { block: ManualBlock }) => {
  switch (block.kind) {
    case 'heading': return <h2>{block.text}</h2>
    case 'list': { const List = block.ordered ? 'ol' : 'ul'; return <List>{block.items.map((item) => <li key={item}><Line text={item} /></li>)}</List> }
    case 'table': return <table><thead><tr>{block.head.map((cell, index) => <th key={index} scope="col"><Line text={cell} /></th>)}</tr></thead><tbody>{block.rows.map((row, index) => <tr key={index}>{row.map((cell, column) => <td key={column}><Line text={cell} /></td>)}</tr>)}</tbody></table>
    case 'code': return <pre>{block.text}</pre>
    default: return <p><Line text={block.text} /></p>
  }
}
const GUIDES = [{ title: 'Ayuda', href: '/ayuda' }]

/** A page of the manual inside the product, to read or print. */
const ManualPage = () => {
  const name = useRouteParam('id')
  const { data, problem, loading } = useApi<{ title: string; text: string }>(`manual/${name}`)
  usePageName(data?.title ?? 'Manual', GUIDES)
  if (problem) return <ProblemView problem={problem} />
  if (!data) return <ThinLoader active={loading} label="Abriendo el manual" />
  return (
    <>
      <PageTitle title={data.title} above="Manual" actions={<><ButtonLink href="/ayuda">Todas las guías</ButtonLink><PrintButton /><ButtonLink icon="download" href={`/api/manual/${name}/pdf`} download>PDF</ButtonLink></>} />
      <Reading>{manualBlocks(data.text).map((block, index) => <Block key={index} block={block} />)}</Reading>
    </>
  )
}
export default ManualPage

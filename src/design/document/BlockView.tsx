import { type Block, type Inline, referenceText } from '#kernel'
import { Chart } from '../chart/Chart.tsx'
import { FigureButton } from '../figure/FigureButton.tsx'
import { FigureRow } from '../figure/FigureRow.tsx'
import { BlockTable } from '../table/BlockTable.tsx'
import type { ReactNode } from 'react'
import { useToReference } from './reference-place.ts'
import { unitOnce } from './unit-once.ts'

export type Labels = { readonly headings?: ReadonlyMap<string, string>; readonly objects?: ReadonlyMap<string, string> }

const strong = (node: ReactNode, on: boolean): ReactNode => (on ? <strong>{node}</strong> : node)
/** Goes to the table, also in another chapter when the page says how. */
const ReferenceView = ({ reference, labels }: { reference: Extract<Inline, { type: 'reference' }>; labels?: Labels }) => {
  const label = labels?.objects?.get(reference.target)
  const go = useToReference()
  const text = labels?.objects ? referenceText(label, reference.text) : reference.text
  return label ? <a className="reference" href={`#${reference.target}`} onClick={(event) => { if (go) { event.preventDefault(); go(reference.target) } }}>{text}</a> : <>{text}</>
}
/** Text, figures, links and references of a sentence. */
export const Inlines = ({ content, labels }: { content: readonly Inline[]; labels?: Labels }) => content.map((inline, index) => {
  if (inline.type === 'figure') return <FigureButton key={index} figure={inline.figure} show={inline.show} />
  if (inline.type === 'link') return <a key={index} href={inline.href}>{inline.text}</a>
  if (inline.type === 'reference') return <ReferenceView key={index} reference={inline} labels={labels} />
  return <span key={index}>{strong(inline.marks?.includes('em') ? <em>{inline.text}</em> : inline.text, inline.marks?.includes('strong') ?? false)}</span>
})
const noteTitle = { info: 'Nota', warning: 'Advertencia', bad: 'Reparo' } as const
const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)

const HeadingView = ({ block, number, labels }: { block: Extract<Block, { type: 'heading' }>; number?: string; labels: Labels }) => {
  const Tag = block.level === 1 ? 'h2' : block.level === 2 ? 'h3' : 'h4'
  return <Tag id={block.id} className={`report-h${block.level}`}>{number && <span className="heading-number">{number}{block.level === 1 ? '.' : ''} </span>}<Inlines content={block.content} labels={labels} /></Tag>
}

/** One block as documents print it, with its figures open. First-level headings are second level of the page. */
export const BlockView = ({ block, labels = {} }: { block: Block; labels?: Labels }) => {
  const label = labels.objects?.get(block.id)
  switch (block.type) {
    case 'heading': return <HeadingView block={block} number={labels.headings?.get(block.id)} labels={labels} />
    case 'paragraph': return <p id={block.id}><Inlines content={block.content} labels={labels} />{block.author && <span className="block-author">Redacta {lower(block.author)}</span>}</p>
    case 'list': { const Tag = block.ordered ? 'ol' : 'ul'; return <Tag id={block.id}>{block.items.map((item, index) => <li key={index}><Inlines content={item} labels={labels} /></li>)}</Tag> }
    case 'note': return <aside id={block.id} className={`note-block tone-${block.tone}`} aria-label={block.title ?? noteTitle[block.tone]}><b>{block.title ?? noteTitle[block.tone]}</b> <Inlines content={block.content} labels={labels} /></aside>
    case 'table': return <div className="report-object" id={block.id}><BlockTable block={unitOnce(label ? { ...block, title: `${label}. ${block.title}` } : block)} /></div>
    case 'chart': return <div className="report-object" id={block.id}><Chart block={label ? { ...block, title: `${label}. ${block.title}` } : block} /></div>
    case 'figures': return <div className="report-object" id={block.id}><FigureRow items={block.items} /></div>
    case 'page-break': return <div className="page-break" />
    case 'signature': return <div className="signature" id={block.id}><b>{block.name}</b><span>{block.office}{block.substitute ? ' (S)' : ''}</span></div>
  }
}
export const BlockList = ({ blocks, labels }: { blocks: readonly Block[]; labels?: Labels }) => blocks.map((block) => <BlockView key={block.id} block={block} labels={labels} />)

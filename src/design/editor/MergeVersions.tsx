import { useState } from 'react'
import type { Inline } from '#kernel'
import { Notice } from '../feedback/Notice.tsx'
import { Button } from '../form/Button.tsx'
import { Dialog } from '../overlay/Dialog.tsx'
import type { NarrativeBlock } from './blocks.ts'
import { compareVersions, type MergeRow, mergeVersions, type Side } from './merge.ts'
import './merge.css'

/** A short datum beside the text, with what each side says. */
export type MergeField = { readonly key: string; readonly label: string; readonly mine: string; readonly theirs: string; readonly suggested?: Side }
export type MergeVersionsProps = {
  /** Name of what two people wrote. */
  readonly title: string
  readonly detail: string
  /** The version both started from, what I wrote and what is stored. */
  readonly base: readonly NarrativeBlock[]
  readonly mine: readonly NarrativeBlock[]
  readonly theirs: readonly NarrativeBlock[]
  readonly fields?: readonly MergeField[]
  readonly onSettle: (blocks: readonly NarrativeBlock[], fields: Readonly<Record<string, Side>>) => void
}
const kindOf = (block: NarrativeBlock): string => ({ heading: 'Título', paragraph: 'Párrafo', list: 'Lista', note: 'Nota' })[block.type]
const said = (content: readonly Inline[]): string => content.map((inline) => (inline.type === 'figure' ? inline.figure.text : inline.text)).join('')
const plain = (block: NarrativeBlock): string => (block.type === 'list' ? block.items.map(said).join('; ') : said(block.content))
const words: Record<Side, string> = { mine: 'Lo suyo', theirs: 'Lo guardado' }
const SIDES = ['mine', 'theirs'] as const

const Version = ({ id, side, text, absent, only, chosen, onChoose }: { id: string; side: Side; text: string | undefined; absent: string; only: boolean; chosen: Side; onChoose: (side: Side) => void }) => (
  <label className="version" data-chosen={chosen === side || undefined}>
    <span><input type="radio" name={`merge-${id}`} checked={chosen === side} onChange={() => onChoose(side)} /> {words[side]}{only && <small> · cambió sólo aquí</small>}</span>
    <span className="version-text">{text || <i className="faint">{absent}</i>}</span>
  </label>
)
const absentOn = (side: Side): string => (side === 'mine' ? 'Usted lo borró, o no lo tiene' : 'No está en lo guardado')
const sideOf = (row: { readonly suggested?: Side }, chosen: Side | undefined): Side => chosen ?? row.suggested ?? 'mine'

/** Two people wrote the same text: both side by side, and three ways out. Nothing typed is lost: it can be undone with Ctrl+Z. */
export const MergeVersions = ({ title, detail, base, mine, theirs, fields = [], onSettle }: MergeVersionsProps) => {
  const [comparing, compare] = useState(false)
  const [chosen, choose] = useState<Readonly<Record<string, Side>>>({})
  const rows = compareVersions(base, mine, theirs)
  const data = fields.filter((field) => field.mine !== field.theirs)
  const different = rows.filter(({ same }) => !same).length + data.length
  const pick = (id: string) => (side: Side) => choose((old) => ({ ...old, [id]: side }))
  const settle = (blocks: readonly NarrativeBlock[], side?: Side) => { compare(false); onSettle(blocks, Object.fromEntries(data.map((field) => [field.key, side ?? sideOf(field, chosen[field.key])]))) }
  const line = (row: MergeRow) => {
    const block = row.mine ?? row.theirs
    if (!block) return null
    if (row.same) return <li key={row.id} className="merge-same"><small>{kindOf(block)} igual en ambas</small><p>{plain(block)}</p></li>
    return <li key={row.id}><fieldset><legend>{kindOf(block)}</legend><div className="versions">{SIDES.map((side) => { const own = row[side]; return <Version key={side} id={row.id} side={side} text={own && plain(own)} absent={absentOn(side)} only={row.suggested === side} chosen={sideOf(row, chosen[row.id])} onChoose={pick(row.id)} /> })}</div></fieldset></li>
  }
  return (
    <>
      <Notice tone="data" title={`Otra persona guardó «${title}» mientras usted escribía`} urgent action={<Button kind="primary" size="compact" onPress={() => compare(true)}>Comparar</Button>}>
        <p>{detail} Su texto sigue aquí y no se guarda hasta que decida: {different === 1 ? 'hay una diferencia' : `hay ${different} diferencias`}.</p>
      </Notice>
      <Dialog title={`Dos versiones de «${title}»`} open={comparing} onClose={() => compare(false)} wide actions={<><Button onPress={() => settle(theirs, 'theirs')}>Tomar lo guardado</Button><Button onPress={() => settle(mine, 'mine')}>Dejar lo mío</Button><Button kind="primary" onPress={() => settle(mergeVersions(rows, chosen))}>Unir lo elegido</Button></>}>
        <p className="soft">Elija párrafo por párrafo. Lo cambiado por una sola persona ya viene elegido.</p>
        <ol className="merge">
          {data.map((field) => <li key={field.key}><fieldset><legend>{field.label}</legend><div className="versions">{SIDES.map((side) => <Version key={side} id={field.key} side={side} text={field[side]} absent="Vacío" only={field.suggested === side} chosen={sideOf(field, chosen[field.key])} onChoose={pick(field.key)} />)}</div></fieldset></li>)}
          {rows.map(line)}
        </ol>
      </Dialog>
    </>
  )
}

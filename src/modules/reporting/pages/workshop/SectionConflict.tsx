import { Button, compareVersions, Dialog, type MergeRow, mergeVersions, type NarrativeBlock, Notice, type Side } from '#design'
import { useState } from 'react'
import { plainText } from '../report-data.ts'
import type { Conflict } from './save-state.ts'

const kindOf = (block: NarrativeBlock): string => ({ heading: 'Título', paragraph: 'Párrafo', list: 'Lista', note: 'Nota' })[block.type]
const said: Record<Side, string> = { mine: 'Lo suyo', theirs: 'Lo guardado' }

const Version = ({ row, side, chosen, onChoose }: { row: MergeRow; side: Side; chosen: Side; onChoose: (side: Side) => void }) => {
  const block = row[side]
  return (
    <label className="version" data-chosen={chosen === side || undefined}>
      <span><input type="radio" name={`merge-${row.id}`} checked={chosen === side} onChange={() => onChoose(side)} /> {said[side]}{row.suggested === side && <small> · cambió sólo aquí</small>}</span>
      <span className="version-text">{block ? plainText(block) : <i className="faint">{side === 'mine' ? 'Usted lo borró, o no lo tiene' : 'No está en lo guardado'}</i>}</span>
    </label>
  )
}

/** Two people wrote the same section: both texts side by side, and three ways out. Nothing typed is lost: it can be undone with Ctrl+Z. */
export const SectionConflict = ({ conflict, title, mine, onSettle }: { conflict: Conflict; title: string; mine: readonly NarrativeBlock[]; onSettle: (blocks: readonly NarrativeBlock[], version: number) => void }) => {
  const [comparing, compare] = useState(false)
  const [chosen, choose] = useState<Readonly<Record<string, Side>>>({})
  const rows = compareVersions(conflict.base, mine, conflict.theirs)
  const different = rows.filter(({ same }) => !same)
  const settle = (blocks: readonly NarrativeBlock[]) => { compare(false); onSettle(blocks, conflict.theirVersion) }
  const keep = <Button onPress={() => settle(mine)}>Dejar lo mío</Button>
  const take = <Button onPress={() => settle(conflict.theirs)}>Tomar lo guardado</Button>
  return (
    <>
      <Notice tone="data" title={`Otra persona guardó «${title}» mientras usted escribía`} urgent action={<Button kind="primary" size="compact" onPress={() => compare(true)}>Comparar</Button>}>
        <p>{conflict.detail} Su texto sigue aquí y no se guarda hasta que decida: {different.length === 1 ? 'difiere un párrafo' : `difieren ${different.length} párrafos`}.</p>
      </Notice>
      <Dialog title={`Dos versiones de «${title}»`} open={comparing} onClose={() => compare(false)} wide actions={<>{take}{keep}<Button kind="primary" onPress={() => settle(mergeVersions(rows, chosen))}>Unir lo elegido</Button></>}>
        <p className="soft">Elija párrafo por párrafo. Lo cambiado por una sola persona ya viene elegido.</p>
        <ol className="merge">
          {rows.map((row) => {
            const block = row.mine ?? row.theirs
            if (row.same) return <li key={row.id} className="merge-same"><small>{block && kindOf(block)} igual en ambas</small><p>{block && plainText(block)}</p></li>
            const side = chosen[row.id] ?? row.suggested ?? 'mine'
            return <li key={row.id}><fieldset><legend>{block && kindOf(block)}</legend><div className="versions">{(['mine', 'theirs'] as const).map((one) => <Version key={one} row={row} side={one} chosen={side} onChoose={(to) => choose((old) => ({ ...old, [row.id]: to }))} />)}</div></fieldset></li>
          })}
        </ol>
      </Dialog>
    </>
  )
}

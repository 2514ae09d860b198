import { useEffect, useRef, useState } from 'react'
import { applyPatches, type CellStep, type Patch, spotKey, type WrongTexts } from './edit.ts'
import type { GridProps } from './grid-types.ts'

/** What one gesture did: cells, and rows it added. */
type Group<Row> = { readonly steps: readonly CellStep[]; readonly added: readonly Row[] }

/** Changes of a grid with their way back: each group (a cell, a paste, a clearing) is undone at once with Ctrl+Z and redone with Ctrl+Y. */
export const useEdits = <Row,>({ rows, columns, rowKey, onChange, onWrong }: Pick<GridProps<Row>, 'rows' | 'columns' | 'rowKey' | 'onChange' | 'onWrong'>) => {
  const done = useRef<Group<Row>[]>([])
  const undone = useRef<Group<Row>[]>([])
  const [texts, setTexts] = useState<WrongTexts>(new Map())
  const here = new Set(rows.map(rowKey))
  // A wrong text goes with its row.
  const wrong: WrongTexts = new Map([...texts].filter(([place]) => here.has(place.slice(0, place.lastIndexOf('\n')))))
  useEffect(() => { onWrong?.(wrong.size) }, [wrong.size])
  const give = (base: readonly Row[], patches: readonly Patch[], moved: boolean) => {
    const result = applyPatches(base, columns, rowKey, patches, texts)
    if (result.steps.length > 0) setTexts(result.wrong)
    if (moved || result.changes.length > 0) onChange?.(result.rows, result.changes)
    return result.steps
  }
  const put = (patches: readonly Patch[], added: readonly Row[] = []) => {
    const steps = give([...rows, ...added], patches, added.length > 0)
    if (steps.length === 0 && added.length === 0) return
    done.current.push({ steps, added })
    undone.current = []
  }
  const replay = (from: typeof done, to: typeof done, side: 'from' | 'to') => {
    const group = from.current.pop()
    if (!group) return
    const keys = new Set(group.added.map(rowKey))
    const base = [...rows.filter((row) => !keys.has(rowKey(row))), ...(side === 'to' ? group.added : [])]
    const index = new Map(base.map((row, at) => [rowKey(row), at]))
    const patches = group.steps.flatMap((step): Patch[] => {
      const rowIndex = index.get(step.rowKey)
      const { value, wrong: text } = step[side]
      return rowIndex === undefined ? [] : [{ rowIndex, column: step.column, value }, ...(text ? [{ rowIndex, column: step.column, wrong: text }] : [])]
    })
    to.current.push(group)
    give(base, patches, group.added.length > 0)
  }
  return { put, wrongAt: (row: Row, column: string) => wrong.get(spotKey(rowKey(row), column)), undo: () => replay(done, undone, 'from'), redo: () => replay(undone, done, 'to') }
}

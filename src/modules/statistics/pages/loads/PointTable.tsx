import { useEffect, useState } from 'react'
import { Button, DataTable, JobProgress, ProblemView, Select, SheetPicture, TextField, useAct, useAddress, useJob } from '#design'
import type { LoadView } from '../../loads/load-contract.ts'
import { type ColumnUse, columnUses, columnUseTitle, recipeFromChoices, usesOf } from '../../loads/recipe-from-choices.ts'
import type { LookTold } from '../../recipes/apart/recipe-task.ts'

type Look = { id: string; sheet?: string; pointed?: { from: number; to: number } }
type Column = LookTold['suggestion']['columns'][number]

/** The sheet as it came: the person points at the header and says what each column is. */
export const PointTable = ({ load, onSaved }: { load: LoadView; onSaved: (key: string) => void }) => {
  const { search, set } = useAddress()
  const { job, problem, cancel } = useJob(search['hoja'])
  const look = useAct<Look, { job: string }>('statistics/look-file', { onDone: ({ result }) => set({ hoja: result.job }) })
  const save = useAct<{ recipe: unknown }, { key: string }>('statistics/save-recipe', { refresh: ['statistics'], done: 'Receta guardada', onDone: ({ result }) => onSaved(result.key) })
  const [chosen, choose] = useState<Readonly<Record<number, ColumnUse>>>({})
  const [title, name] = useState(load.datasetTitle)
  useEffect(() => { if (!search['hoja']) void look.run({ id: load.id }) }, [])
  const told = job?.state === 'done' ? (job.result as LookTold | null) : undefined
  if (!told) return <>{job && <JobProgress job={job} onCancel={cancel} />}{problem && <ProblemView problem={problem} />}{look.problem && <ProblemView problem={look.problem} />}</>
  const { header, columns } = told.suggestion
  const suggested = usesOf(told.suggestion)
  const use = (column: number): ColumnUse => chosen[column] ?? suggested[column] ?? 'ignored'
  return (
    <>
      {told.sheets.length > 1 && <Select label="Hoja" value={told.sheet} onChange={(sheet) => { choose({}); void look.run({ id: load.id, sheet }) }} choices={told.sheets.map((sheet) => ({ value: sheet.name, title: sheet.name, note: `${sheet.rows} filas` }))} />}
      <p className="soft">Presione el número de la fila donde está el encabezado; con Mayúsculas, las demás si son varias.</p>
      <SheetPicture label={`Hoja ${told.sheet}`} rows={told.view.rows} columnCount={told.view.columnCount} header={{ from: header.from + 1, to: header.to + 1 }} onHeader={({ from, to }) => { choose({}); void look.run({ id: load.id, sheet: told.sheet, pointed: { from: from - 1, to: to - 1 } }) }} />
      <DataTable<Column> caption="Qué es cada columna" sort="none" phone="lines" rows={columns} rowKey={({ column }) => String(column)} columns={[
        { key: 'header', title: 'Columna', width: '30%', text: ({ header: text }) => text }, { key: 'examples', title: 'Ejemplos', width: '30%', text: ({ examples }) => examples.slice(0, 3).join(', ') },
        { key: 'use', title: 'Es', text: ({ column }) => columnUseTitle[use(column)], render: ({ column, header: text }) => <Select label={`Qué es ${text}`} value={use(column)} onChange={(value) => choose({ ...chosen, [column]: value as ColumnUse })} choices={columnUses.map((one) => ({ value: one, title: columnUseTitle[one] }))} /> },
        { key: 'why', title: 'Por qué se propone', text: ({ guess }) => guess.reason },
      ]} />
      <TextField label="Nombre de la receta" value={title} onChange={name} required />
      {save.problem && <ProblemView problem={save.problem} />}
      <Button kind="primary" busy={save.running} onPress={() => void save.run({ recipe: recipeFromChoices(told.suggestion, chosen, title) })}>Guardar la receta y revisar</Button>
    </>
  )
}

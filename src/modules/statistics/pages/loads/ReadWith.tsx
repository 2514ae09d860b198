import { useEffect } from 'react'
import { counted } from '#kernel'
import { Button, JobProgress, Notice, ProblemView, Section, Select, StateBadge, useAct, useAddress, useJob } from '#design'
import type { LoadView, ReadFileAnswer } from '../../loads/load-contract.ts'
import { PointTable } from './PointTable.tsx'

const NONE = 'senalar'

/** Second step: the recipe that knows the file, or pointing at its table. */
export const ReadWith = ({ load, onRead }: { load: LoadView; onRead: () => void }) => {
  const { search, set } = useAddress()
  const read = useJob(search['trabajo'])
  const preview = useJob(search['revision'])
  const found = read.job?.state === 'done' ? (read.job.result as ReadFileAnswer) : undefined
  const recipe = search['receta'] ?? (load.recipe || found?.chosen || (found ? NONE : ''))
  const look = useAct<{ id: string; recipe: string }, { job: string }>('statistics/preview-load', { onDone: ({ result }) => set({ revision: result.job }) })
  useEffect(() => { if (preview.job?.state === 'done') onRead() }, [preview.job?.state])
  const choices = [...(found?.recipes ?? []).map((one) => ({ value: one.key, title: one.title, note: `${one.publisher}${one.shipped ? '' : ' · propia'}${one.missing > 0 ? ` · le faltan ${counted(one.missing, 'columna', 'columnas')}` : ''}` })), ...(load.recipe && !found?.recipes.some(({ key }) => key === load.recipe) ? [{ value: load.recipe, title: load.recipe }] : []), { value: NONE, title: 'Señalar la tabla en la hoja' }]
  const running = preview.job?.state === 'running' || preview.job?.state === 'waiting'
  return (
    <Section title="Cómo se lee" aside={found && (found.chosen ? <StateBadge tone="good">reconocido</StateBadge> : <StateBadge tone="warning">sin receta exacta</StateBadge>)}>
      {read.job && read.job.state !== 'done' && <JobProgress job={read.job} onCancel={read.cancel} />}
      {read.problem && <ProblemView problem={read.problem} />}
      {found && found.recipes.length === 0 && <Notice tone="data" title="Ninguna receta conoce este archivo">Señale la tabla y diga qué es cada columna; el próximo año se reconocerá solo.</Notice>}
      {(found || load.recipe) && <Select label="Receta" value={recipe || NONE} onChange={(value) => set({ receta: value })} choices={choices} />}
      {recipe === NONE && <PointTable load={load} onSaved={(key) => { set({ receta: key }); void look.run({ id: load.id, recipe: key }) }} />}
      {recipe !== '' && recipe !== NONE && !running && <Button kind={load.preview ? 'usual' : 'primary'} busy={look.running} onPress={() => void look.run({ id: load.id, recipe })}>{load.preview ? 'Revisar de nuevo' : 'Ver qué trae y qué cambia'}</Button>}
      {preview.job && preview.job.state !== 'done' && <JobProgress job={preview.job} onCancel={preview.cancel} />}
      {look.problem && <ProblemView problem={look.problem} />}
      {preview.problem && <ProblemView problem={preview.problem} />}
    </Section>
  )
}

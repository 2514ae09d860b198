import { useEffect, useState } from 'react'
import { formatInstant, formatNumber } from '#kernel'
import { Button, ButtonLink, DataTable, EmptyState, JobProgress, Notice, ProblemView, Section, useAct, useApi, useJob } from '#design'

type Backup = { readonly name: string; readonly bytes: number; readonly at: string }
type Answer = { readonly backups: readonly Backup[]; readonly download: boolean }

/** The backups of the data folder, and one more now while everybody goes on working. */
export const Backups = () => {
  const [asked, follow] = useState<string>()
  const list = useApi<Answer>('system/backups')
  const act = useAct<Record<string, never>, { job: string }>('system/back-up', { refresh: ['system/list-jobs'], onDone: ({ result }) => follow(result.job) })
  const { job, cancel } = useJob(asked)
  const working = job?.state === 'waiting' || job?.state === 'running'
  const { again } = list
  const finished = job?.state === 'done'
  useEffect(() => { if (finished) again() }, [finished])
  return (
    <Section title="Respaldos" aside={<Button kind="primary" busy={act.running} reason={working ? 'Ya hay un respaldo en curso' : undefined} onPress={() => void act.run({})}>Respaldar ahora</Button>}>
      <p className="source">Se hace uno cada día y se guardan los últimos catorce en la carpeta «respaldos» de los datos. Cópielos a otro equipo: un respaldo en el mismo disco no protege del disco. Traen todo, también los datos personales.</p>
      {act.problem && <ProblemView problem={act.problem} />}
      {job && <JobProgress job={job} onCancel={() => void cancel()} done={<Notice tone="good" title="Respaldo hecho y comprobado"><p>Se leyó de vuelta completo. Descárguelo y guárdelo en otro equipo.</p></Notice>} />}
      <DataTable<Backup> caption="Respaldos" hideCaption sort="none" phone="lines" rows={list.data?.backups} rowKey={({ name }) => name} loading={list.loading} problem={list.problem} source="carpeta «respaldos» de los datos"
        empty={<EmptyState title="Aún no hay respaldos"><p>Pida el primero con «Respaldar ahora».</p></EmptyState>}
        columns={[
          { key: 'at', title: 'Hecho', text: ({ at }) => formatInstant(at) }, { key: 'name', title: 'Archivo', text: ({ name }) => name }, { key: 'size', title: 'MB', align: 'right', text: ({ bytes }) => formatNumber(bytes / 1e6, 1) },
          { key: 'do', title: 'Acciones', text: () => '', render: ({ name }) => list.data?.download ? <ButtonLink kind="plain" size="compact" icon="download" href={`/api/system/backups/${encodeURIComponent(name)}`} download>Descargar<span className="visually-hidden"> {name}</span></ButtonLink> : <span className="source">se copia en el servidor: trae otras comunas</span> },
        ]} />
    </Section>
  )
}

import { formatInstant, formatPercent } from '#kernel'
import { Button, DataTable, EmptyState, Section, StateBadge, TodayOnly, useAct, useApi } from '#design'

type JobLine = { readonly id: string; readonly title: string; readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'; readonly progress: number; readonly message: string; readonly problem: { readonly title: string; readonly remedy?: string } | null; readonly createdAt: string; readonly finishedAt: string | null; readonly who: string; readonly cancelRequested: boolean }
const states = { waiting: { title: 'en cola', tone: 'neutral' }, running: { title: 'en curso', tone: 'data' }, done: { title: 'hecho', tone: 'good' }, failed: { title: 'falló', tone: 'bad' }, cancelled: { title: 'detenido', tone: 'warning' } } as const

/** The queue: what is being done, what failed and why, with a way to stop what goes on. */
export const Jobs = () => {
  const { data, problem, loading } = useApi<{ jobs: readonly JobLine[] }>('system/list-jobs', {}, { refreshEvery: 5000 })
  const stop = useAct<{ id: string }>('jobs/cancel', { refresh: ['system/list-jobs'], done: 'Se pidió detenerlo; se detiene en su próximo punto seguro' })
  return (
    <Section title="Trabajos">
      <TodayOnly why="es la cola de trabajos del equipo" />
      <DataTable<JobLine> caption="Trabajos" hideCaption sort="none" phone="lines" rows={data?.jobs} rowKey={({ id }) => id} loading={loading && !data} problem={problem ?? stop.problem} source="cola de trabajos de la comuna"
        empty={<EmptyState title="No hay trabajos"><p>Aquí aparecen las cargas, los informes y los respaldos mientras se hacen.</p></EmptyState>}
        columns={[
          { key: 'title', title: 'Trabajo', text: ({ title }) => title }, { key: 'who', title: 'Pedido por', text: ({ who }) => who }, { key: 'at', title: 'Pedido', text: ({ createdAt }) => formatInstant(createdAt) },
          { key: 'state', title: 'Estado', text: ({ state }) => states[state].title, render: ({ state, progress }) => <StateBadge tone={states[state].tone}>{states[state].title}{state === 'running' && ` ${formatPercent(progress, 0)}`}</StateBadge> },
          { key: 'message', title: 'Detalle', width: '30%', text: ({ message, problem: failed }) => (failed ? `${failed.title}. ${failed.remedy ?? ''}` : message) },
          { key: 'do', title: 'Acciones', text: () => '', render: (job) => (job.state === 'waiting' || job.state === 'running' ? <Button kind="plain" size="compact" reason={job.cancelRequested ? 'Ya se pidió detenerlo' : undefined} onPress={() => void stop.run({ id: job.id })}>Detener<span className="visually-hidden"> {job.title}</span></Button> : null) },
        ]} />
    </Section>
  )
}

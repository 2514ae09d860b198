import { type ReactNode, useEffect, useState } from 'react'
import { formatPercent } from '#kernel'
import { Button } from '../form/Button.tsx'
import type { Job } from '../client/use-job.ts'
import { isEnded } from '../client/use-job.ts'
import { ApiProblem } from '../client/api-problem.ts'
import { Notice } from './Notice.tsx'
import { ProblemView } from './ProblemView.tsx'

/** True once `active` has lasted 400 ms: short waits show nothing. */
export const useSlow = (active: boolean, after = 400): boolean => {
  const [slow, mark] = useState(false)
  useEffect(() => {
    if (!active) return mark(false)
    const timer = setTimeout(() => mark(true), after)
    return () => clearTimeout(timer)
  }, [active, after])
  return slow && active
}

/** The thin line that moves on the thread while the old content stays. */
export const ThinLoader = ({ active, label = 'Cargando' }: { active: boolean; label?: string }) => {
  const slow = useSlow(active)
  return <div className="thin-loader" role="status">{slow && <><i aria-hidden="true" /><span className="visually-hidden">{label}</span></>}</div>
}

/** Progress of a long task, 0–1, with its message and a way to stop it. */
export const ProgressBar = ({ title, value, message, onCancel }: { title: string; value: number; message?: string; onCancel?: () => void }) => (
  <div className="progress">
    <div className="progress-head"><b>{title}</b><span>{formatPercent(value, 0)}</span></div>
    <div className="progress-track" role="progressbar" aria-label={title} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(value * 100)}><i style={{ inlineSize: `${value * 100}%` }} /></div>
    <div className="progress-foot"><span aria-live="polite">{message}</span>{onCancel && <Button kind="plain" size="compact" onPress={onCancel}>Detener</Button>}</div>
  </div>
)

/** A job from its start to its end, whatever the end is. */
export const JobProgress = ({ job, onCancel, done }: { job: Job; onCancel?: () => void; done?: ReactNode }) => {
  if (!isEnded(job)) return <ProgressBar title={job.title} value={job.progress} message={job.message} onCancel={onCancel} />
  if (job.state === 'done') return done ?? <Notice tone="good" title={job.title}><p>{job.message}</p></Notice>
  if (job.state === 'cancelled') return <Notice tone="data" title={`${job.title}: detenido`}><p>{job.message || 'No se guardó nada de lo que faltaba.'}</p></Notice>
  return job.problem ? <ProblemView problem={new ApiProblem(job.problem)} /> : <Notice tone="bad" title={job.title}><p>{job.message}</p></Notice>
}

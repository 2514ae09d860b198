import type { ReactNode } from 'react'
import { type ApiProblem, toProblem } from '../client/api-problem.ts'
import { Notice } from './Notice.tsx'

/** Path of the help page of a problem, from its `type`. A problem kept by an older job has none. */
export const problemHref = (type: string | undefined): string | undefined => {
  const at = type?.indexOf('/ayuda/problemas/') ?? -1
  return at >= 0 ? type?.slice(at) : undefined
}

const lawText = (law: { norm: string; article?: string }): string => (law.article ? `${law.norm}, ${law.article}` : law.norm)

/** A failure told whole: what happened, why, what to do, the law, every field at once, and the reference of a defect. */
export const ProblemView = ({ problem, action, onField }: { problem: ApiProblem | Error; action?: ReactNode; onField?: (pointer: string) => void }) => {
  const { body } = toProblem(problem)
  const help = problemHref(body.type)
  return (
    <Notice tone="bad" title={body.title} urgent action={action}>
      {body.detail && <p>{body.detail}</p>}
      {body.errors && body.errors.length > 0 && (
        <ul className="problem-errors">
          {body.errors.map(({ pointer, message }) => <li key={`${pointer}${message}`}>{onField ? <button type="button" className="link-button" onClick={() => onField(pointer)}>{message}</button> : message}</li>)}
        </ul>
      )}
      {body.remedy && <p><strong>Qué hacer:</strong> {body.remedy}</p>}
      {(body.law ?? body.reference ?? help) && (
        <p className="small soft">
          {[body.law && lawText(body.law), body.reference && `Referencia ${body.reference}`].filter(Boolean).join(' · ')}
          {help && <> <a href={help}>Por qué ocurre esto</a></>}
        </p>
      )}
    </Notice>
  )
}

/** Two versions of a record side by side, when another person saved first (412). */
export const VersionConflict = ({ problem, labels, actions }: { problem: ApiProblem; labels: Readonly<Record<string, string>>; actions: ReactNode }) => {
  const facts = problem.body.facts ?? {}
  const [yours, theirs] = [facts['yours'], facts['theirs']].map((side) => (side && typeof side === 'object' ? (side as Record<string, unknown>) : {}))
  const names = Object.keys(labels).filter((name) => JSON.stringify(yours?.[name]) !== JSON.stringify(theirs?.[name]))
  return (
    <Notice tone="data" title="Otra persona guardó mientras usted escribía" urgent>
      <p>{problem.body.detail} Su texto sigue aquí.</p>
      <table>
        <thead><tr><th scope="col">Campo</th><th scope="col">Lo suyo</th><th scope="col">Lo guardado</th></tr></thead>
        <tbody>{names.map((name) => <tr key={name}><th scope="row">{labels[name]}</th><td>{String(yours?.[name] ?? '–')}</td><td>{String(theirs?.[name] ?? '–')}</td></tr>)}</tbody>
      </table>
      <div className="actions">{actions}</div>
    </Notice>
  )
}

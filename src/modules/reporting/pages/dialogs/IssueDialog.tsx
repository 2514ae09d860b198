import { counted } from '#kernel'
import { Button, Dialog, JobProgress, Notice, ProblemView, RadioGroup, useAct, useJob } from '#design'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { OutlineView, ReportView } from '../../contract.ts'
import { fileHref } from '../report-data.ts'
import { shortPrint } from '../words.ts'

type Issued = { readonly edition: number; readonly fingerprint: string; readonly verificationCode: string }

const Done = ({ report, result }: { report: string; result: Issued }) => (
  <Notice tone="good" title={`Edición ${result.edition} emitida`}>
    <p>Código de verificación <b className="code">{result.verificationCode}</b>, huella <span className="code">{shortPrint(result.fingerprint)}</span>.</p>
    <p>{(['docx', 'pdf', 'html', 'json'] as const).map((format, index) => <span key={format}>{index > 0 && ' · '}<a href={fileHref({ report, edition: result.edition, format })} download>{{ docx: 'Word', pdf: 'PDF', html: 'HTML', json: 'Datos (JSON)' }[format]}</a></span>)}</p>
    <p>El deber se cumple cuando la Secretaría Municipal registra la entrega al Concejo.</p>
  </Notice>
)

/** Issues an edition: final, or with each reservation printed. A job with progress that can be stopped; closing the dialog does not stop it. */
export const IssueDialog = ({ view, outline, onClose }: { view: ReportView; outline: OutlineView; onClose: () => void }) => {
  const printed = outline.gaps.filter(({ severity }) => severity !== 'notice')
  const stops = printed.filter(({ severity }) => severity === 'stops')
  const [mode, choose] = useState<'final' | 'reservations'>(printed.length ? 'reservations' : 'final')
  const [paper, size] = useState<'letter' | 'oficio'>('letter')
  const [job, follow] = useState<string>()
  const client = useQueryClient()
  const { run, running, problem } = useAct<object, { job: string }>('reporting/issue-report', { refresh: [], onDone: ({ result }) => follow(result.job) })
  const { job: going, cancel, problem: lost } = useJob<Issued>(job)
  useEffect(() => { if (going?.state === 'done') void client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('reporting/') }) }, [going?.state, client])
  const start = () => void run({ report: view.report.id, version: view.report.version, mode, paper })
  const [number] = useState((view.editions[0]?.number ?? 0) + 1)
  return (
    <Dialog title={`Emitir la edición ${number}`} open onClose={onClose} wide actions={going ? <Button kind={going.state === 'done' ? 'primary' : 'usual'} onPress={onClose}>{going.state === 'done' ? 'Listo' : 'Seguir trabajando'}</Button>
      : <><Button kind="plain" onPress={onClose}>Descartar</Button><Button kind="primary" busy={running} onPress={start}>{mode === 'final' ? 'Emitir como final' : 'Emitir con reservas'}</Button></>}>
      {going ? <JobProgress job={going} onCancel={() => void cancel()} done={going.result && <Done report={view.report.id} result={going.result} />} /> : (
        <div className="issue-form">
          <p>Emitir congela el texto y las {outline.total} cifras, les pone huella y código de verificación. Después no se cambia: una corrección es otra edición.</p>
          <RadioGroup label="Cómo se emite" value={mode} onChange={choose} choices={[
            { value: 'final', title: 'Como final', note: printed.length ? `No se puede aún: ${counted(stops.length, 'contradicción', 'contradicciones')} y ${counted(printed.length - stops.length, 'reserva', 'reservas')}` : 'Sin reservas pendientes' },
            { value: 'reservations', title: 'Con reservas', note: printed.length ? `${counted(printed.length, 'reserva se imprime', 'reservas se imprimen')} en el documento` : 'No hay ninguna que imprimir' },
          ]} />
          {printed.length > 0 && <ul className="issue-gaps" aria-label="Reservas que se imprimirán">{printed.map((gap, index) => <li key={index} className={gap.severity === 'stops' ? 'tone-bad' : undefined}><b>{gap.chapterTitle}{gap.unit && `, ${gap.unit}`}:</b> {gap.text}</li>)}</ul>}
          <RadioGroup label="Tamaño del papel" value={paper} onChange={size} choices={[{ value: 'letter', title: 'Carta' }, { value: 'oficio', title: 'Oficio' }]} />
        </div>
      )}
      {(problem ?? lost) && <ProblemView problem={(problem ?? lost) as Error} />}
    </Dialog>
  )
}

import { formatDay, formatNumber } from '#kernel'
import { api, ButtonLink, FormActions, Section } from '#design'
import { type DeliveredTable, type StepView, stepTitle } from '../../desk/desk-contract.ts'
import { datasetHref } from '../../hrefs.ts'

const Changes = ({ changes }: { changes: NonNullable<DeliveredTable['changes']> }) => (
  <>
    {' '}{changes.fromVersion === changes.toVersion ? 'Misma versión que la entregada antes: nada cambió.' : `Desde la versión ${changes.fromVersion}: ${formatNumber(changes.equal)} iguales, ${formatNumber(changes.changed)} corregidas, ${formatNumber(changes.added)} nuevas, ${formatNumber(changes.gone)} que ya no están.`}
    {changes.largest.length > 0 && <ul>{changes.largest.map(({ cell, before, after }) => <li key={cell}>{cell}: {formatNumber(before)} → {formatNumber(after)}</li>)}</ul>}
  </>
)
const told = (step: StepView): string => [step.kind === 'assigned' ? `a ${step.to}` : '', step.kind === 'extended' && step.dueOn ? `hasta el ${formatDay(step.dueOn)}` : '', step.kind === 'delivered' ? `a ${step.receiver}, por ${step.means}` : '', step.rating ? `${step.rating} de 5` : '', step.verdict === 'partial' ? 'en parte' : '', step.cause, step.reason].filter(Boolean).join('. ')

/** What was done with a question, in order, with what was delivered in each answer. */
export const StepList = ({ steps }: { steps: readonly StepView[] }) => (
  <Section title="Qué se ha hecho" id="pasos">
    {steps.length === 0 && <p className="soft">Todavía nada: asígnela a quien la responderá.</p>}
    <div className="prose"><ol>
      {steps.map((step) => (
        <li key={step.id}>
          <p><b>{stepTitle[step.kind]}</b> el {formatDay(step.on)} por {step.who}{told(step) && `: ${told(step)}`}.</p>
          {step.tables.length > 0 && <ul>{step.tables.map((table) => <li key={table.id}>{table.title}. <a href={datasetHref(table.datasetId)}>{table.datasetTitle}</a>, versión {table.version}.{table.changes && <Changes changes={table.changes} />}</li>)}</ul>}
          {(step.workbook ?? step.letter) && <div className="no-print"><FormActions>{step.workbook && <ButtonLink size="compact" icon="download" href={api.file(step.workbook)} download>Planilla</ButtonLink>}{step.letter && <ButtonLink size="compact" icon="download" href={api.file(step.letter)} download>Carta</ButtonLink>}</FormActions></div>}
        </li>
      ))}
    </ol></div>
  </Section>
)

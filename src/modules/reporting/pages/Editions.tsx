import { formatDay, formatNumber } from '#kernel'
import { Button, ButtonLink, EmptyState, fileHref as storedHref, Section, StateBadge } from '#design'
import { useState } from 'react'
import type { DeliveryView, EditionView, FileFormat, ReportView } from '../contract.ts'
import { UndoDeliveryDialog } from './dialogs/ReasonDialog.tsx'
import { fileHref, reportHref } from './report-data.ts'
import { evidenceText, shortPrint } from './words.ts'

const formats: readonly { readonly format: FileFormat; readonly title: string }[] = [{ format: 'docx', title: 'Word' }, { format: 'pdf', title: 'PDF' }, { format: 'html', title: 'Página' }, { format: 'json', title: 'Datos' }]
const sizeText = (bytes: number): string => (bytes < 1_000_000 ? `${formatNumber(Math.max(1, bytes / 1000))} kB` : `${formatNumber(bytes / 1_000_000, 1)} MB`)

const Delivery = ({ delivery, mayUndo, onUndo }: { delivery: DeliveryView; mayUndo: boolean; onUndo: () => void }) => (
  <li><StateBadge tone="good">entregada</StateBadge> <span>{evidenceText(delivery)}{delivery.fileHash && <> · <a href={storedHref(delivery.fileHash)} download>acuse digitalizado</a></>}</span>{mayUndo && <Button kind="plain" size="compact" onPress={onUndo}>Anular…</Button>}</li>
)
const Edition = ({ view, edition, newest, onUndo }: { view: ReportView; edition: EditionView; newest: boolean; onUndo: (id: string) => void }) => {
  const deliveries = view.deliveries.filter((one) => one.edition === edition.number)
  return (
    <li className="edition">
      <div>
        <h3><a href={reportHref(view.report.id, { edicion: String(edition.number) })}>Edición {edition.number}</a> <StateBadge tone={edition.mode === 'final' ? 'good' : 'warning'}>{edition.mode === 'final' ? 'final' : 'con reservas'}</StateBadge>{!newest && <span className="faint"> reemplazada</span>}</h3>
        <p>Emitida el {formatDay(edition.issuedOn)} por {edition.issuedBy}; hechos al {formatDay(edition.asOf.effectiveOn)}, conocido al {formatDay(edition.asOf.knownOn)}; {formatNumber(edition.figures)} cifras{edition.replaces ? `; reemplaza a la ${edition.replaces}` : ''}.</p>
        <p className="code small">código {edition.verificationCode} · huella {shortPrint(edition.fingerprint, 6)}</p>
        {edition.reservations.length > 0 && <details><summary>{edition.reservations.length === 1 ? '1 reserva impresa' : `${edition.reservations.length} reservas impresas`}</summary><ul className="plain-list">{edition.reservations.map((text) => <li key={text}>{text}</li>)}</ul></details>}
        {deliveries.length > 0 && <ul className="deliveries" aria-label={`Entregas de la edición ${edition.number}`}>{deliveries.map((delivery) => <Delivery key={delivery.id} delivery={delivery} mayUndo={view.may.deliver === true} onUndo={() => onUndo(delivery.id)} />)}</ul>}
      </div>
      <div className="edition-files">
        {formats.map(({ format, title }) => <a key={format} href={fileHref({ report: view.report.id, edition: edition.number, format })} download>{title} <small>{sizeText(edition.files[format].size)}</small></a>)}
        <a href={reportHref(view.report.id, { vista: 'diferencias', edicion_comparada: String(edition.number) })}>Diferencias desde entonces</a>
      </div>
    </li>
  )
}

/** Every edition issued, with its files, its reservations and the proof of its delivery. None is ever changed. */
export const Editions = ({ view }: { view: ReportView }) => {
  const [undoing, undo] = useState<string>()
  return (
    <Section title="Ediciones y entregas" aside={<ButtonLink kind="plain" size="compact" icon="left" href={reportHref(view.report.id)}>Volver al taller</ButtonLink>}>
      {view.editions.length === 0 ? <EmptyState title="Todavía no se emite ninguna edición"><p>Se emite cuando el informe está aprobado. Cada edición queda congelada, con su huella y su código de verificación.</p></EmptyState>
        : <ul className="editions">{view.editions.map((edition, index) => <Edition key={edition.number} view={view} edition={edition} newest={index === 0} onUndo={undo} />)}</ul>}
      {undoing && <UndoDeliveryDialog id={undoing} onClose={() => undo(undefined)} />}
    </Section>
  )
}

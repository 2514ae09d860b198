import { useRef } from 'react'
import { counted, type Day, formatDay, isDay, needsConfirmation, type Confidence, enumerate } from '#kernel'
import { PlaceLink } from '../frame/PlaceLink.tsx'
import { Pagination } from '../table/Pagination.tsx'
import type { FigureSheetData } from './sheet.ts'

const dayText = (text: string): string => (isDay(text) ? formatDay(text as Day) : text)
const unconfirmed = (confidence: string): boolean => needsConfirmation({ confidence: confidence as Confidence } as Parameters<typeof needsConfirmation>[0])

/** Formula as a fraction when it has two parts, as a sum otherwise. */
const Formula = ({ parts }: { parts: NonNullable<FigureSheetData['formula']> }) => (
  <div className={parts.length === 2 ? 'formula' : 'formula sum'} role="img" aria-label={`Fórmula: ${parts.map(({ label, text }) => `${text} ${label}`).join(parts.length === 2 ? ' dividido por ' : '; ')}`}>
    {parts.map(({ label, text }) => <span key={label}>{text} {label}</span>)}
  </div>
)

const Trail = ({ data, page, onPage }: { data: FigureSheetData; page: number; onPage: (page: number) => void }) => {
  const { records, total, sumText } = data.trail
  const size = useRef(1)
  if (data.trail.page === 1 && records.length > 0) size.current = records.length
  const pages = Math.ceil(total / size.current)
  return (
    <>
      <h3>De qué está hecha · {counted(total, 'registro', 'registros')}</h3>
      {total === 0 ? <p className="small">Ningún registro hasta esas dos fechas.</p> : (
        <table>
          <thead><tr><th scope="col">Documento</th><th scope="col">Fecha</th><th scope="col" className="num">Monto</th></tr></thead>
          <tbody>
            {records.map((record) => (
              <tr key={record.id}>
                <td><PlaceLink href={record.href}>{record.documentTitle}</PlaceLink>{record.locator && <small className="locator">{record.locator}</small>}</td>
                <td className="nowrap">{record.documentDate ? dayText(record.documentDate).slice(0, 5) : '–'}</td>
                <td className="num">{record.amountText}</td>
              </tr>
            ))}
            <tr className="total"><th scope="row" colSpan={2}>Suma</th><td className="num">{sumText}</td></tr>
          </tbody>
        </table>
      )}
      {pages > 1 && <Pagination page={page} pages={pages} onPage={onPage} label="Páginas de registros" />}
    </>
  )
}

/** What a sheet always says: formula, two dates, records, rule and law, where else it appears, fingerprint. */
export const FigureSheetBody = ({ data, page, onPage }: { data: FigureSheetData; page: number; onPage: (page: number) => void }) => {
  const { figure, law, method, history = [], appears = [] } = data
  const doubtful = figure.lawValues.filter(({ confidence }) => unconfirmed(confidence))
  return (
    <>
      {data.formula && data.formula.length > 0 && <Formula parts={data.formula} />}
      <h3>Las dos fechas</h3>
      <dl className="sheet-dates">
        <div><dt>Hechos al</dt><dd><b>{formatDay(figure.recipe.asOf.effectiveOn)}</b></dd></div>
        <div><dt>Conocido al</dt><dd><b>{formatDay(figure.recipe.asOf.knownOn)}</b></dd></div>
        {history.map((entry) => <div key={entry.knownOn}><dt>Si se mira al</dt><dd>{dayText(entry.knownOn)}: {entry.text}</dd></div>)}
      </dl>
      <Trail data={data} page={page} onPage={onPage} />
      <h3>Regla</h3>
      <p className="sheet-text">{method}</p>
      {law.map(({ norm, article, title }) => <p className="sheet-text" key={norm + (article ?? '')}>{title}: {article ? `${norm}, ${article}` : norm}</p>)}
      {doubtful.length > 0 && <p className="sheet-text tone-warning">Por confirmar: {enumerate(doubtful.map(({ norm }) => norm))}.</p>}
      {appears.length > 0 && <><h3>Dónde más aparece</h3><p className="sheet-text">{appears.map((place, index) => <span key={`${index}-${place.href}`}>{index > 0 && ' · '}<PlaceLink href={place.href}>{place.title}</PlaceLink></span>)}</p></>}
      <p className="fingerprint">huella {data.fingerprint.replace(/(.{4})(?=.)/g, '$1 ').slice(0, 19)} · receta {figure.recipe.id} {figure.codeVersion}</p>
    </>
  )
}

import { useState } from 'react'
import { api, Button, Dialog, HistoryList, ProblemView, ThinLoader, useApi } from '#design'
import { type ItemHistory, type ItemMoment, momentTitle } from '../contract.ts'
import { useWorkDates } from './use-work-dates.ts'

const told = ({ kind, said, comment, reason }: ItemMoment): string => [kind === 'sent' ? `${momentTitle[kind]}: ${said}` : momentTitle[kind], comment, reason].filter(Boolean).join('. ')

const Moments = ({ itemId }: { itemId: string }) => {
  const { data, problem } = useApi<ItemHistory>('requests/item-history', { itemId, ...useWorkDates() })
  if (problem) return <ProblemView problem={problem} />
  if (!data) return <ThinLoader active label="Leyendo la historia" />
  const files = data.moments.filter(({ fileHash }) => fileHash !== null)
  return (
    <>
      <HistoryList items={data.moments.map((one) => ({ id: one.id, at: one.at, who: [one.who, one.name].filter(Boolean).join(' · '), what: told(one) }))} />
      {files.length > 0 && <p className="small">Respaldo: {files.map((one, index) => <span key={one.id}>{index > 0 && ', '}<a href={api.file(one.fileHash ?? '')} download={one.fileName}>{one.fileName}</a></span>)}.</p>}
    </>
  )
}

/** The history of one thing asked: every answer as it came and what became of it. */
export const ItemHistoryButton = ({ itemId, label }: { itemId: string; label: string }) => {
  const [open, toggle] = useState(false)
  return (
    <>
      <Button kind="plain" size="compact" onPress={() => toggle(true)}>Historia<span className="visually-hidden"> de «{label}»</span></Button>
      <Dialog title={label} open={open} onClose={() => toggle(false)}>{open && <Moments itemId={itemId} />}</Dialog>
    </>
  )
}

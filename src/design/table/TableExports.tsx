import { ButtonLink, Button } from '../form/Button.tsx'
import { type CsvTable, fileName, tableCsv } from './csv.ts'

/** A file of the same table made by the server. */
export type TableExport = { readonly title: string; readonly href: string }

/** Gives a text to the person as a file. */
export const saveText = (text: string, name: string, type: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}

export const TableExports = <Row,>({ exports, csv }: { exports: readonly TableExport[]; csv?: CsvTable<Row> }) => (
  <div className="table-exports no-print">
    {exports.map(({ title, href }) => <ButtonLink key={href} kind="plain" size="compact" icon="download" href={href} download>{title}</ButtonLink>)}
    {csv && <Button kind="plain" size="compact" icon={exports.length ? undefined : 'download'} onPress={() => saveText(tableCsv(csv), fileName(csv.caption, 'csv'), 'text/csv;charset=utf-8')}>CSV de lo que se ve</Button>}
  </div>
)

import { ButtonLink, Button } from '../form/Button.tsx'
import { fileName, tableCsv } from './csv.ts'
import { ExcelButton } from './ExcelButton.tsx'
import { saveFile } from './save-file.ts'
import type { ReactNode } from 'react'
import type { SeenTable } from './table-block.ts'
import { type Worksheet, WorksheetLinks } from './WorksheetLinks.tsx'

/** A file of the same table made by the server. */
export type TableExport = { readonly title: string; readonly href: string }

/** First Excel, then the CSV: the same table, as the page shows it. Files made by the server go before both; the list to be edited offline, after. */
export const TableExports = <Row,>({ exports, seen, tools, worksheets = [] }: { exports: readonly TableExport[]; seen?: SeenTable<Row>; tools?: ReactNode; worksheets?: readonly Worksheet[] }) => (
  <div className="table-exports no-print">
    {exports.map(({ title, href }) => <ButtonLink key={href} kind="plain" size="compact" icon="download" href={href} download>{title}</ButtonLink>)}
    {seen && <ExcelButton table={seen} />}
    {seen && <Button kind="plain" size="compact" onPress={() => saveFile(new Blob([tableCsv(seen)], { type: 'text/csv;charset=utf-8' }), fileName(seen.caption, 'csv'))}>CSV</Button>}
    {worksheets.length > 0 && <WorksheetLinks worksheets={worksheets} />}
    {tools}
  </div>
)

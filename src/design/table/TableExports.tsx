import { ButtonLink, Button } from '../form/Button.tsx'
import { fileName, tableCsv } from './csv.ts'
import { ExcelButton } from './ExcelButton.tsx'
import { saveFile } from './save-file.ts'
import type { ReactNode } from 'react'
import type { SeenTable } from './table-block.ts'

/** A file of the same table made by the server. */
export type TableExport = { readonly title: string; readonly href: string }

/** First Excel, then the CSV: the same table, as the page shows it. Files made by the server go before both. */
export const TableExports = <Row,>({ exports, seen, tools }: { exports: readonly TableExport[]; seen?: SeenTable<Row>; tools?: ReactNode }) => (
  <div className="table-exports no-print">
    {exports.map(({ title, href }) => <ButtonLink key={href} kind="plain" size="compact" icon="download" href={href} download>{title}</ButtonLink>)}
    {seen && <ExcelButton table={seen} />}
    {seen && <Button kind="plain" size="compact" onPress={() => saveFile(new Blob([tableCsv(seen)], { type: 'text/csv;charset=utf-8' }), fileName(seen.caption, 'csv'))}>CSV</Button>}
    {tools}
  </div>
)

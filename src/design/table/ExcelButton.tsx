import { useState } from 'react'
import { useAsOf } from '../address/period.ts'
import { api } from '../client/api.ts'
import { useToasts } from '../feedback/Toasts.tsx'
import { Button } from '../form/Button.tsx'
import { saveFile } from './save-file.ts'
import { type SeenTable, seenTableBlock } from './table-block.ts'

/** Excel of what is seen: the page sends its own table, the server answers the workbook with the two dates and the municipality. */
export const ExcelButton = <Row,>({ table }: { table: SeenTable<Row> }) => {
  const { effectiveOn, knownOn } = useAsOf()
  const { say } = useToasts()
  const [busy, wait] = useState(false)
  const ask = async () => {
    wait(true)
    try {
      const block = seenTableBlock(table)
      const { bytes, name } = await api.download('tables/xlsx', { table: block, context: { title: block.title, asOf: { effectiveOn, knownOn }, source: block.source } })
      saveFile(bytes, name)
    } catch (error) {
      say(error instanceof Error ? error.message : 'No se pudo preparar el archivo.')
    } finally {
      wait(false)
    }
  }
  return <Button kind="plain" size="compact" icon="download" busy={busy} onPress={() => void ask()}>Excel</Button>
}

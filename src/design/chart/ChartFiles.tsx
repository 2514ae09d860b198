import { useState } from 'react'
import type { ChartBlock } from '#kernel'
import { api } from '../client/api.ts'
import { useToasts } from '../feedback/Toasts.tsx'
import { Button } from '../form/Button.tsx'
import { saveFile } from '../table/save-file.ts'

const formats = [{ format: 'png', title: 'Imagen (PNG)' }, { format: 'svg', title: 'Dibujo (SVG)' }] as const

/** The chart as a picture for a presentation or as a drawing that grows without loss, always on white. */
export function ChartFiles({ block }: { block: ChartBlock }) {
  const { say } = useToasts()
  const [busy, wait] = useState('')
  const take = async (format: 'png' | 'svg') => {
    wait(format)
    try {
      const { bytes, name } = await api.download('charts/drawing', { block, width: 960, theme: 'print', format })
      saveFile(bytes, name)
    } catch (error) {
      say(error instanceof Error ? error.message : 'No se pudo preparar el archivo.')
    } finally {
      wait('')
    }
  }
  return <div className="chart-files">{formats.map(({ format, title }) => <Button key={format} kind="plain" size="compact" icon="download" busy={busy === format} onPress={() => void take(format)}>{title}</Button>)}</div>
}

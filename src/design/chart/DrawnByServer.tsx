import { useQuery } from '@tanstack/react-query'
import type { ChartBlock } from '#kernel'
import { useAppearance } from '../appearance/appearance.ts'
import { api } from '../client/api.ts'
import { ServerDrawing } from './ServerDrawing.tsx'

type Theme = 'light' | 'dark' | 'print'
const drawing = async (block: ChartBlock, width: number, theme: Theme): Promise<string> => (await api.download('charts/drawing', { block, width, theme, format: 'svg' })).bytes.text()
const STEP = 20

/** The kinds that only the server draws, so that page and paper are the same drawing. In the dark, the drawing for paper waits beside it. */
export function DrawnByServer({ block, width }: { block: ChartBlock; width: number }) {
  const { theme } = useAppearance()
  const dark = theme === 'dark' || (theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
  const across = Math.max(280, Math.floor(width / STEP) * STEP)
  const screen = useQuery({ queryKey: ['chart', block, across, dark], queryFn: () => drawing(block, across, dark ? 'dark' : 'light'), staleTime: Number.POSITIVE_INFINITY })
  const paper = useQuery({ queryKey: ['chart', block, 680, 'print'], queryFn: () => drawing(block, 680, 'print'), staleTime: Number.POSITIVE_INFINITY })
  if (screen.error) return <p className="drawing-waits" style={{ minHeight: 120 }}>No se pudo dibujar el gráfico. Los números están en «Ver como tabla».</p>
  if (!screen.data) return <p className="drawing-waits" style={{ minHeight: 240 }}>Dibujando…</p>
  return <><div className="drawing-on-screen"><ServerDrawing svg={screen.data} /></div>{paper.data && <div className="drawing-on-paper"><ServerDrawing svg={paper.data} /></div>}</>
}

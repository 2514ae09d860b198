import { type FigureDisplay, type FigureValue, formatValue } from '#kernel'
import { recipeKey } from './sheet.ts'
import { useFigureSheet } from './FigureSheetProvider.tsx'

/** How a figure is written: its own text, or the display asked for (thousands, decimals). */
export const figureText = (figure: FigureValue, show?: FigureDisplay): string =>
  figure.value === null || !show ? figure.text : formatValue(figure.value, figure.unit, show)

export type FigureButtonProps = { figure: FigureValue; show?: FigureDisplay; /** The value moved since the document was issued. */ changed?: boolean; /** Words before the text for a screen reader; default the title of the figure. */ label?: string }

/** A number that opens. The copihue underline promises a sheet: without recipe, write plain text instead. */
export const FigureButton = ({ figure, show, changed = false, label }: FigureButtonProps) => {
  const { opened, open } = useFigureSheet()
  const text = figureText(figure, show)
  return (
    <button type="button" className={changed ? 'figure changed' : 'figure'} aria-expanded={opened === recipeKey(figure.recipe)} aria-haspopup="dialog"
      aria-label={`${text}, ${label ?? figure.title}${changed ? ', cambió desde la emisión' : ''}${figure.status === 'provisional' ? ', provisional' : ''}: abrir ficha`}
      onClick={(event) => open(figure, event.currentTarget)}>
      {text}
    </button>
  )
}

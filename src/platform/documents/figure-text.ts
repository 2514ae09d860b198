import { type FigureDisplay, type FigureValue, absenceText, formatValue } from '#kernel'

/**
 * A figure as it is written, on screen, in PDF and in Word alike. An absent value is its reason in words, never a zero.
 * Without `show` it is the text the figure was computed with.
 */
export const figureText = (figure: FigureValue, show?: FigureDisplay): string => {
  if (figure.value === null) return absenceText[figure.absence ?? 'no-data']
  return show ? formatValue(figure.value, figure.unit, show) : figure.text
}

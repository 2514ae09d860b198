import { escapeXml } from '#platform/charts'
import type { FigureTag, Run } from '../typeset.ts'
import type { HtmlFigures } from './html-options.ts'

export const escapeHtml = escapeXml

/** A figure as the reader meets it: its text, and which recipe, parameters and block it is. */
export const figureHtml = (text: string, figure: FigureTag, blockId: string, figures: HtmlFigures): string => {
  const state = figure.absent ? ' figure-absent' : figure.provisional ? ' figure-provisional' : ''
  const data = `class="figure${state}" data-figure="${escapeHtml(figure.id)}" data-figure-key="${escapeHtml(figure.key)}" data-block="${escapeHtml(blockId)}" title="${escapeHtml(figure.title)}${figure.provisional ? ' (provisional)' : ''}"`
  const written = escapeHtml(text)
  if (figures.mode === 'buttons') return `<button type="button" ${data}>${written}</button>`
  if (figures.mode === 'links') return `<a ${data} href="${escapeHtml(figures.href({ ...figure, blockId }))}">${written}</a>`
  return `<span ${data}>${written}</span>`
}

export const runsHtml = (runs: readonly Run[], blockId: string, figures: HtmlFigures): string =>
  runs.map((run) => {
    if (run.kind === 'figure') return figureHtml(run.text, run.figure, blockId, figures)
    if (run.kind === 'link') return `<a href="${escapeHtml(run.href)}">${escapeHtml(run.text)}</a>`
    if (run.kind === 'reference') return run.target === undefined ? escapeHtml(run.text) : `<a class="reference" href="#b-${escapeHtml(run.target)}">${escapeHtml(run.text)}</a>`
    const strong = run.strong ? `<strong>${escapeHtml(run.text)}</strong>` : escapeHtml(run.text)
    return run.em ? `<em>${strong}</em>` : strong
  }).join('')

import { type ChartTheme, drawChart } from '#platform/charts'
import { CHART_WIDTH, NARROW_CHART_WIDTH } from '../render-options.ts'
import type { SetBlock } from '../typeset.ts'
import type { HtmlFigures } from './html-options.ts'
import { escapeHtml, figureHtml, runsHtml } from './html-runs.ts'
import { footHtml, tableHtml } from './html-table.ts'

const chartHtml = (block: Extract<SetBlock, { kind: 'chart' }>, theme: ChartTheme): string =>
  `<figcaption><span class="caption-title">${escapeHtml(`${block.label}. ${block.title}`)}</span><span class="caption-subtitle">${escapeHtml(block.subtitle)}</span></figcaption>` +
  `<div class="chart-wide">${drawChart(block.chart, { width: CHART_WIDTH, theme })}</div><div class="chart-narrow">${drawChart(block.chart, { width: NARROW_CHART_WIDTH, theme })}</div>` +
  `${footHtml(block.notes, block.source)}<details><summary>Ver como tabla</summary><div class="table-frame" tabindex="0" role="region" aria-label="${escapeHtml(block.title)}">${tableHtml(block.table, { mode: 'text' })}</div></details>`

const shape = { info: '○', warning: '▲', bad: '◆' } as const

/** One block as HTML. `data-block` is its stable identifier. Headings start at `h2`: the title of the document is `h1`. */
export const blockHtml = (block: SetBlock, figures: HtmlFigures, theme: ChartTheme): string => {
  const id = `data-block="${escapeHtml(block.id)}"`
  switch (block.kind) {
    case 'heading': return `<h${block.level + 1} id="${escapeHtml(`b-${block.id}`)}" ${id}>${block.number ? `<span class="heading-number">${block.number}</span> ` : ''}${runsHtml(block.runs, block.id, figures)}</h${block.level + 1}>`
    case 'paragraph': return `<p ${id}>${runsHtml(block.runs, block.id, figures)}</p>${block.author ? `<p class="author">Redacta ${escapeHtml(block.author)}</p>` : ''}`
    case 'list': return `<${block.ordered ? 'ol' : 'ul'} ${id}>${block.items.map((item) => `<li>${runsHtml(item, block.id, figures)}</li>`).join('')}</${block.ordered ? 'ol' : 'ul'}>`
    case 'note': return `<div class="note note-${block.tone}" role="note" ${id}><p class="note-title"><span aria-hidden="true">${shape[block.tone]}</span> ${escapeHtml(block.title)}</p><p>${runsHtml(block.runs, block.id, figures)}</p></div>`
    case 'table': return `<div class="document-table${block.landscape ? ' wide' : ''}" id="${escapeHtml(`b-${block.id}`)}" ${id}><div class="table-frame" tabindex="0" role="region" aria-label="${escapeHtml(block.title)}">${tableHtml(block, figures)}</div>${footHtml(block.notes, block.source)}</div>`
    case 'chart': return `<figure class="document-chart" id="${escapeHtml(`b-${block.id}`)}" ${id}>${chartHtml(block, theme)}</figure>`
    case 'figures': return `<dl class="figure-row" ${id}>${block.items.map((item) => `<div><dt>${escapeHtml(item.label)}</dt><dd class="figure-value">${figureHtml(item.run.text, item.run.figure, block.id, figures)}</dd>${item.note ? `<dd class="figure-note">${escapeHtml(item.note)}</dd>` : ''}</div>`).join('')}</dl>`
    case 'page-break': return `<hr class="page-break" ${id}>`
    case 'signature': return `<div class="signature" ${id}><p><strong>${escapeHtml(block.name)}</strong></p><p>${escapeHtml(block.office)}</p></div>`
  }
}

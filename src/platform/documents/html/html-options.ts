import type { PaperOptions } from '../render-options.ts'
import type { FigureTag } from '../typeset.ts'

export type FigureLink = FigureTag & { readonly blockId: string }
/**
 * `buttons`: the page attaches the figure sheet to `button[data-figure]`. `links`: each figure leads to `href(figure)`.
 * `text`: a page that stands alone, where a button would do nothing.
 */
export type HtmlFigures = { readonly mode: 'buttons' } | { readonly mode: 'links'; readonly href: (figure: FigureLink) => string } | { readonly mode: 'text' }
export type HtmlOptions = { readonly figures?: HtmlFigures; readonly theme?: 'light' | 'dark' | 'print' } & PaperOptions

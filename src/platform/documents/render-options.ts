/** Arms or emblem of the municipality for the letterhead. The alternative says what it is. */
export type Arms = { readonly format: 'png' | 'svg' | 'jpg'; readonly data: Uint8Array; readonly alternative: string; /** Width divided by height; 1 when not given. */ readonly proportion?: number }
export type PaperOptions = { readonly arms?: Arms }

/** Charts are drawn at this width for screen, PDF and Word alike: the text width of a letter page at 12 px type. */
export const CHART_WIDTH = 680
/** The second drawing, for telephones. */
export const NARROW_CHART_WIDTH = 326

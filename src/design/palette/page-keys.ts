/** What an open page answers to the keyboard. Nothing is registered: what is on screen and says its key is what the key presses. */
export type PageKey = { readonly key: string; readonly purpose: string }

const seen = (element: Element): element is HTMLElement =>
  element instanceof HTMLElement && element.getClientRects().length > 0 && !element.closest('[inert], [aria-hidden="true"]') && !element.matches(':disabled, [aria-disabled="true"]')
const page = (): HTMLElement | null => document.getElementById('contenido')
const all = (selector: string): readonly HTMLElement[] => [...(page()?.querySelectorAll(selector) ?? [])].filter(seen)
const nameOf = (element: HTMLElement): string => {
  const copy = element.cloneNode(true) as HTMLElement
  for (const hidden of copy.querySelectorAll('kbd, [aria-hidden="true"]')) hidden.remove()
  return (element.getAttribute('aria-label') ?? copy.textContent ?? '').trim()
}
const searchField = (): HTMLElement | undefined => all('input[type="search"], .desk-filters input[type="text"], .desk-filters input:not([type])')[0]
const filters = (): HTMLElement | undefined => all('.desk-filters')[0]
/** Of several tables, the one that is being looked at. */
const inView = (found: readonly HTMLElement[]): HTMLElement | undefined => found.find((one) => { const box = (one.closest('.table-block') ?? one).getBoundingClientRect(); return box.bottom > 0 && box.top < window.innerHeight }) ?? found[0]
const excel = (): HTMLElement | undefined => inView(all('.table-block .table-exports').flatMap((row) => [...row.querySelectorAll<HTMLElement>('button')].slice(0, 1)))
const rows = (): readonly HTMLElement[] => all('.row-link')

/** Opens the panel of filters where it is folded, and puts the focus in its first field. */
const toFilters = (wanted: () => HTMLElement | undefined): void => {
  const toggle = all('.desk-toggle[aria-expanded="false"]')[0]
  toggle?.click()
  requestAnimationFrame(() => wanted()?.focus())
}
const moveRow = (step: number): void => {
  const links = rows()
  const at = links.findIndex((link) => link === document.activeElement)
  links[at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + step))]?.focus()
}
/** Presses on the open page what this letter says. While a dialog asks something the page rests. */
export const pressPageKey = (key: string): void => {
  if (document.querySelector('.veil, dialog[open]')) return
  if (key === 'j' || key === 'k') moveRow(key === 'j' ? 1 : -1)
  else if (key === '/') toFilters(searchField)
  else if (key === 'f') toFilters(() => [...(filters()?.querySelectorAll('.desk-filter-list input, .desk-filter-list button[aria-haspopup="listbox"], .desk-filter-list select') ?? [])].filter(seen)[0])
  else if (key === 'x') excel()?.click()
  else inView(all(`[aria-keyshortcuts~="${key}"]`))?.click()
}
/** The keys this page answers now, in the order of the page. */
export const pageKeys = (): readonly PageKey[] => {
  const own = all('[aria-keyshortcuts]').flatMap((element) => {
    const key = element.getAttribute('aria-keyshortcuts') ?? ''
    return /^[a-z]$/.test(key) ? [{ key, purpose: nameOf(element) }] : []
  }).filter(({ key }, at, list) => list.findIndex((other) => other.key === key) === at)
  return [
    ...own,
    ...(searchField() ? [{ key: '/', purpose: 'Buscar en esta lista' }] : []),
    ...(filters() ? [{ key: 'f', purpose: 'Ir a los filtros' }] : []),
    ...(rows().length > 0 ? [{ key: 'j, k', purpose: 'Fila siguiente y anterior; Enter la abre' }] : []),
    ...(excel() ? [{ key: 'x', purpose: 'Llevar a Excel lo que se ve' }] : []),
  ]
}

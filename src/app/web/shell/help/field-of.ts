const textOf = (ids: string | null): string => (ids ?? '').split(/\s+/).map((id) => document.getElementById(id)?.textContent?.trim() ?? '').filter(Boolean).join(' ')

/** Name and help of a field as the page says them, from the field itself. */
export const fieldOf = (field: HTMLElement): { readonly label: string; readonly help: string } => {
  const labels = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? [...(field.labels ?? [])].map((label) => label.textContent ?? '').join(' ') : ''
  const own = field.closest('.field')?.querySelector('.label, label')?.textContent ?? ''
  const label = (own || labels || field.getAttribute('aria-label') || textOf(field.getAttribute('aria-labelledby')) || 'Campo').replace(/\s*\(opcional\)\s*$/, '').trim()
  const help = [...(field.closest('.field')?.querySelectorAll('.field-help') ?? [])].map((one) => one.textContent?.trim() ?? '').join(' ') || textOf(field.getAttribute('aria-describedby'))
  return { label, help }
}

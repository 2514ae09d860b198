/** The search part of the address stays as people read it: plain names and texts, never JSON. */
export const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text))
export const writeSearch = (search: Record<string, unknown>): string => {
  const entries = Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '')
  const text = new URLSearchParams(entries).toString()
  return text ? `?${text}` : ''
}

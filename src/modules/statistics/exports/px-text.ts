/** PX strings hold no double quote; Chilean names with quotes keep them as «». Control characters go. */
export const pxText = (text: string): string => text.replace(/"([^"]*)"/g, '«$1»').replaceAll('"', '”').replace(/[\u0000-\u0008\u000b-\u001f]+/g, ' ')

const LINE = 200
/** A quoted string, cut in quoted pieces of at most 200 characters, a line each: PC-Axis reads no line over 256. `#` is its line break. */
export const pxString = (text: string): string => {
  const clean = pxText(text).replace(/\r?\n/g, '#')
  if (clean.length <= LINE) return `"${clean}"`
  const pieces: string[] = []
  for (let at = 0; at < clean.length; at += LINE) pieces.push(`"${clean.slice(at, at + LINE)}"`)
  return pieces.join('\n')
}
/** A list of quoted strings, several a line. */
export const pxList = (texts: readonly string[]): string => {
  const lines: string[] = []
  let line = ''
  for (const text of texts) {
    const piece = pxString(text)
    if (line && line.length + piece.length > LINE) { lines.push(`${line},`); line = piece } else line = line ? `${line},${piece}` : piece
  }
  return [...lines, line].join('\n')
}

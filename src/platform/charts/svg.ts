import { type Drawing, type Mark, TYPE_SIZE } from './mark.ts'

const FONT = "'Archivo Secplan', Archivo, 'Segoe UI', Arial, sans-serif"

/** Text for XML: the five characters, and nothing XML 1.0 does not allow. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;')

/** Half-pixel precision is enough, and short numbers keep the file small and equal everywhere. */
const n = (value: number): string => String(Math.round(value * 10) / 10)

const draw = (mark: Mark): string => {
  switch (mark.kind) {
    case 'rect':
      return `<rect class="${mark.role}" x="${n(mark.x)}" y="${n(mark.y)}" width="${n(mark.width)}" height="${n(mark.height)}" fill="${mark.fill}"/>`
    case 'line':
      return `<polyline class="${mark.role}" points="${mark.points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')}" fill="none" stroke="${mark.stroke}" stroke-width="${mark.thickness}"${mark.dashed ? ' stroke-dasharray="4 3"' : ''}/>`
    case 'dot':
      return `<circle class="${mark.role}" cx="${n(mark.x)}" cy="${n(mark.y)}" r="${n(mark.radius)}" fill="${mark.fill}"/>`
    case 'area':
      return `<path class="${mark.role}" d="${mark.rings.map((ring) => `M${ring.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`).join('')}" fill="${mark.fill}" fill-rule="evenodd"/>`
    case 'label':
      return `<text class="${mark.role}" x="${n(mark.x)}" y="${n(mark.y)}" fill="${mark.fill}"${mark.anchor === 'start' ? '' : ` text-anchor="${mark.anchor}"`}${mark.bold ? ' font-weight="600"' : ''}>${escapeXml(mark.text)}</text>`
  }
}

/** Writes a drawing as SVG: no script, no style sheet, no identifiers, the same bytes for the same drawing. */
export const writeSvg = (drawing: Drawing, alternative: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" aria-label="${escapeXml(alternative)}" width="${n(drawing.width)}" height="${n(drawing.height)}" viewBox="0 0 ${n(drawing.width)} ${n(drawing.height)}" font-family="${FONT}" font-size="${TYPE_SIZE}">${drawing.marks.map(draw).join('')}</svg>`

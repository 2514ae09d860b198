import { type Day, formatDay } from '#kernel'

const escaped = (text: string): string => text.replace(/º/g, 'o').normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[^\x20-\x7e]/g, ' ').replace(/[\\()]/g, '\\$&')

/** Stands for the scanned paper of a signed act: one page that says it is of the demonstration and carries the act's fingerprint, as its printed copy does. */
export const signedCopy = (title: string, fingerprint: string, on: Day): Buffer => {
  const text = [['14', 'DOCUMENTO DE DEMOSTRACION'], ['12', `${title}, ejemplar firmado`], ['10', `Firmado en papel el ${formatDay(on)}. Esta pagina hace las veces del papel escaneado.`], ['9', `Huella SHA-256 del contenido: ${fingerprint}`]]
    .map(([size, line], at) => `/F1 ${size} Tf 1 0 0 1 56 ${760 - at * 26} Tm (${escaped(line ?? '')}) Tj`).join('\n')
  const stream = `BT\n${text}\nET`
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>', `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>']
  let pdf = '%PDF-1.4\n'
  const offsets = objects.map((body, at) => { const offset = pdf.length; pdf += `${at + 1} 0 obj\n${body}\nendobj\n`; return offset })
  const start = pdf.length
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(pdf, 'latin1')
}

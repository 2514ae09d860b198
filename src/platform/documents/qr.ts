import QRCode from 'qrcode'

/** The dark modules of a QR code, row by row, without its quiet zone. */
export const qrModules = (text: string): { readonly size: number; readonly dark: (x: number, y: number) => boolean } => {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  return { size: modules.size, dark: (x, y) => modules.get(y, x) === 1 }
}

/** A QR code as SVG with the quiet zone of four modules the standard asks for. */
export const qrSvg = (text: string): string => {
  const { size, dark } = qrModules(text)
  let path = ''
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) if (dark(x, y)) path += `M${x + 4} ${y + 4}h1v1h-1z`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size + 8} ${size + 8}" width="${(size + 8) * 4}" height="${(size + 8) * 4}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size + 8}v${size + 8}H0z"/><path d="${path}"/></svg>`
}

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.json': 'application/json', '.png': 'image/png', '.ico': 'image/x-icon', '.txt': 'text/plain; charset=utf-8', '.map': 'application/json',
}
const COMPRESSIBLE = new Set(['.html', '.js', '.mjs', '.css', '.svg', '.json', '.txt'])

type Asset = { readonly bytes: Buffer; readonly type: string; readonly etag: string; readonly immutable: boolean; compressed: Map<string, Buffer>; compressible: boolean }

/** The built pages, read once and kept in memory with their compressed forms. */
export const staticFiles = (folder: string) => {
  const assets = new Map<string, Asset>()
  const load = (path: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const full = join(path, entry.name)
      if (entry.isDirectory()) load(full)
      else {
        const bytes = readFileSync(full)
        const extension = extname(entry.name)
        const address = `/${relative(folder, full).split('\\').join('/')}`
        assets.set(address, { bytes, type: TYPES[extension] ?? 'application/octet-stream', etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 24)}"`, immutable: address.startsWith('/assets/'), compressed: new Map(), compressible: COMPRESSIBLE.has(extension) })
      }
    }
  }
  if (existsSync(folder)) load(folder)
  const compress = (asset: Asset, encoding: string): Buffer => {
    const known = asset.compressed.get(encoding)
    if (known) return known
    const made = encoding === 'br' ? brotliCompressSync(asset.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : gzipSync(asset.bytes)
    asset.compressed.set(encoding, made)
    return made
  }
  /** The answer for a path, or undefined when there is no such asset. */
  return (path: string, headers: Headers): Response | undefined => {
    const asset = assets.get(path)
    if (!asset) return undefined
    if (headers.get('if-none-match') === asset.etag) return new Response(null, { status: 304, headers: { etag: asset.etag } })
    const accepted = headers.get('accept-encoding') ?? ''
    const encoding = asset.compressible ? (/\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : '') : ''
    const body = encoding ? compress(asset, encoding) : asset.bytes
    return new Response(new Uint8Array(body), {
      headers: { 'content-type': asset.type, etag: asset.etag, 'cache-control': asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache', vary: 'accept-encoding', ...(encoding ? { 'content-encoding': encoding } : {}) },
    })
  }
}

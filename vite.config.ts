import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The interface letter is fetched with the page; the one for titles may come later. */
const preloadArchivo: Plugin = {
  name: 'preload-archivo',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) => Object.keys(bundle ?? {}).filter((file) => /archivo-latin-wght-normal.*\.woff2$/.test(file))
      .map((file) => ({ tag: 'link', attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: '' }, injectTo: 'head' as const })),
  },
}

export default defineConfig({
  root: here('src/app/web'),
  base: '/',
  plugins: [react(), preloadArchivo],
  build: { outDir: here('dist/web'), emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, reportCompressedSize: true,
    // Our modules do nothing when merely imported, so a page takes from the design system only what it uses.
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => id.endsWith('.css') || !/[\\/]src[\\/](design|kernel)[\\/]/.test(id) } },
  },
  server: { port: 4311, strictPort: false, proxy: { '/api': 'http://127.0.0.1:4310' } },
  cacheDir: here('.cache/vite'),
})

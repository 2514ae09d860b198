import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { mockApi } from './stories/mock.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Every piece in every state, on one plain page: `npm run stories`. */
export default defineConfig({
  root: here('stories'),
  plugins: [react(), mockApi],
  server: { port: 4312, strictPort: false },
  cacheDir: here('.cache/vite-stories'),
})

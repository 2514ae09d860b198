#!/usr/bin/env node
/** The command line over the same actions as the web: `npm run -s secplan -- ayuda`. */
const { buildPages, buildServer } = await import('./build.mjs')
await buildServer()
const { main } = await import('../dist/server.mjs')
process.exitCode = await main(process.argv.slice(2), { beforeListening: () => buildPages() })

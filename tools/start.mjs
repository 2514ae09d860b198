/** `npm start`: builds what changed, prepares the data folder, loads the demonstration the first time, and serves. */
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Secplan necesita Node 20.19 o posterior; este equipo tiene ${process.versions.node}.\n`)
  process.exit(1)
}
const { buildPages, buildServer } = await import('./build.mjs')
const say = (text) => process.stdout.write(`${text}\n`)
try {
  const pages = buildPages()
  if (await buildServer()) say('Programa construido.')
  const { main } = await import('../dist/server.mjs')
  await main(['serve', ...process.argv.slice(2)], {
    beforeListening: async () => {
      if (await pages) say('Páginas construidas.')
    },
  })
} catch (error) {
  process.stderr.write(`${error?.remedy ? `${error.title}. ${error.detail}\nQué hacer: ${error.remedy}` : (error?.stack ?? error)}\n`)
  process.exit(1)
}

import { takeFolder } from '#platform/database'

/** At the instant of its second argument takes the folder of the first, says how it went, and stays alive. */
const [folder = '', at = '0'] = process.argv.slice(2)
setTimeout(() => {
  try {
    takeFolder(folder)
    process.stdout.write('in')
  } catch (error) {
    process.stdout.write((error as { id?: string }).id ?? String(error))
  }
  setInterval(() => undefined, 1000)
}, Number(at) - Date.now())

import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ExtractionLimits, NotRead, type Passage } from './extraction.ts'
import { gather } from './passages.ts'

/** Programs see only where programs are and where temporary files go. */
const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], OMP_THREAD_LIMIT: '1', LANG: 'C.UTF-8', TMPDIR: tmpdir() }) as NodeJS.ProcessEnv
const run = (program: string, args: readonly string[], seconds: number): Promise<string | undefined> =>
  new Promise((resolve) => execFile(program, args, { timeout: seconds * 1000, killSignal: 'SIGKILL', maxBuffer: 4_000_000, env: environment() }, (error, output) => resolve(error ? undefined : output)))

const MISSING = 'Es una imagen, sin texto que leer: instale tesseract-ocr-spa en el equipo del servidor y vuelva a leerlo.'
const MISSING_PDF = 'Es un PDF escaneado, sin texto: instale tesseract-ocr-spa y poppler-utils en el equipo del servidor y vuelva a leerlo.'

/** Whether the machine can read Spanish from pictures. */
const canRead = async (): Promise<boolean> => ((await run('tesseract', ['--list-langs'], 10)) ?? '').split(/\s+/).includes('spa')
const pictureText = async (path: string, seconds: number): Promise<string> => ((await run('tesseract', [path, 'stdout', '-l', 'spa', '--psm', '1'], seconds)) ?? '').trim()

/** Text read from a picture by tesseract. Throws NotRead when it is not installed or finds none. */
export const imageText = async (path: string, limits: ExtractionLimits): Promise<readonly Passage[]> => {
  if (!(await canRead())) throw new NotRead('no-text', MISSING)
  const text = await pictureText(path, limits.ocrSeconds)
  if (!text) throw new NotRead('no-text', 'La imagen no tiene texto que se pueda reconocer.')
  return gather([text], () => 'texto reconocido en la imagen', limits.characters)
}

/** Share of the time of a file after which no other page is begun: what was read until then is kept. */
const ENOUGH = 0.75

/** Text of a scanned PDF, its pages drawn one by one and read while there is time; `read` says how many were looked at. */
export const scanText = async (path: string, pages: number, limits: ExtractionLimits): Promise<{ readonly passages: readonly Passage[]; readonly read: number }> => {
  const until = performance.now() + limits.seconds * 1000 * ENOUGH
  if (!(await canRead()) || (await run('pdftoppm', ['-v'], 10)) === undefined) throw new NotRead('no-text', MISSING_PDF)
  const folder = await mkdtemp(join(tmpdir(), 'secplan-ocr-'))
  try {
    const passages: Passage[] = []
    let read = 0
    for (let page = 1; page <= Math.min(pages, limits.ocrPages) && performance.now() < until; page++) {
      await run('pdftoppm', ['-r', '200', '-gray', '-png', '-f', String(page), '-l', String(page), path, join(folder, `p${page}`)], limits.ocrSeconds)
      const drawn = (await readdir(folder)).find((name) => name.startsWith(`p${page}-`))
      const text = drawn ? await pictureText(join(folder, drawn), limits.ocrSeconds) : ''
      if (drawn) await rm(join(folder, drawn), { force: true })
      read = page
      if (text) passages.push(...gather([text], () => `página ${page}`, limits.characters))
    }
    if (passages.length === 0) throw new NotRead('no-text', 'El PDF escaneado no tiene texto que se pueda reconocer.')
    return { passages, read }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { DocumentBody } from '#kernel'
import { renderHtml } from '../html/render-html.ts'
import { aFrame } from './sample.ts'

const inFolder = <Result>(work: (folder: string) => Result): Result => {
  const folder = mkdtempSync(path.join(tmpdir(), 'secplan-paper-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const withPdf = (pdf: Uint8Array, command: string, ...options: string[]): string =>
  inFolder((folder) => {
    const file = path.join(folder, 'file.pdf')
    writeFileSync(file, pdf)
    return execFileSync(command, command === 'pdftotext' ? [...options, file, '-'] : [...options, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  })

/** Text of each page with ordinary spaces (poppler). */
export const pdfPages = (pdf: Uint8Array): string[] => withPdf(pdf, 'pdftotext', '-layout').replace(/\u00a0/g, ' ').split('\f').slice(0, -1)
export const pdfFacts = (pdf: Uint8Array): string => withPdf(pdf, 'pdfinfo', '-f', '1', '-l', '99')
export const pdfStructure = (pdf: Uint8Array): string => withPdf(pdf, 'pdfinfo', '-struct')

/** Part of the first page painted in the grey of the watermark (235 of 255), seen at 40 dots per inch. */
export const greyShare = (pdf: Uint8Array): number =>
  inFolder((folder) => {
    writeFileSync(path.join(folder, 'file.pdf'), pdf)
    execFileSync('pdftoppm', ['-gray', '-r', '40', '-f', '1', '-l', '1', '-singlefile', path.join(folder, 'file.pdf'), path.join(folder, 'page')], { stdio: 'ignore' })
    const image = readFileSync(path.join(folder, 'page.pgm')).subarray(15)
    return image.filter((value) => value >= 233 && value <= 237).length / image.length
  })

/** A Word file as LibreOffice lays it out, as PDF. */
export const wordToPdf = (docx: Uint8Array): Uint8Array =>
  inFolder((folder) => {
    writeFileSync(path.join(folder, 'file.docx'), docx)
    execFileSync('soffice', [`-env:UserInstallation=file://${path.join(folder, 'profile').replaceAll('\\', '/')}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, path.join(folder, 'file.docx')], { stdio: 'ignore', timeout: 90_000 })
    return readFileSync(path.join(folder, 'file.pdf'))
  })

/** Every figure and table cell with a number as the screen shows them, in reading order. */
export const screenNumbers = (body: DocumentBody): string[] => {
  const html = renderHtml(body, aFrame())
  const found = [...html.matchAll(/<span class="figure[^>]*>([^<]*)<\/span>/g)]
  return found.map((match) => (match[1] ?? '').replace(/\u00a0/g, ' '))
}

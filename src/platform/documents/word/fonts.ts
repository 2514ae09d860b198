import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { assetFolder } from '../asset-folder.ts'
import { NAMESPACES, XML_HEAD } from './xml.ts'

type Cut = { readonly slot: 'embedRegular' | 'embedBold' | 'embedItalic'; readonly file: string }
type Family = { readonly name: string; readonly fallback: string; readonly kind: 'roman' | 'swiss'; readonly cuts: readonly Cut[] }

/** Offices do not have these families, so they travel inside the file (OFL-1.1 allows it). A program that ignores them takes the fallback. */
const families: readonly Family[] = [
  { name: 'Newsreader', fallback: 'Georgia', kind: 'roman', cuts: [{ slot: 'embedRegular', file: 'Newsreader_400Regular.ttf' }, { slot: 'embedBold', file: 'Newsreader_700Bold.ttf' }, { slot: 'embedItalic', file: 'Newsreader_400Regular_Italic.ttf' }] },
  { name: 'Archivo', fallback: 'Arial', kind: 'swiss', cuts: [{ slot: 'embedRegular', file: 'Archivo_400Regular.ttf' }, { slot: 'embedBold', file: 'Archivo_700Bold.ttf' }, { slot: 'embedItalic', file: 'Archivo_400Regular_Italic.ttf' }] },
]

/** ECMA-376 part 4, 2.8.1: the first 32 bytes are combined with the key, read from its end. */
export const obfuscate = (font: Uint8Array, key: string): Uint8Array => {
  const bytes = Buffer.from(key.replace(/-/g, ''), 'hex').reverse()
  const result = Uint8Array.from(font)
  for (let at = 0; at < 32; at++) result[at] = (result[at] ?? 0) ^ (bytes[at % 16] ?? 0)
  return result
}

/** The key depends on the file alone, so that equal documents have equal bytes. */
const keyOf = (font: Uint8Array): string => {
  const hex = createHash('sha256').update(font).digest('hex').toUpperCase()
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}

let parts: Record<string, string | Uint8Array> | undefined

/** Font table, its relations and the embedded fonts, as parts of the file. Read once. */
export const embeddedFonts = (): Record<string, string | Uint8Array> => (parts ??= build())

const build = (): Record<string, string | Uint8Array> => {
  const files: Record<string, string | Uint8Array> = {}
  const relations: string[] = []
  const fonts = families.map((family) => {
    const embedded = family.cuts.map(({ slot, file }) => {
      const bytes = readFileSync(path.join(assetFolder('fonts'), file))
      const key = keyOf(bytes)
      const id = `rId${relations.length + 1}`
      const name = `fonts/font${relations.length + 1}.odttf`
      files[`word/${name}`] = obfuscate(bytes, key)
      relations.push(`<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/font" Target="${name}"/>`)
      return `<w:${slot} r:id="${id}" w:fontKey="{${key}}"/>`
    })
    return `<w:font w:name="${family.name}"><w:altName w:val="${family.fallback}"/><w:charset w:val="00"/><w:family w:val="${family.kind}"/><w:pitch w:val="variable"/>${embedded.join('')}</w:font>`
  })
  files['word/fontTable.xml'] = `${XML_HEAD}<w:fonts ${NAMESPACES}>${fonts.join('')}</w:fonts>`
  files['word/_rels/fontTable.xml.rels'] = `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`
  return files
}

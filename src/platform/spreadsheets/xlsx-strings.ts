import { decodeXml } from './xml-text.ts'

const RUN = /<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<\/(?:\w+:)?t>/g

/** Text of one shared or inline string: its runs in order, without phonetic readings. */
export const richText = (xml: string): string => {
  const clean = xml.includes('rPh') ? xml.replace(/<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>/g, '') : xml
  let text = ''
  for (const run of clean.matchAll(RUN)) text += run[1] ?? ''
  return decodeXml(text)
}

/** The shared strings in order. The common shape `<si><t>…</t></si>` is cut without regular expressions. */
export const sharedStrings = (xml: string): string[] => {
  const strings: string[] = []
  let at = xml.indexOf('<si')
  while (at !== -1) {
    const open = xml.indexOf('>', at)
    if (open === -1) break
    if (xml.charCodeAt(open - 1) === 47) {
      strings.push('')
      at = xml.indexOf('<si', open)
      continue
    }
    const close = xml.indexOf('</si>', open)
    if (close === -1) break
    if (xml.startsWith('<t>', open + 1) && xml.indexOf('</t>', open) + 4 === close) strings.push(decodeXml(xml.slice(open + 4, close - 4)))
    else strings.push(richText(xml.slice(open + 1, close)))
    at = xml.indexOf('<si', close + 5)
  }
  return strings
}

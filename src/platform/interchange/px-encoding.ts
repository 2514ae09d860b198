/** Encoding that a PX file declares: CODEPAGE, or the DOS page when it does not even say CHARSET="ANSI". */
export const pxEncoding = (bytes: Uint8Array): 'utf-8' | 'windows-1252' | 'cp850' | undefined => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8000))
  const page = /CODEPAGE\s*=\s*"([^"]*)"/i.exec(head)?.[1]?.toLowerCase().trim()
  if (page?.includes('utf-8')) return 'utf-8'
  if (page && /850|437|dos/.test(page)) return 'cp850'
  if (page && /1252|8859|ansi|latin/.test(page)) return 'windows-1252'
  if (/CHARSET\s*=\s*"ANSI"/i.test(head)) return undefined
  return bytes.some((byte) => byte > 127) && !/CHARSET/i.test(head) ? 'cp850' : undefined
}
/** A PX file begins with one of its first keywords, whatever its name. */
export const looksLikePx = (head: string): boolean => /^(\ufeff|ï»¿)?\s*(CHARSET|AXIS-VERSION|CODEPAGE|LANGUAGE|CREATION-DATE|MATRIX|SUBJECT-AREA|DECIMALS)\s*(\[[\w-]+\])?\s*=/i.test(head) && /;/.test(head)

import { X509Certificate } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const CERTIFICATE = /\.(pem|crt|cer)$/i
const MARK = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

/** Certificates of one file: PEM with one or several, or a single DER. A file that is neither trusts nobody. */
const certificatesIn = (bytes: Buffer): readonly X509Certificate[] => {
  const blocks = bytes.toString('latin1').match(MARK) ?? [bytes]
  return blocks.flatMap((block) => {
    try { return [new X509Certificate(block)] } catch { return [] }
  })
}
/**
 * Root certificates that the municipality put in a folder, to check electronic signatures offline. Without the folder nobody is trusted,
 * and a signature stays «no comprobada». Read each time: adding a file needs no restart.
 */
export const anchorsIn = async (folder: string | undefined): Promise<readonly X509Certificate[]> => {
  if (!folder) return []
  const names = await readdir(folder).catch(() => [])
  const files = await Promise.all(names.filter((name) => CERTIFICATE.test(name)).sort().map((name) => readFile(join(folder, name))))
  return files.flatMap(certificatesIn)
}

import type { X509Certificate } from 'node:crypto'

/** What can be read of the certificate that signed, kept beside the finding. Days as ISO text. */
export type CertificateView = { readonly signer: string; readonly issuer: string; readonly from: string; readonly to: string; readonly selfSigned: boolean; /** Name of the anchor the chain ends in. */ readonly anchor?: string }
export type ChainAnswer = { readonly trusted: boolean; readonly why: string; readonly certificate: CertificateView }

const LONGEST_CHAIN = 8
const ISO_DAY = 10
/** The name in a subject or issuer of X.509: its common name, or all of it. */
export const commonName = (subject: string): string => (/(?:^|\n)CN=([^\n]+)/.exec(subject)?.[1] ?? subject.replace(/\n/g, ', ')).replace(/\\(.)/g, '$1')
const dayOf = (text: string): string => new Date(Date.parse(text)).toISOString().slice(0, ISO_DAY)
const spoken = (day: string): string => day.split('-').reverse().join('-')
const inForce = (certificate: X509Certificate, day: string): boolean => dayOf(certificate.validFrom) <= day && day <= dayOf(certificate.validTo)
const same = (a: X509Certificate, b: X509Certificate): boolean => a.fingerprint256 === b.fingerprint256
const issued = (child: X509Certificate, by: X509Certificate): boolean => {
  try { return by.ca && child.checkIssued(by) && child.verify(by.publicKey) } catch { return false } // A key of a kind that is not known here proves nothing.
}

/**
 * Follows the chain of a certificate, with what the file brings, up to an anchor that the municipality trusts. `day` is the day the signature says it was made.
 * Nothing is asked of any network: whether a certificate was revoked is never known here.
 */
export const checkChain = (leaf: X509Certificate, brought: readonly X509Certificate[], anchors: readonly X509Certificate[], day: string): ChainAnswer => {
  const certificate: CertificateView = { signer: commonName(leaf.subject), issuer: commonName(leaf.issuer), from: dayOf(leaf.validFrom), to: dayOf(leaf.validTo), selfSigned: leaf.subject === leaf.issuer }
  const not = (why: string): ChainAnswer => ({ trusted: false, why, certificate })
  if (!inForce(leaf, day)) return not(`el certificado rige del ${spoken(certificate.from)} al ${spoken(certificate.to)} y la firma dice ser del ${spoken(day)}`)
  let at = leaf
  for (let depth = 0; depth < LONGEST_CHAIN; depth += 1) {
    const anchor = anchors.find((one) => same(one, at) || issued(at, one))
    if (anchor) {
      const name = commonName(anchor.subject)
      return inForce(anchor, day) ? { trusted: true, why: `la cadena llega a «${name}», en que la municipalidad confía`, certificate: { ...certificate, anchor: name } } : not(`el certificado raíz «${name}» no regía el ${spoken(day)}`)
    }
    const next = brought.find((one) => !same(one, at) && issued(at, one))
    if (!next) break
    if (!inForce(next, day)) return not(`el certificado intermedio «${commonName(next.subject)}» no regía el ${spoken(day)}`)
    at = next
  }
  if (certificate.selfSigned) return not('el certificado se emitió a sí mismo: nadie responde por el nombre que lleva')
  return not(anchors.length === 0 ? 'la municipalidad no ha puesto los certificados raíz en que confía' : `nadie en quien confíe la municipalidad responde por el emisor, «${certificate.issuer}»`)
}

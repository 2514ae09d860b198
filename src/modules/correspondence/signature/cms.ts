import { constants, createHash, verify, X509Certificate } from 'node:crypto'
import { commonName } from './chain.ts'
import { type Der, oidOf, partsOf, readDer } from './der.ts'

const SIGNED_DATA = '1.2.840.113549.1.7.2'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_TIME = '1.2.840.113549.1.9.5'
const UTC_TIME = 0x17
const DIGESTS: Readonly<Record<string, string>> = { '2.16.840.1.101.3.4.2.1': 'sha256', '2.16.840.1.101.3.4.2.2': 'sha384', '2.16.840.1.101.3.4.2.3': 'sha512', '1.3.14.3.2.26': 'sha1' }
/** RSA with PSS has parameters of its own that are not read here. */
const PSS = '1.2.840.113549.1.1.10'
const SEQUENCE = 0x30
const SET = 0x31
const CONTEXT_0 = 0xa0

export type CmsAnswer = {
  readonly state: 'intact' | 'invalid' | 'unreadable'; readonly why: string; readonly signer?: string
  /** The certificate that signed and those that came with it; only of an intact signature. */
  readonly leaf?: X509Certificate; readonly brought?: readonly X509Certificate[]
  /** Day in which the signature says it was made (ISO); nobody attests it. */
  readonly statedOn?: string; /** Made with SHA-1, which no longer proves anything. */ readonly weak?: boolean
}
const unreadable = (why: string): CmsAnswer => ({ state: 'unreadable', why })
const serialOf = (certificate: X509Certificate): string => certificate.serialNumber.replace(/^0+/, '').toLowerCase()
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').replace(/^0+/, '')

/** Pieces of the first signer of a detached SignedData (RFC 5652). Throws RangeError when it is something else. */
const open = (bytes: Uint8Array) => {
  const [type, wrapped] = partsOf(readDer(bytes).content)
  if (!type || !wrapped || oidOf(type) !== SIGNED_DATA) throw new RangeError('not SignedData')
  const parts = partsOf(readDer(wrapped.content).content)
  const certificates = parts.filter(({ tag }) => tag === CONTEXT_0).flatMap(({ content }) => partsOf(content)).filter(({ tag }) => tag === SEQUENCE).map(({ whole }) => new X509Certificate(Buffer.from(whole)))
  const signers = parts.filter(({ tag }) => tag === SET).at(-1)
  const [info] = signers ? partsOf(signers.content) : []
  if (!info) throw new RangeError('no signer')
  const [, issuerAndSerial, digest, ...rest] = partsOf(info.content)
  const attributes = rest.find(({ tag }) => tag === CONTEXT_0)
  const [algorithm, signature] = rest.filter(({ tag }) => tag !== CONTEXT_0)
  if (!issuerAndSerial || !digest || !algorithm || !signature) throw new RangeError('incomplete signer')
  return { certificates, issuerAndSerial, digest, attributes, algorithm, signature }
}
const attributeOf = (attributes: Der, wanted: string): Der | undefined => {
  for (const attribute of partsOf(attributes.content)) {
    const [name, values] = partsOf(attribute.content)
    if (name && values && oidOf(name) === wanted) return partsOf(values.content)[0]
  }
  return undefined
}
/** The day of a UTCTime (two digits of year, RFC 5280) or of a GeneralizedTime. */
const statedDay = (attributes: Der): string | undefined => {
  const time = attributeOf(attributes, SIGNING_TIME)
  if (!time) return undefined
  const text = Buffer.from(time.content).toString('latin1')
  const digits = time.tag === UTC_TIME ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})/.exec(digits) ?? []
  return year && month && day ? `${year}-${month}-${day}` : undefined
}

/**
 * Checks a detached CMS signature over bytes: their digest is the one that was signed, and the signature is of the certificate it carries.
 * Who issued that certificate is asked of `checkChain`: `intact` alone is not «valid».
 */
export const checkCms = (cms: Uint8Array, signed: Uint8Array): CmsAnswer => {
  try {
    const { certificates, issuerAndSerial, digest, attributes, algorithm, signature } = open(cms)
    const hash = DIGESTS[oidOf(partsOf(digest.content)[0] ?? digest)]
    if (!hash) return unreadable('usa un resumen que no se conoce aquí')
    const serial = issuerAndSerial.tag === SEQUENCE ? hex(partsOf(issuerAndSerial.content).at(-1)?.content ?? new Uint8Array()) : undefined
    const certificate = certificates.find((one) => serialOf(one) === serial) ?? (certificates.length === 1 ? certificates[0] : undefined)
    if (!certificate) return unreadable('no trae el certificado de quien firmó')
    const signer = commonName(certificate.subject)
    const own = createHash(hash).update(signed).digest()
    const stated = attributes ? attributeOf(attributes, MESSAGE_DIGEST)?.content : undefined
    if (attributes && (!stated || !own.equals(Buffer.from(stated)))) return { state: 'invalid', why: 'el documento fue modificado después de firmarse', signer }
    if (oidOf(partsOf(algorithm.content)[0] ?? algorithm) === PSS) return unreadable('usa una variante de firma que no se comprueba aquí')
    // What is signed are the attributes written as a SET, or the bytes themselves when there are none (RFC 5652, 5.4).
    const over = attributes ? Buffer.concat([Buffer.from([SET]), Buffer.from(attributes.whole.subarray(1))]) : Buffer.from(signed)
    const key = certificate.publicKey
    const good = verify(hash, over, key.asymmetricKeyType === 'rsa' ? { key, padding: constants.RSA_PKCS1_PADDING } : key, Buffer.from(signature.content))
    const statedOn = attributes && statedDay(attributes)
    return good ? { state: 'intact', why: 'la firma corresponde al documento y al certificado que trae', signer, leaf: certificate, brought: certificates, ...(statedOn ? { statedOn } : {}), ...(hash === 'sha1' ? { weak: true } : {}) } : { state: 'invalid', why: 'la firma no corresponde al certificado que trae', signer }
  } catch {
    return unreadable('su forma no se reconoce')
  }
}

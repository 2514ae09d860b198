import { createHmac, timingSafeEqual } from 'node:crypto'

const LENGTH = 24
const KEY = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([0-9a-f]{24})$/
const sign = (secret: Uint8Array, requestId: string, itemId: string): string => createHmac('sha256', secret).update(`${requestId}\n${itemId}`).digest('hex').slice(0, LENGTH)

/** What identifies a row of a workbook: the item and a signature that only its own request can make. */
export const rowKey = (secret: Uint8Array, requestId: string, itemId: string): string => `${itemId}.${sign(secret, requestId, itemId)}`

/** The item of a key; `forged` when it is not a key or its signature is not of this request. */
export const itemOfKey = (text: string, secret: Uint8Array, requestId: string): { readonly itemId: string } | 'forged' => {
  const match = KEY.exec(text.trim())
  const [itemId, given] = [match?.[1], match?.[2]]
  if (!itemId || !given) return 'forged'
  return timingSafeEqual(Buffer.from(given), Buffer.from(sign(secret, requestId, itemId))) ? { itemId } : 'forged'
}

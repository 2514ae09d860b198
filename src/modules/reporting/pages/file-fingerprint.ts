const hex = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** SHA-256 of a file, computed in the browser: the file goes nowhere. Rejects when it cannot be read, or without a secure address. */
export const fileFingerprint = async (file: Pick<Blob, 'arrayBuffer'>): Promise<string> => hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))

export const SESSION_COOKIE = 'secplan_session'

/** Percent-decoded text, or undefined when it is not valid: what a stranger sends must not break the program. */
export const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
export const readCookie = (header: string | undefined, name: string): string | undefined => {
  for (const part of (header ?? '').split(';')) {
    const [key, ...rest] = part.trim().split('=')
    if (key === name) return decoded(rest.join('='))
  }
  return undefined
}
/** Host-only, httpOnly, SameSite=Lax; Secure when the address is https. Ends with the session. */
export const sessionCookie = (token: string, secure: boolean, seconds: number): string =>
  `${SESSION_COOKIE}=${encodeURIComponent(token)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure ? '; Secure' : ''}`
export const endedCookie = (secure: boolean): string => `${SESSION_COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure ? '; Secure' : ''}`

/** Sent with every answer. No inline script anywhere; styles of the map and chart libraries need 'unsafe-inline'. */
const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; worker-src 'self' blob:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=(), payment=()',
}
/** The security headers, with HSTS only where the address is https. */
export const answerHeaders = (secure: boolean): Readonly<Record<string, string>> =>
  secure ? { ...securityHeaders, 'strict-transport-security': 'max-age=31536000' } : securityHeaders

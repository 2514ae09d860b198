export { hashPassword, passwordMatches, temporaryPassword, weakPassword } from './password.ts'
export { emailLookup, newSubjectKey, newToken, seal, tokenHash, unseal } from './sealed.ts'

let configured: string | undefined

/** `https://…` under which the public reaches this installation, told once at the start. */
export const setPublicAddress = (address: string | undefined): void => {
  configured = address
}
export const publicAddress = (): string | undefined => configured

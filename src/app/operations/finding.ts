/** One thing looked at, and what to do when it is not well. */
export type Finding = { readonly state: 'bien' | 'aviso' | 'mal'; readonly what: string; readonly remedy?: string }

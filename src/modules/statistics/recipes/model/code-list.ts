/** A code of a list kept apart, as a recipe asks for it. */
export type ListCode = { readonly code: string; readonly label: string; readonly parent?: string; readonly level?: string; readonly aliases?: readonly string[]; readonly note?: string; /** No longer in force: old files bring its code, but its name is another's now. */ readonly former?: boolean }
/** Lists by name: the caller brings them (from the code lists of the store, or the shipped ones). */
export type CodeLists = Readonly<Record<string, readonly ListCode[]>>

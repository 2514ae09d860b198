/** A saved view, as the server tells it (`registry/list-views`). */
export type View = { readonly id: string; readonly name: string; readonly search: string; readonly shared: boolean; readonly mine: boolean; readonly by?: string; readonly version: number }
export type Views = { readonly views: readonly View[]; readonly defaultId: string | null; readonly mayShare: boolean }
export const VIEWS = 'registry/list-views'

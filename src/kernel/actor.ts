/** Who acts: an account in a commune with the legal offices it holds on the day. */
export type Actor = {
  readonly commune: string
  readonly accountId: string
  readonly name: string
  readonly offices: readonly Office[]
  readonly permissions: ReadonlySet<Permission>
  /** Labels of rows this actor may see besides its own drafts. */
  readonly clearances: readonly Visibility[]
  readonly unitId?: string
}
/** A legal office held on the day; `substitute` prints «(S)». */
export type Office = { readonly role: string; readonly title: string; readonly unitId?: string; readonly substitute: boolean }
/** `<module>.<verb>`, for example `budget.import`. */
export type Permission = string
export type Visibility = 'public' | 'council' | 'internal' | 'restricted'

export const can = (permission: Permission) => (actor: Actor): boolean => actor.permissions.has(permission)

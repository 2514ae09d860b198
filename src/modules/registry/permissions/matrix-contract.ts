/** What the page of permissions receives. */
export type MatrixRole = { readonly key: string; readonly title: string; readonly legalBasis: string; readonly permissions: readonly string[] }
export type MatrixRule = { readonly id: string; readonly title: string; readonly remedy: string; readonly law?: string }
export type MatrixLine = {
  readonly name: string
  readonly kind: 'action' | 'query'
  readonly title: string
  readonly module: string
  /** `anonymous` without an account, `account` any account, `office` any office, `permission` those who hold one of the `ways`. */
  readonly access: 'anonymous' | 'account' | 'office' | 'permission'
  /** Each way is a set of permissions that suffices. */
  readonly ways: readonly (readonly string[])[]
  readonly roles: readonly string[]
  /** Why somebody with the permission may still be refused. */
  readonly rules: readonly MatrixRule[]
}
export type MatrixAnswer = {
  readonly roles: readonly MatrixRole[]
  readonly modules: readonly { readonly key: string; readonly title: string }[]
  readonly permissions: Readonly<Record<string, string>>
  readonly lines: readonly MatrixLine[]
}

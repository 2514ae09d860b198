import type { LawId } from '#kernel'

/** An article with no dated value in `law/`: named with its confidence, so that the sheet says «por confirmar» when it must. */
export type CitedArticle = { readonly norm: string; readonly article: string; readonly about: string; readonly confidence: 'V' | 'S' | 'M' | 'M?' }
export type HelpLaw = LawId | CitedArticle
/** What a field asks and what commands it, by the label people see. */
export type FieldHelpEntry = { readonly text: string; readonly law?: HelpLaw }

/** Help of one page: what it is for, the articles that command it, its guide of the manual and the fields that need a word. */
export type PageHelp = {
  readonly purpose: string
  readonly law: readonly HelpLaw[]
  /** Name of a page of `docs/manual`, without its ending. */
  readonly guide: string
  readonly fields?: Readonly<Record<string, FieldHelpEntry>>
}
/** Help of the pages of a module, by their path. */
export type PageHelps = Readonly<Record<string, PageHelp>>

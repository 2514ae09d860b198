/** What a question gets: a number with its source, a choice asked back, or plainly not. */
export type QuestionAnswer =
  | { readonly kind: 'number'; readonly text: string; readonly value: number; readonly year: string; readonly notes: readonly string[]; readonly source: string; readonly links: readonly { readonly title: string; readonly href: string }[] }
  | { readonly kind: 'which'; readonly text: string; readonly choices: readonly { readonly title: string; readonly question: string }[] }
  | { readonly kind: 'no'; readonly text: string }

export type LawId = string

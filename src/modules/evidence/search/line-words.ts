import { vectorOf } from './words.ts'

/** The words of a record's search line: its title above all, then its second line. */
export const lineWords = (title: string, subtitle: string): string => vectorOf([['A', title], ['B', subtitle]])

import type { Code } from '../../model/structure.ts'

/** What is known of each code of a dimension while the file is read; the first thing said stays. */
export type CodeFacts = { readonly code: string; label: string; note?: string; parent?: string; level?: string }

export class CodeBook {
  private readonly facts = new Map<string, CodeFacts>()
  has(code: string): boolean { return this.facts.has(code) }
  note(code: string, label: string, more: { readonly note?: string; readonly parent?: string; readonly level?: string } = {}): void {
    if (!this.facts.has(code)) this.facts.set(code, { code, label: (label || code).slice(0, 400), ...(more.note ? { note: more.note.slice(0, 2000) } : {}), ...(more.parent ? { parent: more.parent } : {}), ...(more.level ? { level: more.level } : {}) })
  }
  /** A label from a column of its own: it replaces the code standing for its label. */
  relabel(code: string, label: string): void {
    const found = this.facts.get(code)
    if (found && label && found.label === code) found.label = label.slice(0, 400)
  }
  addNote(code: string, note: string): void {
    const found = this.facts.get(code)
    if (found && note) found.note = found.note ? (found.note.includes(note) ? found.note : `${found.note} ${note}`.slice(0, 2000)) : note.slice(0, 2000)
  }
  all(): Code[] { return [...this.facts.values()].map((one) => ({ ...one })) }
}

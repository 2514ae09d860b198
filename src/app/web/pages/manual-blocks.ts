export type ManualBlock =
  | { readonly kind: 'heading' | 'paragraph' | 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

const cells = (line: string): string[] => line.replace(/^\||\|$/g, '').split('|').map((cell) => cell.trim())

/** The pieces of a page of the manual: the part of Markdown that the manual uses. Its title is told apart. */
export const manualBlocks = (text: string): readonly ManualBlock[] => {
  const blocks: ManualBlock[] = []
  for (const chunk of text.replace(/```\w*\n([\s\S]*?)```/g, (_, code: string) => `\n\n\u0001${code.trimEnd().replaceAll('\n', '\u0002')}\n\n`).split(/\n{2,}|\n(?=#)|(?<=^#[^\n]*)\n/m)) {
    const part = chunk.trim()
    const [first = ''] = part.split('\n')
    if (!part || /^# /.test(part)) continue
    if (part.startsWith('\u0001')) blocks.push({ kind: 'code', text: part.slice(1).replaceAll('\u0002', '\n') })
    else if (/^#{2,}/.test(part)) blocks.push({ kind: 'heading', text: part.replace(/^#+\s*/, '') })
    else if (/^([-*]|\d+\.) /.test(first)) blocks.push({ kind: 'list', ordered: /^\d/.test(first), items: part.split(/\n(?=(?:[-*]|\d+\.) )/).map((item) => item.replace(/^([-*]|\d+\.) /, '').replace(/\s*\n\s*/g, ' ')) })
    else if (first.startsWith('|')) {
      const [head = '', , ...rows] = part.split('\n')
      blocks.push({ kind: 'table', head: cells(head), rows: rows.map(cells) })
    } else for (const line of part.split(/\n(?=\*\*[^*\n]+:\*\*)/)) blocks.push({ kind: 'paragraph', text: line.replace(/\s*\n\s*/g, ' ') })
  }
  return blocks
}

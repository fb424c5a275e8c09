/** Pieces of Markdown, and the part of a page that is printed. */

/** A table; cells are plain text. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n')
}

export const code = (text: string) => `\`${text}\``

const BEGIN = '<!-- printed by npm run docs: begin -->'
const END = '<!-- printed by npm run docs: end -->'

/** The page with new text between its markers. Throws when the page has none. */
export function withPrinted(page: string, printed: string): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)]
  if (from < 0 || to < from) throw new Error(`The page needs a line ${BEGIN} and, below it, ${END}`)
  return `${page.slice(0, from + BEGIN.length)}\n\n${printed.trim()}\n\n${page.slice(to)}`
}

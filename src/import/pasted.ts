/** Rows copied in a spreadsheet program, as the clipboard holds them: tabs between cells, quotes around what spans lines. */
import type { ExportTable } from '#src/export/table.ts'

/** The table that was pasted, every cell a text; `undefined` when the text holds no table of at least two rows and columns. */
export function pastedTable(text: string, title: string): ExportTable | undefined {
  const [header = [], ...rows] = pastedCells(text).filter((row) => row.some((cell) => cell.trim() !== ''))
  const width = Math.max(header.length, ...rows.slice(0, 1).map((row) => row.length))
  if (width < 2 || rows.length === 0) return undefined
  return {
    title,
    columns: Array.from({ length: width }, (_, i) => ({
      title: header[i] ?? '',
      kind: 'text' as const,
      widthRem: 10,
    })),
    rows,
  }
}

/** Every row as it was copied, empty ones too. A cell that begins with a quote ends with one; two quotes inside it stand for one. */
export function pastedCells(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  while (at < text.length) {
    const { cell, end } = text[at] === '"' ? quoted(text, at) : plain(text, at)
    rows.at(-1)?.push(cell)
    at = end
    if (text[at] === '\t') {
      at += 1
      if (at === text.length) rows.at(-1)?.push('')
    } else {
      at += text.startsWith('\r\n', at) ? 2 : 1
      if (at < text.length) rows.push([])
    }
  }
  return rows
}

function plain(text: string, at: number) {
  const found = /[\t\r\n]/g
  found.lastIndex = at
  const end = found.exec(text)?.index ?? text.length
  return { cell: text.slice(at, end), end }
}

function quoted(text: string, at: number) {
  let end = at + 1
  for (;;) {
    end = text.indexOf('"', end)
    if (end < 0) return plain(text, at)
    if (text[end + 1] !== '"') break
    end += 2
  }
  // A quote that doesn't end the cell was only a letter of it.
  if (end + 1 < text.length && !/[\t\r\n]/.test(text.charAt(end + 1))) return plain(text, at)
  return { cell: text.slice(at + 1, end).replaceAll('""', '"'), end: end + 1 }
}

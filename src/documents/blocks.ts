/** The few kinds of thing a paper is made of: headings, text, facts, lists, tables with a header row. */
import {
  BorderStyle,
  ExternalHyperlink,
  type FileChild,
  HeadingLevel,
  HeightRule,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Link } from '#src/lists/shapes.ts'
import { BULLETS, TEXT_WIDTH } from './word.ts'

const levels = [undefined, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const

export const heading = (level: 1 | 2 | 3, text: string): Paragraph =>
  new Paragraph({ heading: levels[level] ?? HeadingLevel.HEADING_1, children: [run(text)] })

/** Lines of a note: a paragraph each; those that people wrote as a list become one. */
export const prose = (note: string, style?: 'Decision'): Paragraph[] =>
  note.split('\n').flatMap((line) => {
    const text = line.trim()
    if (text === '') return []
    const listed = /^[-–*•]\s+(.*)$/.exec(text)?.[1]
    return listed ? bullet(listed) : new Paragraph({ ...(style && { style }), children: [run(text)] })
  })

export const paragraph = (text: string): Paragraph => new Paragraph({ children: [run(text)] })

/** A name in bold and what it is; nothing when there is nothing to say. */
export const fact = (name: string, value: string | undefined): Paragraph[] =>
  value
    ? [
        new Paragraph({
          style: 'Facts',
          children: [run(`${name}:`, true), new TextRun({ children: [new Tab()] }), run(value)],
        }),
      ]
    : []

export const bullet = (content: string | readonly (TextRun | ExternalHyperlink)[]): Paragraph =>
  new Paragraph({
    style: 'ListParagraph',
    numbering: { reference: BULLETS, level: 0 },
    children: typeof content === 'string' ? [run(content)] : content,
  })

/** A heading and what stands under it; nothing when that is nothing. */
export const under = (level: 2 | 3, title: string, children: readonly FileChild[]): FileChild[] =>
  children.length > 0 ? [heading(level, title), ...children] : []

/** A link that opens, or only its text where it has no address that a browser may open. */
export const linked = (text: string, { url }: Pick<Link, 'url'>): TextRun | ExternalHyperlink =>
  url && /^https?:\/\//i.test(url)
    ? new ExternalHyperlink({ link: url, children: [new TextRun({ text: clean(text), style: 'Hyperlink' })] })
    : run(text)

/** A table of rows by what their columns say; a column that none of them fills is left out. */
export function columnTable<T>(
  rows: readonly T[],
  columns: readonly { head: string; width: number; text: (row: T) => string }[],
): Table {
  const filled = columns.filter(({ text }) => rows.some((row) => text(row) !== ''))
  return table(
    filled.map(({ head }) => head),
    rows.map((row) => filled.map(({ text }) => text(row))),
    { widths: filled.map(({ width }) => width) },
  )
}

/**
 * `head` is repeated on each page and read as the names of the columns. `widths` are shares of the text's width. `tall` leaves
 * room to write in, and stays on one page.
 */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { widths, tall = false }: { widths: readonly number[]; tall?: boolean },
): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const twips = widths.map((width) => Math.round((TEXT_WIDTH * width) / whole))
  const cell = (
    text: string,
    column: number,
    { isHead = false, keepNext = isHead }: { isHead?: boolean; keepNext?: boolean } = {},
  ) =>
    new TableCell({
      width: { size: twips[column] ?? 0, type: WidthType.DXA },
      margins: { left: 85, right: 85, top: 20, bottom: 20 },
      ...(isHead && { shading: { type: ShadingType.CLEAR, fill: 'F0F0F0', color: 'auto' } }),
      children: text
        .split('\n')
        .map((line) => new Paragraph({ style: 'Cell', keepNext, children: [run(line, isHead)] })),
    })
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: twips,
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: true, firstColumn: false, noHBand: true, noVBand: true },
    borders: Object.fromEntries(
      ['top', 'bottom', 'left', 'right', 'insideHorizontal', 'insideVertical'].map((side) => [
        side,
        { style: BorderStyle.SINGLE, size: 4, color: 'C7C7C7' },
      ]),
    ),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((text, column) => cell(text, column, { isHead: true })),
      }),
      ...rows.map(
        (row, n) =>
          new TableRow({
            cantSplit: true,
            ...(tall && { height: { value: 680, rule: HeightRule.ATLEAST } }),
            children: row.map((text, column) =>
              cell(text, column, { keepNext: tall && n < rows.length - 1 }),
            ),
          }),
      ),
    ],
  })
}

const run = (text: string, bold = false) => new TextRun({ text: clean(text), ...(bold && { bold }) })

/** XML takes no control characters, whatever was pasted into a note. */
const clean = (text: string) => text.replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ')

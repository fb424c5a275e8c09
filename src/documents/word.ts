/** A Word file that reads well for everybody: real styles, headings, lists, language and title; the same bytes for the same content. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Day } from '#src/lists/columns.ts'
import { paper } from '#src/text/papers.ts'

export interface Sheet {
  /** Of the document, for its properties and for whoever hears it read. */
  title: string
  /** At the top of every page, beside the page number. */
  header: string
  /** At the foot of every page, a line each. */
  footer: readonly string[]
  author: string
  /** The file says that it was made on this day, whenever it is. */
  day: Day
  /** The hash of what it says, kept among the document's properties. */
  hash?: string
  children: readonly FileChild[]
}

/** Twentieths of a point: A4 with margins of 2.5 and 2.2 cm; the text is 9,412 wide. */
const PAGE = { width: 11_906, height: 16_838 }
const SIDE = 1247
export const TEXT_WIDTH = PAGE.width - 2 * SIDE
/** The style of a numbered or bulleted list, by name. */
export const BULLETS = 'bullets'
const INK = '242424'
const QUIET = '555555'

export async function wordFile(sheet: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: sheet.title,
    creator: sheet.author,
    lastModifiedBy: sheet.author,
    description: sheet.header,
    ...(sheet.hash && { customProperties: [{ name: 'ContentSha256', value: sheet.hash }] }),
    styles,
    numbering,
    sections: [
      {
        properties: {
          page: {
            size: PAGE,
            margin: { top: 1417, bottom: 1247, left: SIDE, right: SIDE, header: 624, footer: 510 },
          },
        },
        headers: { default: new Header({ children: [headerLine(sheet.header)] }) },
        footers: { default: new Footer({ children: sheet.footer.map(footerLine) }) },
        children: sheet.children,
      },
    ],
  })
  return settled(new Uint8Array(await Packer.toArrayBuffer(document)), sheet.day)
}

const headerLine = (text: string) => {
  const [before = '', between = '', after = ''] = paper.page.split(/\{\w+\}/)
  return new Paragraph({
    style: 'Header',
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
    children: [
      new TextRun({ children: [text, new Tab(), before] }),
      new TextRun({ children: [PageNumber.CURRENT] }),
      new TextRun(between),
      new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
      new TextRun(after),
    ],
  })
}

const footerLine = (text: string) => new Paragraph({ style: 'Footer', children: [new TextRun(text)] })

const heading = (size: number, before: number, after: number) => ({
  run: { size, bold: true, color: INK, font: 'Calibri' },
  paragraph: {
    spacing: { before, after, line: 240, lineRule: LineRuleType.AUTO },
    keepNext: true,
    keepLines: true,
  },
})

const styles = {
  default: {
    document: {
      // Screen readers and spelling take the language from here.
      run: { font: 'Calibri', size: 22, color: INK, language: { value: paper.language } },
      paragraph: { spacing: { after: 90, line: 259, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(32, 0, 160),
    heading2: heading(26, 320, 100),
    heading3: heading(22, 160, 40),
    listParagraph: { paragraph: { spacing: { after: 60 } } },
  },
  paragraphStyles: [
    {
      id: 'Facts',
      name: 'Facts',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        indent: { left: 2552, hanging: 2552 },
        tabStops: [{ type: TabStopType.LEFT, position: 2552 }],
        spacing: { after: 40 },
        // No page begins with half of what stands about one thing.
        keepNext: true,
      },
    },
    {
      id: 'Decision',
      name: 'Decision',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        indent: { left: 227 },
        keepNext: true,
        border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: '5B5FC7' } },
      },
    },
    {
      id: 'Cell',
      name: 'Cell',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { before: 30, after: 30, line: 240, lineRule: LineRuleType.AUTO } },
    },
    { id: 'Header', name: 'header', basedOn: 'Normal', run: { size: 18, color: QUIET } },
    {
      id: 'Footer',
      name: 'footer',
      basedOn: 'Normal',
      run: { size: 15, color: QUIET },
      paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
  ],
}

const numbering = {
  config: [
    {
      reference: BULLETS,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 454, hanging: 284 } } },
        },
      ],
    },
  ],
}

/**
 * The library writes the moment and random names of relations into a file. With the day of the paper and names by order in their
 * place, the same content is the same bytes.
 */
function settled(bytes: Uint8Array, day: Day): Uint8Array<ArrayBuffer> {
  const names = new Map<string, string>()
  const parts = Object.entries(unzipSync(bytes)).map(([path, content]): [string, Uint8Array] => {
    if (!/\.(xml|rels)$/.test(path)) return [path, content]
    const text = strFromU8(content)
      .replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T12:00:00Z`)
      .replaceAll(/(?<=\b(?:Id|r:id)=")rId[^"]*[^"\d][^"]*(?=")/g, (name) => {
        const known = names.get(name) ?? `rIdL${names.size + 1}`
        names.set(name, known)
        return known
      })
    return [path, strToU8(text)]
  })
  // What a file is, is looked for first in it.
  parts.sort(([one], [other]) => Number(other.startsWith('[')) - Number(one.startsWith('[')))
  // The clock of a zip is local: no zone is told, so a local day is the same everywhere.
  return zipSync(Object.fromEntries(parts), { mtime: new Date(`${day}T12:00:00`), level: 6 })
}

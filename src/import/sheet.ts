/** Reads one worksheet part into a sparse grid of cells. */
import { type Block, type Cell, parseBlock, parseRef, type Sheet } from './cells.ts'
import { workOut } from './formulas.ts'
import { ImportError } from './importError.ts'
import { type Run, runCollector, splitStruck } from './strings.ts'
import { serialToDay, type Style } from './styles.ts'
import { type Attributes, walkXml } from './xml.ts'

const mostCells = 2_000_000

export type SheetParts = {
  readonly name: string
  readonly hidden: boolean
  readonly part: Uint8Array
  readonly strings: readonly Run[][]
  readonly styles: readonly Style[]
  readonly from1904: boolean
  /** Notes by cell reference. */
  readonly notes: ReadonlyMap<string, string>
  /** Targets of relationships by id. */
  readonly targets: ReadonlyMap<string, string>
}

type Grid = Map<number, Map<number, Cell>>

export function readSheet(parts: SheetParts): Sheet {
  const rows: Grid = new Map()
  const hiddenRows = new Set<number>()
  const hiddenColumns = new Set<number>()
  const blocks: Block[] = []
  const links: { ref: string; target: string }[] = []
  const inline = runCollector()
  let count = 0
  let row = 0
  let column = 0
  let attributes: Attributes = {}
  let raw: { value?: string; formula?: string } = {}
  let reading: 'value' | 'formula' | 'inline' | null = null
  walkXml(parts.part, {
    open(name, found) {
      if (reading === 'inline') inline.open(name, found)
      if (name === 'col' && found.hidden === '1')
        addRange(hiddenColumns, Number(found.min), Number(found.max))
      if (name === 'row') {
        row = found.r ? Number(found.r) : row + 1
        column = 0
        if (found.hidden === '1' || found.hidden === 'true') hiddenRows.add(row)
      }
      if (name === 'c') {
        const at = found.r ? parseRef(found.r) : null
        row = at?.row ?? row
        column = at?.column ?? column + 1
        attributes = found
        raw = {}
      }
      if (name === 'v') reading = 'value'
      if (name === 'f') {
        reading = 'formula'
        raw.formula = ''
      }
      if (name === 'is') reading = 'inline'
      if (name === 'mergeCell' && found.ref) {
        const block = parseBlock(found.ref)
        if (block) blocks.push(block)
      }
      if (name === 'hyperlink' && found.ref) {
        const target = (found.id && parts.targets.get(found.id)) || found.location
        if (target) links.push({ ref: found.ref, target })
      }
    },
    text(text) {
      if (reading === 'inline') inline.text(text)
      else if (reading === 'value') raw.value = (raw.value ?? '') + text
      else if (reading === 'formula') raw.formula = (raw.formula ?? '') + text
    },
    close(name) {
      if (name === 'is' || name === 'v' || name === 'f') reading = null
      else if (reading === 'inline') inline.close(name)
      if (name !== 'c') return
      const cell = makeCell(parts, attributes, raw, inline.take())
      // formatted but empty cells, often a million of them, are not kept and not counted
      if (!cell) return
      count += 1
      if (count > mostCells) throw new ImportError('tooLarge', 'too many cells')
      put(rows, row, column, cell)
    },
  })
  computeMissing(rows)
  for (const [ref, note] of parts.notes) change(rows, ref, (cell) => ({ ...cell, note }))
  for (const { ref, target } of links)
    change(rows, ref.split(':')[0] ?? ref, (cell) => ({ ...cell, link: target }))
  const { lastRow, lastColumn } = extent(rows)
  const wideBlocks = spread(rows, blocks, lastRow, lastColumn)
  return {
    name: parts.name,
    hidden: parts.hidden,
    rows,
    hiddenRows,
    hiddenColumns,
    wideBlocks,
    lastRow,
    lastColumn,
  }
}

function makeCell(
  parts: SheetParts,
  attributes: Attributes,
  raw: { value?: string; formula?: string },
  inline: Run[],
): Cell | null {
  const style = parts.styles[Number(attributes.s ?? 0)] ?? { isDate: false, struck: false, format: '' }
  const extra = {
    ...(raw.formula !== undefined && { formula: raw.formula }),
    ...(style.format !== '' && { format: style.format }),
  }
  const type = attributes.t ?? 'n'
  if (type === 's' || type === 'inlineStr' || type === 'str') {
    const runs =
      type === 's'
        ? parts.strings[Number(raw.value)]
        : type === 'str'
          ? [{ text: raw.value ?? '', struck: undefined }]
          : inline
    if (type === 's' && raw.value !== undefined && !runs)
      throw new ImportError('corrupt', 'unknown shared string')
    const { text, struck } = splitStruck(runs ?? [], style.struck)
    if (text === '' && struck === '' && raw.formula === undefined) return null
    return { value: text, text, ...extra, ...(struck.trim() !== '' && { struck }) }
  }
  if (raw.value === undefined || raw.value === '')
    return raw.formula === undefined
      ? null
      : { value: null, text: `=${raw.formula}`, ...extra, noValue: true }
  if (type === 'e') return { value: raw.value, text: raw.value, ...extra, isError: true }
  if (type === 'b')
    return struckOr(style, { value: raw.value === '1', text: raw.value === '1' ? 'TRUE' : 'FALSE', ...extra })
  if (type === 'd')
    return struckOr(style, {
      value: raw.value,
      text: raw.value.slice(0, 10),
      day: raw.value.slice(0, 10),
      ...extra,
    })
  const number = Number(raw.value)
  const day = style.isDate ? serialToDay(number, parts.from1904) : null
  return struckOr(style, {
    value: number,
    text: day ?? shownNumber(number, style.format),
    ...(day && { day }),
    ...extra,
  })
}

/** The last row and column with anything to read. */
function extent(rows: Grid): { lastRow: number; lastColumn: number } {
  let lastRow = 0
  let lastColumn = 0
  for (const [row, cells] of rows) {
    for (const [column, cell] of cells) {
      if (cell.text === '' && !cell.struck && !cell.note) continue
      lastRow = Math.max(lastRow, row)
      lastColumn = Math.max(lastColumn, column)
    }
  }
  return { lastRow, lastColumn }
}

/** Shared formulas keep their text in the first cell only: the others stay without. */
function computeMissing(rows: Grid): void {
  const reader = (row: number, column: number) => rows.get(row)?.get(column)
  const found: [number, number, number][] = []
  for (const [row, cells] of rows) {
    for (const [column, cell] of cells) {
      const value = cell.noValue && cell.formula ? workOut(cell.formula, reader) : null
      if (value !== null) found.push([row, column, value])
    }
  }
  for (const [row, column, value] of found) {
    const { noValue: _noValue, ...cell } = reader(row, column) ?? { value: null, text: '' }
    put(rows, row, column, { ...cell, value, text: shownNumber(value, cell.format ?? ''), computed: true })
  }
}

function struckOr(style: Style, cell: Cell): Cell {
  return style.struck ? { ...cell, value: null, text: '', struck: cell.text } : cell
}

function shownNumber(number: number, format: string): string {
  if (/%/.test(format)) return `${Number((number * 100).toPrecision(12))} %`
  return String(Number(number.toPrecision(15)))
}

/** Gives every cell of a merged block the first cell's value; returns the blocks that are wider than one column. */
function spread(rows: Grid, blocks: readonly Block[], lastRow: number, lastColumn: number): Set<string> {
  const wide = new Set<string>()
  for (const block of blocks) {
    const first = rows.get(block.top)?.get(block.left)
    if (block.right > block.left) wide.add(`${block.top}:${block.left}`)
    if (!first) continue
    const { note: _note, ...copied } = first
    for (let row = block.top; row <= Math.min(block.bottom, lastRow); row += 1) {
      for (let column = block.left; column <= Math.min(block.right, lastColumn); column += 1) {
        if (row === block.top && column === block.left) continue
        put(rows, row, column, { ...copied, from: { row: block.top, column: block.left } })
      }
    }
  }
  return wide
}

function change(rows: Grid, ref: string, how: (cell: Cell) => Cell): void {
  const at = parseRef(ref)
  if (at) put(rows, at.row, at.column, how(rows.get(at.row)?.get(at.column) ?? { value: null, text: '' }))
}

function put(rows: Grid, row: number, column: number, cell: Cell): void {
  const cells = rows.get(row) ?? new Map<number, Cell>()
  cells.set(column, cell)
  rows.set(row, cells)
}

function addRange(set: Set<number>, from: number, to: number): void {
  for (let at = from; at <= Math.min(to, 16_384); at += 1) set.add(at)
}

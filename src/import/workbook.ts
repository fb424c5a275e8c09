/** Reads an .xlsx file into sheets with cells, notes, links, merged blocks and what is hidden or struck. */
import type { Workbook } from './cells.ts'
import { ImportError } from './importError.ts'
import { readSheet } from './sheet.ts'
import { readSharedStrings } from './strings.ts'
import { readStyles } from './styles.ts'
import { walkXml } from './xml.ts'
import { openZip, type Parts } from './zip.ts'

type Relation = { id: string; type: string; target: string }

/** Throws an `ImportError` when the bytes are no workbook, are locked, hold macros or are broken. */
export function readWorkbook(bytes: Uint8Array): Workbook {
  const parts = openZip(bytes)
  if (isMacroFile(parts)) throw new ImportError('macros')
  const book = readBook(parts)
  const relations = readRelations(parts, 'xl/workbook.xml')
  const partOf = (kind: string) => relations.find(({ type }) => type.endsWith(`/${kind}`))?.target
  const strings = readSharedStrings(parts[partOf('sharedStrings') ?? 'xl/sharedStrings.xml'])
  const styles = readStyles(parts[partOf('styles') ?? 'xl/styles.xml'])
  const sheets = book.sheets.flatMap(({ name, hidden, id }) => {
    const relation = relations.find((one) => one.id === id)
    // a chart sheet has no cells
    if (relation && !relation.type.endsWith('/worksheet')) return []
    const part = relation && parts[relation.target]
    if (!relation || !part) throw new ImportError('corrupt', `sheet ${name} is missing`)
    const own = readRelations(parts, relation.target)
    const targets = new Map(own.map((one) => [one.id, one.target]))
    const notes = readNotes(parts, own)
    return [readSheet({ name, hidden, part, strings, styles, from1904: book.from1904, notes, targets })]
  })
  if (sheets.length === 0) throw new ImportError('corrupt', 'no sheets')
  return { sheets }
}

function isMacroFile(parts: Parts): boolean {
  let macros = false
  const types = parts['[Content_Types].xml']
  if (!types) throw new ImportError('corrupt', 'no content types')
  walkXml(types, {
    open(_, attributes) {
      if (/macroEnabled|vbaProject/i.test(attributes.ContentType ?? '')) macros = true
    },
  })
  return macros
}

function readBook(parts: Parts) {
  const sheets: { name: string; hidden: boolean; id: string }[] = []
  let from1904 = false
  const part = parts['xl/workbook.xml']
  if (!part) throw new ImportError('notAWorkbook')
  walkXml(part, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
      if (name === 'sheet') {
        const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden'
        sheets.push({ name: attributes.name ?? '', hidden, id: attributes.id ?? '' })
      }
    },
  })
  return { sheets, from1904 }
}

/** Relationships of a part; targets inside the file become full paths. */
function readRelations(parts: Parts, of: string): Relation[] {
  const slash = of.lastIndexOf('/')
  const folder = of.slice(0, slash)
  const part = parts[`${folder}/_rels/${of.slice(slash + 1)}.rels`]
  const relations: Relation[] = []
  if (!part) return relations
  walkXml(part, {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship') return
      const inside = TargetMode !== 'External'
      relations.push({ id: Id, type: Type, target: inside ? resolve(folder, Target) : Target })
    },
  })
  return relations
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path = folder.split('/')
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}

/**
 * Notes, and the newer threaded comments, which also leave an explaining note behind that is not shown again.
 * https://learn.microsoft.com/openspecs/office_standards/ms-xlsx/
 */
function readNotes(parts: Parts, relations: readonly Relation[]): Map<string, string> {
  const notes = new Map<string, string>()
  const threaded = new Map<string, string>()
  for (const { type, target } of relations) {
    const part = parts[target]
    if (!part) continue
    if (type.endsWith('/comments')) collectNotes(part, 'comment', 't', notes)
    if (type.endsWith('/threadedComment')) collectNotes(part, 'threadedComment', 'text', threaded)
  }
  for (const [ref, text] of threaded) notes.set(ref, text)
  return notes
}

function collectNotes(part: Uint8Array, item: string, textName: string, into: Map<string, string>): void {
  let ref = ''
  let text = ''
  let reading = false
  walkXml(part, {
    open(name, attributes) {
      if (name === item) {
        ref = attributes.ref ?? ''
        text = ''
      }
      if (name === textName) reading = true
    },
    text(found) {
      if (reading) text += found
    },
    close(name) {
      if (name === textName) reading = false
      const said = text.trim()
      if (name === item && said !== '') into.set(ref, into.has(ref) ? `${into.get(ref)} / ${said}` : said)
    },
  })
}

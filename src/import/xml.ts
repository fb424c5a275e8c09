/** Walks an XML part of a workbook: local names only, no document types, errors as `corrupt`. */
import { SaxesParser } from 'saxes'
import { ImportError } from './importError.ts'

export type Attributes = Readonly<Record<string, string>>
export type Walker = {
  open?: (name: string, attributes: Attributes) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/** Prefixes are dropped, because some writers prefix every element (`x:row`) and others none. */
export function walkXml(part: Uint8Array, walker: Walker): void {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw new ImportError('corrupt', error.message)
  })
  parser.on('doctype', () => {
    throw new ImportError('corrupt', 'document type')
  })
  parser.on('opentag', (tag) => {
    const attributes: Record<string, string> = {}
    for (const [name, value] of Object.entries(tag.attributes)) attributes[local(name)] = value
    walker.open?.(local(tag.name), attributes)
  })
  parser.on('closetag', (tag) => walker.close?.(local(tag.name)))
  parser.on('text', (text) => walker.text?.(text))
  parser.on('cdata', (text) => walker.text?.(text))
  parser.write(decode(part)).close()
}

/** `<strike/>`, `val="1"` and `val="true"` are on; `val="0"` is off. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || value === '1' || value === 'true' || value === 'on'
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function decode(part: Uint8Array): string {
  const utf16 =
    part[0] === 0xff && part[1] === 0xfe
      ? 'utf-16le'
      : part[0] === 0xfe && part[1] === 0xff
        ? 'utf-16be'
        : null
  return new TextDecoder(utf16 ?? 'utf-8').decode(part)
}

/** Which cell styles mean a date, a struck text or an amount: the part of xl/styles.xml that import needs. */
import { isOn, walkXml } from './xml.ts'

export type Style = { readonly isDate: boolean; readonly struck: boolean; readonly format: string }

/** The styles by the index that a cell's `s` gives. */
export function readStyles(part: Uint8Array | undefined): Style[] {
  if (!part) return []
  const formats = new Map<number, string>()
  const struckFonts: boolean[] = []
  const styles: Style[] = []
  const path: string[] = []
  walkXml(part, {
    open(name, attributes) {
      const parent = path.at(-1)
      path.push(name)
      if (name === 'numFmt' && parent === 'numFmts')
        formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      // fonts of conditional formats (dxfs) count separately and never say anything about one cell
      if (name === 'font' && parent === 'fonts') struckFonts.push(false)
      if (name === 'strike' && path.at(-3) === 'fonts')
        struckFonts[struckFonts.length - 1] = isOn(attributes.val)
      if (name === 'xf' && parent === 'cellXfs') {
        const id = Number(attributes.numFmtId ?? 0)
        const format = formats.get(id) ?? ''
        styles.push({
          isDate: isDateFormat(id, format),
          struck: struckFonts[Number(attributes.fontId ?? 0)] ?? false,
          format,
        })
      }
    },
    close: () => void path.pop(),
  })
  return styles
}

/**
 * Built-in formats 14–17, 22 and the East Asian 27–36, 50–58 are dates; own formats when they hold day, month or year.
 * https://learn.microsoft.com/dotnet/api/documentformat.openxml.spreadsheet.numberingformat
 */
function isDateFormat(id: number, format: string): boolean {
  if (format === '')
    return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
  const bare = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? ''
  return /[dy]|m(?!.*[hs0#])/i.test(bare) && !/[0#?]/.test(bare) && !/general/i.test(bare)
}

/** The day that a serial number is; 1900 or 1904 system; null outside of years 1900–9999. */
export function serialToDay(serial: number, from1904: boolean): string | null {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0)
  if (!(days >= 1 && days <= 2958465)) return null
  // the 1900 system counts a 29 February 1900 that never was
  return new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Opens the zip that a workbook is, within limits, and says what kind of file it is when it is no workbook. */
import { unzipSync } from 'fflate'
import { ImportError } from './importError.ts'

export const limits = { fileBytes: 20 * 2 ** 20, unzippedBytes: 200 * 2 ** 20, entries: 5000 } as const

export type Parts = Readonly<Record<string, Uint8Array>>

/** The XML parts of an .xlsx file by path; pictures and the like are never unpacked. */
export function openZip(bytes: Uint8Array): Parts {
  if (bytes.length > limits.fileBytes) throw new ImportError('tooLarge', `${bytes.length} bytes`)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new ImportError(compoundKind(bytes))
  if (!startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) throw new ImportError('notAWorkbook')
  const seen = { entries: 0, unzipped: 0, names: [] as string[] }
  const parts = unzip(bytes, seen)
  if (parts['xl/workbook.xml']) return parts
  if (seen.names.includes('xl/workbook.bin')) throw new ImportError('oldFormat', 'xlsb')
  if (seen.names.includes('content.xml') && seen.names.includes('mimetype'))
    throw new ImportError('oldFormat', 'ods')
  throw new ImportError('notAWorkbook')
}

function unzip(bytes: Uint8Array, seen: { entries: number; unzipped: number; names: string[] }): Parts {
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        seen.entries += 1
        seen.names.push(name)
        if (seen.entries > limits.entries) throw new ImportError('tooLarge', 'too many parts')
        if (/vbaProject\.bin$/i.test(name)) throw new ImportError('macros')
        if (!/\.(xml|rels)$/i.test(name)) return false
        // fflate never writes past the size the directory states, so the sum of stated sizes is a true limit
        seen.unzipped += originalSize
        if (seen.unzipped > limits.unzippedBytes) throw new ImportError('tooLarge', 'unzips to too much')
        return true
      },
    })
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw new ImportError('corrupt', error instanceof Error ? error.message : String(error))
  }
}

/**
 * A compound file is either an encrypted workbook (stream EncryptedPackage) or Excel 97–2003.
 * https://learn.microsoft.com/openspecs/office_file_formats/ms-offcrypto/
 */
function compoundKind(bytes: Uint8Array): 'encrypted' | 'oldFormat' {
  const name = Array.from('EncryptedPackage', (letter) => [letter.charCodeAt(0), 0]).flat()
  for (let at = 0; at + name.length <= bytes.length; at += 1) {
    if (bytes[at] === 0x45 && name.every((byte, offset) => bytes[at + offset] === byte)) return 'encrypted'
  }
  return 'oldFormat'
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}

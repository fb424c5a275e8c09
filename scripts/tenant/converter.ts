/** Makes PDF of documents with LibreOffice where the machine has it: the real service converts by itself. */
import { execFile } from 'node:child_process'
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { badRequest, Failure } from './errors.ts'
import type { Flags } from './flags.ts'

/** What Graph makes PDF of. https://learn.microsoft.com/graph/api/driveitem-get-content-format */
const sources = new Set(
  'csv doc docx odp ods odt pot potm potx pps ppsx ppsxm ppt pptm pptx rtf xls xlsx'.split(' '),
)
const LONGEST_MS = 120_000

const extensionOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase()

/** Refuses what the service wouldn't convert, and says plainly that this machine can't where it can't. */
export function checkConvertible(flags: Flags, name: string, format: string): void {
  if (format !== 'pdf')
    throw new Failure(501, 'notImplemented', `The local tenant does not convert files to ${format}.`)
  if (!sources.has(extensionOf(name)))
    throw new Failure(flags.unconvertibleStatus, 'notSupported', 'The file cannot be converted to pdf')
  converterOf(flags)
}

function converterOf({ converter }: Flags): string {
  const found = converter === '' ? onPath('soffice') : converter
  if (found === undefined || found === 'none')
    throw new Failure(
      501,
      'notImplemented',
      'The local tenant has no converter: install LibreOffice (soffice).',
    )
  return found
}

function onPath(program: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, program))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK)
        return true
      } catch {
        return false
      }
    })
}

/** With a profile of its own: two of them at once would else wait for each other. https://help.libreoffice.org/latest/en-US/text/shared/guide/start_parameters.html */
export async function toPdf(flags: Flags, name: string, content: Uint8Array): Promise<Uint8Array> {
  const program = converterOf(flags)
  const folder = mkdtempSync(join(tmpdir(), 'samstyr-convert-'))
  try {
    const source = join(folder, `document.${extensionOf(name)}`)
    writeFileSync(source, content)
    await promisify(execFile)(
      program,
      [
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        source,
      ],
      { timeout: LONGEST_MS },
    )
    return readFileSync(join(folder, 'document.pdf'))
  } catch (error) {
    throw badRequest(`The file could not be converted: ${error instanceof Error ? error.message : ''}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

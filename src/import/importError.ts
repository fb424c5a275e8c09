/** Why a file cannot be imported; the sentence for each reason is in the text layer. */
import type { ImportRefusal } from '#src/rules/needs/importTerms.ts'

export class ImportError extends Error {
  readonly why: ImportRefusal
  readonly detail: string | undefined

  constructor(why: ImportRefusal, detail?: string) {
    super(detail === undefined ? why : `${why}: ${detail}`)
    this.name = 'ImportError'
    this.why = why
    this.detail = detail
  }
}

/** What a paper needs to know beside its picture. */
import type { Day } from '#src/lists/columns.ts'
import type { KnownPerson } from './publication.ts'

/** How far minutes have come when the paper is made. */
export interface Standing {
  state: 'draft' | 'sent' | 'verified' | 'settled'
  /** When they came so far. */
  on?: Day
  /** Their § aren't given yet. */
  provisional?: boolean
}

export interface PaperOptions {
  /** SHA-256 of the frozen text, which is `canonical(picture)`. */
  hash: string
  standing: Standing
  /** Verifiers who approved this version, and when. */
  approvals?: readonly { person: { id: string }; on: Day }[]
  /** Of a summary: what somebody has written for those who weren't there. It may be written when the minutes are locked. */
  summary?: string
  /** Of an extract: the key of the item. */
  item?: string
  /** Of a publication copy: whose names may stand in texts though they weren't at the meeting. */
  known?: readonly KnownPerson[]
}

export interface AgendaOptions extends Pick<PaperOptions, 'hash'> {
  /** It hasn't been sent. */
  isDraft?: boolean
}

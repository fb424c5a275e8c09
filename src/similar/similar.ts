/** What a need is compared by, and what is found to be like it. */

/** The texts that say what somebody needs. */
export interface NeedText {
  title?: string | undefined
  need?: string | undefined
  benefit?: string | undefined
}

export interface KnownNeed extends NeedText {
  key: string
}

export interface Alike {
  key: string
  /** From 0 to 1; the same text is 1. */
  likeness: number
  /** Words of the other need, as written there, that made it alike; the most telling first. */
  why: string[]
}

export interface FindOptions {
  /** A need that is not to be found: the one that is asked for. */
  except?: string | undefined
  /** At most so many. */
  most?: number
  /** Nothing less alike than this. */
  least?: number
}

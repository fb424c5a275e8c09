/** What the bot says: cards for what is sent, asked for and answered. Drawn from facts; who asks has been verified before. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Logger } from 'pino'
import type { Person } from '#src/lists/columns.ts'
import type { languages } from '#src/lists/reminding.ts'
import type { Done } from '#src/actions/work.ts'
import type { Today } from '#src/businessDay.ts'
import type { ListStore } from '#src/graph/listStore.ts'
import type { Draw } from '#bots/delivery/post.ts'

export type Language = keyof typeof languages

/** What cards are drawn from and answered with. */
export interface Answering {
  /** Of what every employee reads: no confidential rows. */
  store: ListStore
  today: Today
  /** Runs an action as a person, by the same rules as the tab. Throws Refused. The same key is the same act. */
  run: (name: string, args: unknown, me: Person, key: string) => Promise<Done>
  /** A link that opens a page of the tab inside Teams: `/initiative/…`. */
  tabLink: (route: string) => string
  log: Pick<Logger, 'info' | 'warn' | 'error'>
}

/** A button or refresh of a card, pressed by a person who has been verified. `data` is whatever came: it is never trusted. */
export interface Asked {
  verb: string
  data: unknown
  me: Person
  language: Language
}

/** A card, and the small one that stands for it in a list of hits. */
export interface Hit {
  card: IAdaptiveCard
  preview: { title: string; text?: string }
}

/** Cards have a `fallbackText`: one sentence, shown in notifications and where cards aren't drawn. */
export interface Messages {
  /** The activity of a claimed message: digest, urgent or channel, in the language of the address. */
  draw: Draw
  /** The card as it stands after the answer; refusals are said in it. */
  answer: (asked: Asked) => Promise<IAdaptiveCard>
  /** What waits for the person. */
  mine: (me: Person, language: Language) => Promise<IAdaptiveCard>
  /** What the person may report on. */
  report: (me: Person, language: Language) => Promise<IAdaptiveCard>
  search: (text: string, me: Person, language: Language) => Promise<IAdaptiveCard>
  /** `unknown`: what was written, when it was no command. */
  help: (language: Language, unknown?: string) => Promise<IAdaptiveCard>
  welcome: (name: string, language: Language) => Promise<IAdaptiveCard>
  settings: (me: Person, language: Language) => Promise<IAdaptiveCard>
  /** Initiatives and decisions, for the message extension. */
  hits: (text: string, me: Person, language: Language) => Promise<Hit[]>
  /** The card of a link to one of our pages; nothing for other links and what the person may not read. */
  unfurl: (url: string, me: Person, language: Language) => Promise<Hit | undefined>
}

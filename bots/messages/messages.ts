/** What the bot says: cards for what is sent, asked for and answered. Drawn from facts; who asks has been verified before. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Logger } from 'pino'
import type { Person } from '#src/lists/columns.ts'
import type { languages } from '#src/lists/reminding.ts'
import type { Done } from '#src/actions/work.ts'
import type { Today } from '#src/businessDay.ts'
import type { ListStore } from '#src/graph/listStore.ts'
import type { Draw } from '#bots/delivery/post.ts'
import { actionAnswers } from './action.ts'
import { agendaAnswers } from './agenda.ts'
import { decisionAnswers } from './decision.ts'
import { helpCard, welcomeCard } from './help.ts'
import { matterAnswers } from './matters.ts'
import { mineAnswers, mineCard, reportsCard } from './mine.ts'
import { needAnswers } from './need.ts'
import { reportAnswers } from './report.ts'
import { hitsFor, searchAnswers, searchCard, unfurled } from './search.ts'
import { sentAnswers, sentCardOf } from './sent.ts'
import { settingsAnswers, settingsCard } from './settings.ts'
import { activityOf, type Answers, failedCard, type Telling } from './telling.ts'
import { verifyAnswers } from './verify.ts'
import { wordsIn } from './words.ts'

export type Language = keyof typeof languages

/** What cards are drawn from and answered with. */
export interface Answering {
  /** Of what every employee reads: no confidential rows. */
  store: ListStore
  today: Today
  /** Runs an action as a person, by the same rules as the tab. Throws Refused. The same key is the same act. */
  run: (
    name: string,
    args: unknown,
    me: Person,
    key: string,
    /** The versions of what the card showed, by key: changed since, it is refused. */
    seen?: Record<string, string>,
  ) => Promise<Done>
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

/** Every button of every card, by its verb. */
const answers: Answers = {
  ...sentAnswers,
  ...matterAnswers,
  ...mineAnswers,
  ...searchAnswers,
  ...settingsAnswers,
  ...reportAnswers,
  ...actionAnswers,
  ...decisionAnswers,
  ...agendaAnswers,
  ...verifyAnswers,
  ...needAnswers,
}

export function createMessages(of: Answering): Messages {
  const tellingOf = async (me: Person, language: Language): Promise<Telling> => ({
    of,
    me,
    words: wordsIn(language),
    today: await of.today(),
  })
  return {
    draw: (sending, { language }) => activityOf(sentCardOf(sending, { words: wordsIn(language), of })),
    async answer({ verb, data, me, language }) {
      const telling = await tellingOf(me, language)
      const answer = Object.hasOwn(answers, verb) ? answers[verb] : undefined
      try {
        if (answer) return await answer(data, telling)
        of.log.warn({ verb }, 'a card asked for what is not there')
      } catch (error) {
        of.log.error({ verb, err: error }, 'a card could not be answered')
      }
      return failedCard(telling)
    },
    mine: async (me, language) => mineCard(await tellingOf(me, language)),
    report: async (me, language) => reportsCard(await tellingOf(me, language)),
    search: async (text, me, language) => searchCard(text, await tellingOf(me, language)),
    help: async (language, unknown) => helpCard(wordsIn(language), of, unknown),
    welcome: async (name, language) => welcomeCard(wordsIn(language), of, name),
    settings: async (me, language) => settingsCard(await tellingOf(me, language)),
    hits: async (text, me, language) => hitsFor(text, await tellingOf(me, language)),
    unfurl: async (url, me, language) => unfurled(url, await tellingOf(me, language)),
  }
}

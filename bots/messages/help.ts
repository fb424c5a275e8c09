/** What can be asked, the welcome, and the answer to what the bot doesn't know. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { commandWords } from '#src/text/commands.ts'
import type { Words } from '#src/text/words.ts'
import type { Answering } from './messages.ts'
import { type Element, executeAlone, facts, heading, openPage, paragraph, quiet } from './parts.ts'
import { routes } from './routes.ts'
import { cardOf } from './telling.ts'

const commands = ['mine', 'report', 'search', 'settings'] as const

const commandRows = ({ t, locale }: Words): Element[] =>
  facts(
    commands.map((name) => [
      `${commandWords[name][locale === 'sv' ? 0 : 1]}${name === 'search' ? ' …' : ''}`,
      t(`botCommand.${name}`),
    ]),
  )

const commandButtons = ({ t }: Words, of: Pick<Answering, 'tabLink'>) => [
  executeAlone({ title: t('bot.mine'), verb: 'mine', data: {}, primary: true }),
  executeAlone({ title: t('bot.report'), verb: 'report', data: {} }),
  executeAlone({ title: t('bot.settings'), verb: 'settings', data: {} }),
  openPage(t('bot.openHome'), of.tabLink(routes.home)),
]

/** `unknown`: what was written, when it was no command. */
export function helpCard(words: Words, of: Pick<Answering, 'tabLink'>, unknown?: string): IAdaptiveCard {
  const { t } = words
  const said = unknown?.trim()
  const body = [
    heading(t('bot.help')),
    ...(said ? [paragraph(t('bot.unknown', { text: said.slice(0, 100) }))] : []),
    ...commandRows(words),
    quiet(t('bot.helpMore')),
  ]
  const actions = [
    ...(said
      ? [executeAlone({ title: t('bot.searchFor'), verb: 'search', data: { text: said.slice(0, 200) } })]
      : []),
    ...commandButtons(words, of),
  ]
  return cardOf({ summary: t('bot.help'), body, actions }, words)
}

/** Said once, when somebody gets the app. */
export function welcomeCard(words: Words, of: Pick<Answering, 'tabLink'>, name: string): IAdaptiveCard {
  const { t } = words
  const [first = ''] = name.split(' ')
  const body = [
    heading(t('bot.welcome')),
    paragraph(t('bot.welcomeWhat', { name: first })),
    paragraph(t('bot.welcomeWhen')),
    ...commandRows(words),
  ]
  return cardOf({ summary: t('bot.welcome'), body, actions: commandButtons(words, of) }, words)
}

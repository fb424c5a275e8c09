/** The day's reminders: grouped by what is to be done, ten at most; each line opens its own form, and shows when it is done. */
import type { IAdaptiveCard, IColumnSet } from '@microsoft/teams.cards'
import * as v from 'valibot'
import type { Day } from '#src/lists/columns.ts'
import { type Sending, type SentLine, sendings } from '#src/lists/reminding.ts'
import { shownDigest } from '#src/rules/reminding/digest.ts'
import { formatWeekday } from '#src/text/formatTime.ts'
import type { Words } from '#src/text/words.ts'
import { deedOf, nameOf, reasonOf } from './lines.ts'
import { type Back, type Carried, keyText, matterOf } from './matter.ts'
import type { Answering } from './messages.ts'
import { box, type Element, heading, openPage, paragraph, plain, quiet, run, runs } from './parts.ts'
import { routes } from './routes.ts'
import { type Standing, standingsOf } from './standing.ts'
import { cardOf, type Telling } from './telling.ts'

type Standings = ReadonlyMap<string, Standing>

/** As it is sent, or with how its lines stand when it is seen again. */
export function digestCard(
  sending: Pick<Sending, 'key' | 'day' | 'lines' | 'waits'>,
  { words, of }: { words: Words; of: Pick<Answering, 'tabLink'> },
  standings: Standings = new Map(),
): IAdaptiveCard {
  const { t, locale } = words
  const { day, lines = [], waits, key } = sending
  const { groups, more } = shownDigest(lines)
  const drawn = { words, day, back: { to: 'sending' as const, key }, standings }
  const body: Element[] = [
    heading(t('bot.digest', { day: formatWeekday(day, locale, { today: day, long: true }) })),
    ...(waits ? [box('emphasis', paragraph(t('bot.waited', { count: waits })))] : []),
    ...groups.flatMap(({ group, lines: own }) => [
      heading(t(`botGroup.${group}`), 'Default'),
      ...own.map((line) => lineRow(line, drawn)),
    ]),
    ...(more > 0 ? [quiet(t('bot.more', { count: more }))] : []),
  ]
  const summary =
    lines.length > 0
      ? t('bot.digestSummary', { count: lines.length })
      : t('bot.waited', { count: waits ?? 0 })
  const actions = [openPage(t('bot.openHome'), of.tabLink(routes.home))]
  return cardOf({ summary, body, actions }, words, { verb: 'message', data: { key } })
}

/** A line that opens its own form; what is done already says so. */
export function lineRow(
  line: SentLine,
  { words, day, back, standings }: { words: Words; day: Day; back: Back; standings: Standings },
): Element {
  const matter = matterOf(line)
  const standing = standings.get(line.key) ?? 'open'
  const name = nameOf(line)
  const what: Element[] = [
    paragraph(plain(name, 120), { weight: 'Bolder' }),
    { ...quiet(reasonOf(line, words, day)), spacing: 'None' },
  ]
  if (!matter) return { type: 'Container', items: what, spacing: 'Small' }
  const isOpen = standing === 'open'
  const deed = isOpen ? deedOf(matter, line, words) : words.t(`botStands.${standing}`)
  const data: Carried = { matter, back }
  const row: IColumnSet = {
    type: 'ColumnSet',
    spacing: 'Small',
    // Without a name of its own it is called by what stands in it.
    selectAction: { type: 'Action.Execute', verb: 'open', data },
    columns: [
      { type: 'Column', width: 'stretch', items: what },
      {
        type: 'Column',
        width: 'auto',
        verticalContentAlignment: 'Center',
        items: [
          isOpen
            ? runs(run(`${deed} ›`, { color: 'Accent', weight: 'Bolder' }))
            : runs(run(`✓ ${deed}`, { isSubtle: true })),
        ],
      },
    ],
  }
  return row
}

const asked = v.object({ key: keyText })

/** The message as it was claimed, when it is the person's own. */
export async function ownSending(
  data: unknown,
  { of: { store }, me }: Telling,
): Promise<Sending | undefined> {
  const found = v.safeParse(asked, data)
  const sending = found.success ? await store.byKey(sendings, found.output.key) : undefined
  return sending?.person?.id === me.id ? sending : undefined
}

/** The digest as it stands today. */
export async function digestNow(sending: Sending, telling: Telling): Promise<IAdaptiveCard> {
  const { groups } = shownDigest(sending.lines ?? [])
  const shown = groups.flatMap(({ lines }) => lines)
  return digestCard(sending, telling, await standingsOf(shown, telling))
}

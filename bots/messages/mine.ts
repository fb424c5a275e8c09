/** What a person asks for about themselves: what waits for them, and what they report on; rows that open their own forms. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { SentLine } from '#src/lists/reminding.ts'
import { MOST_LINES, shownDigest } from '#src/rules/reminding/digest.ts'
import { lastDayOf, reportingMonth } from '#src/rules/days/months.ts'
import { lineKey } from '#src/rules/reminders.ts'
import { formatMonth } from '#src/text/format.ts'
import { lineRow } from './digest.ts'
import { myWork } from './myFacts.ts'
import { myLines } from './myLines.ts'
import { heading, openPage, paragraph, quiet } from './parts.ts'
import { showReport } from './report.ts'
import { routes } from './routes.ts'
import type { Standing } from './standing.ts'
import { type Answers, cardOf, type Telling } from './telling.ts'

export async function mineCard(telling: Telling): Promise<IAdaptiveCard> {
  const { words, of, today } = telling
  const { t } = words
  const lines = await myLines(telling)
  const { groups, more } = shownDigest(lines)
  const drawn = { words, day: today, back: { to: 'mine' as const }, standings: new Map<string, Standing>() }
  return cardOf(
    {
      summary: lines.length > 0 ? t('bot.waits', { count: lines.length }) : t('bot.nothingWaits'),
      body: [
        heading(t('bot.mine')),
        ...(lines.length === 0 ? [paragraph(t('bot.nothingWaits'))] : []),
        ...groups.flatMap(({ group, lines: own }) => [
          heading(t(`botGroup.${group}`), 'Default'),
          ...own.map((line) => lineRow(line, drawn)),
        ]),
        ...(more > 0 ? [quiet(t('bot.more', { count: more }))] : []),
      ],
      actions: [openPage(t('bot.openHome'), of.tabLink(routes.home))],
    },
    words,
    { verb: 'mine', data: {} },
  )
}

/** Several to choose between, or the only one there is. */
export async function reportsCard(telling: Telling): Promise<IAdaptiveCard> {
  const { words, of, today } = telling
  const { t, locale } = words
  const month = reportingMonth(today)
  const { work, reports } = await myWork(telling)
  const [only, second] = work
  if (only && !second) return showReport({ matter: { kind: 'report', item: only.key, month } }, telling)
  const sent = new Set(
    reports.filter((report) => report.month === month).map(({ initiative }) => initiative.key),
  )
  const due = lastDayOf(month)
  const rows = work
    .map(({ key, title, number }): { line: SentLine; standing: Standing } => ({
      line: {
        key: lineKey('report', key, due, 'soon'),
        kind: 'report',
        item: { key, title },
        due,
        milestone: 'soon',
        values: { number, month },
      },
      standing: sent.has(key) ? 'reported' : 'open',
    }))
    .toSorted((a, b) => Number(a.standing === 'reported') - Number(b.standing === 'reported'))
  const standings = new Map(rows.map(({ line, standing }) => [line.key, standing]))
  const shown = rows.slice(0, MOST_LINES)
  return cardOf(
    {
      summary: t('report.title', { month: formatMonth(month, locale) }),
      body: [
        heading(t('report.title', { month: formatMonth(month, locale) })),
        ...(rows.length === 0 ? [paragraph(t('bot.nothingToReport'))] : []),
        ...shown.map(({ line }) => lineRow(line, { words, day: today, back: { to: 'report' }, standings })),
        ...(rows.length > shown.length ? [quiet(t('bot.more', { count: rows.length - shown.length }))] : []),
      ],
      actions: [openPage(t('bot.openFollowUp'), of.tabLink(routes.followUp))],
    },
    words,
    { verb: 'report', data: {} },
  )
}

export const mineAnswers: Answers = {
  mine: async (_, telling) => mineCard(telling),
  report: async (_, telling) => reportsCard(telling),
}

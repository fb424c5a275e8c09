/** Minutes, or one paragraph, to verify: what was decided, and the answer: approved, or sent back with what is to be changed. */
import type { IAdaptiveCard, IShowCardAction } from '@microsoft/teams.cards'
import * as v from 'valibot'
import { type AgendaItem, agendaItems, itemOutcomes } from '#src/lists/meetings.ts'
import { type Verification, verifications } from '#src/lists/minutes.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { latestOf } from '#src/rules/meetings/verifying.ts'
import { formatDay } from '#src/text/format.ts'
import { attempt, newId, refusalBox, typedText } from './doing.ts'
import { type Back, carriedShape, type MatterOf } from './matter.ts'
import {
  box,
  type Element,
  execute,
  executeAlone,
  heading,
  openPage,
  paragraph,
  plain,
  quiet,
  run,
  runs,
  textInput,
} from './parts.ts'
import { routes } from './routes.ts'
import { type Answers, matterCard, type Telling } from './telling.ts'

type Asked = { matter: MatterOf<'verify'>; back?: Back | undefined }

const answerShape = v.object({
  ...carriedShape.entries,
  /** Of the text that was read. */
  hash: v.pipe(v.string(), v.maxLength(255)),
  edition: v.pipe(v.number(), v.safeInteger()),
  comment: typedText,
})

const MOST_ITEMS = 12

interface Written {
  refusals?: readonly Refusal[]
  comment?: string | undefined
  id?: string
}

export async function showVerify(
  asked: Asked,
  telling: Telling,
  { refusals = [], comment, id = newId() }: Written = {},
): Promise<IAdaptiveCard> {
  const { of, words, me } = telling
  const { t } = words
  const { item, meeting } = asked.matter
  const all = await of.store.where(verifications, { column: 'meeting', value: meeting })
  const latest = latestOf(all, item === meeting ? undefined : item)
  const mine = latest.find(({ person }) => person.id === me.id)
  const read = openPage(t('bot.readMinutes'), of.tabLink(routes.minutes(meeting)))
  if (!mine)
    return matterCard(
      { summary: t('bot.notAsked'), body: [paragraph(t('bot.notAsked'))], actions: [read] },
      { words, ...asked },
    )
  const items = await of.store.where(agendaItems, { column: 'meeting', value: meeting })
  const body = [
    heading(t('bot.verify')),
    paragraph((mine.item ?? mine.meeting).title, { weight: 'Bolder' }),
    ...answered(mine, telling),
    ...refusalBox(refusals, words),
    ...decidedIn(items, mine, telling),
  ]
  const data = { ...asked, id, hash: mine.hash, edition: mine.edition }
  const returning = textInput('comment', t('bot.whatToChange'), comment, { isMultiline: true })
  const sendBack = execute({ title: t('bot.sendBack'), verb: 'returnMinutes', data })
  // What was written stays in sight.
  const isWriting = comment !== undefined || refusals.length > 0
  const returns: IShowCardAction = {
    type: 'Action.ShowCard',
    title: t('bot.sendBackWith'),
    card: { type: 'AdaptiveCard', version: '1.5', body: [returning], actions: [sendBack] },
  }
  const approve = executeAlone({ title: t('bot.approve'), verb: 'approveMinutes', data, primary: true })
  const isAsked = mine.answer === 'asked'
  return matterCard(
    {
      summary: t('bot.verifySummary', { name: (mine.item ?? mine.meeting).title }),
      body: [...body, ...(isAsked && isWriting ? [returning] : [])],
      actions: [...(isAsked ? [approve, isWriting ? sendBack : returns] : []), read],
    },
    { words, ...asked },
  )
}

export const verifyAnswers: Answers = {
  approveMinutes: (data, telling) => answer(data, 'approved', telling),
  returnMinutes: (data, telling) => answer(data, 'returned', telling),
}

async function answer(
  data: unknown,
  said: 'approved' | 'returned',
  telling: Telling,
): Promise<IAdaptiveCard> {
  const { matter, back, id = newId(), hash, edition, comment } = v.parse(answerShape, data)
  if (matter.kind !== 'verify') throw new TypeError('Another matter than minutes was answered as minutes')
  const answered = { hash, answer: said, ...(said === 'returned' && comment && { comment }) }
  const { refusals } = await (matter.item === matter.meeting
    ? attempt(telling, {
        name: 'verifyMinutes',
        args: { meeting: matter.meeting, version: edition, ...answered },
        id,
      })
    : attempt(telling, { name: 'verifyItem', args: { item: matter.item, ...answered }, id }))
  return showVerify(
    { matter, back },
    telling,
    refusals.length > 0 ? { refusals, comment: said === 'returned' ? (comment ?? '') : undefined, id } : {},
  )
}

const answered = (
  { answer: said, answeredOn, comment, askedOn }: Verification,
  { words: { t, locale }, today }: Telling,
): Element[] => {
  const day = formatDay(answeredOn ?? askedOn, locale, today)
  if (said === 'approved') return [box('good', paragraph(t('bot.youApproved', { day })))]
  if (said === 'returned')
    return [box('emphasis', paragraph(t('bot.youReturned', { day })), quiet(comment ?? ''))]
  return [quiet(t('bot.askedToVerify', { day }))]
}

/** What the text decides, in short: the whole of it is read in the tab. */
function decidedIn(items: readonly AgendaItem[], { item }: Verification, { words }: Telling): Element[] {
  const { t } = words
  const rows = items
    .filter(({ archived, state, key }) => !archived && state === 'treated' && (!item || key === item.key))
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
  const shown = rows.slice(0, MOST_ITEMS)
  return [
    ...shown.map((row) => ({
      ...runs(
        run(plain(row.title, 160)),
        ...(row.outcome ? [run(` – ${words.of(itemOutcomes, row.outcome)}`, { isSubtle: true })] : []),
        ...(item && row.wording ? [run(`: ${row.wording}`)] : []),
      ),
      spacing: 'Small' as const,
    })),
    ...(rows.length > shown.length ? [quiet(t('bot.moreItems', { count: rows.length - shown.length }))] : []),
  ]
}

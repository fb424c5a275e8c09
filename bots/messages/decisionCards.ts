/** How a gate looks in a card: why it waits, what speaks for it, and the form that decides it. */
import type { IAdaptiveCard, IChoiceSetInput, IToggleInput } from '@microsoft/teams.cards'
import { type Decision, decisions, type Outcome, type TrailEntry } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { formatDay, formatKrRange } from '#src/text/format.ts'
import { decidersText, inSentence } from '#src/text/refusals.ts'
import { trailText } from '#src/text/trail.ts'
import type { SentenceKey } from '#src/text/words.ts'
import { decidersOf } from '#src/rules/mandate.ts'
import { asksAmount, choicesIn, type DecisionFacts } from './decisionFacts.ts'
import { refusalBox } from './doing.ts'
import type { Back, MatterOf } from './matter.ts'
import {
  box,
  type Element,
  execute,
  facts,
  heading,
  openPage,
  paragraph,
  quiet,
  run,
  runs,
  textInput,
} from './parts.ts'
import { routes } from './routes.ts'
import { matterCard, type Telling } from './telling.ts'

type Asked = { matter: MatterOf<'decision'>; back?: Back | undefined }

/** What was typed, which stays until it is decided. */
export interface Written {
  id: string
  outcome?: Outcome | undefined
  wording?: string | undefined
  grounds?: string | undefined
  amount?: string | undefined
  agreed?: string | undefined
  lacks?: SentenceKey
  refusals?: readonly Refusal[]
}

export function decidingCard(
  asked: Asked,
  read: DecisionFacts | undefined,
  written: Written,
  telling: Telling,
): IAdaptiveCard {
  const { words, of } = telling
  const { t, word } = words
  const { matter } = asked
  const open = openPage(t('bot.openInitiative'), of.tabLink(routes.deciding(matter.item)))
  if (!read)
    return matterCard(
      { summary: t('bot.gone'), body: [paragraph(t('bot.gone'))], actions: [open] },
      { words, ...asked },
    )
  const { initiative, may, latest, isPast } = read
  const gate = word('decisionMatters', matter.gate)
  const head = [
    heading(t(isPast ? 'bot.gateDecided' : 'bot.gateWaits', { gate: inSentence(gate) })),
    runs(run(`${initiative.number} `, { isSubtle: true }), run(initiative.title, { weight: 'Bolder' })),
  ]
  const summary = t('bot.gateSummary', { gate, name: initiative.title })
  if (isPast)
    return matterCard(
      {
        summary,
        body: [...head, ...made(latest, telling), ...refusalBox(written.refusals ?? [], words)],
        actions: [open],
      },
      { words, ...asked },
    )
  const choices = choicesIn(read)
  const against: Refusal[] = [
    ...(choices.length === 0 && may.refusal ? [may.refusal] : []),
    // Also where it may be sent back or screened out: what keeps it from going on is seen before that is chosen.
    ...(may.missing.length > 0 ? [{ why: 'missing' as const, matter: matter.gate, needs: may.missing }] : []),
  ]
  const body: Element[] = [
    ...head,
    ...about(initiative, telling),
    ...raised(read, telling),
    ...(read.answered ? [answerBox(read.answered, telling)] : []),
    ...refusalBox(written.refusals ?? against, words),
    ...(written.lacks ? [box('attention', paragraph(t(written.lacks)))] : []),
  ]
  if (choices.length === 0) {
    const joint = may.right?.kind === 'all' && against.length === 0
    const who = may.right && decidersText(decidersOf(may.right), words)
    return matterCard(
      {
        summary,
        body: [...body, ...(joint ? [quiet(t('bot.decidedTogether', { who: who ?? '' }))] : [])],
        actions: [open],
      },
      { words, ...asked },
    )
  }
  const data = { ...asked, id: written.id, version: initiative.version }
  const actingFor = [...new Set(choices.flatMap(({ by }) => by.actingFor?.name ?? []))]
  return matterCard(
    {
      summary,
      body: [
        ...body,
        ...form(asked, read, written, telling),
        ...actingFor.map((who) => quiet(t('decision.actingFor', { who }))),
        quiet(t('decision.binds')),
      ],
      actions: [execute({ title: t('decision.confirm'), verb: 'decide', data, primary: true }), open],
    },
    { words, ...asked },
  )
}

/** Why it is asked for, and what it is about. */
function about(initiative: Initiative, { words, today }: Telling): Element[] {
  const { label, locale, t, word } = words
  const { unit, need, benefit, stage, stageSince, costLowKr, costHighKr, contact } = initiative
  return facts([
    [label(initiatives, 'unit'), unit?.title],
    [
      label(initiatives, 'stage'),
      stageSince
        ? t('bot.stageSince', { stage: word('stages', stage), day: formatDay(stageSince, locale, today) })
        : word('stages', stage),
    ],
    [label(initiatives, 'contact'), contact?.name],
    [label(initiatives, 'need'), need],
    [label(initiatives, 'benefit'), benefit],
    [t('bot.cost'), formatKrRange(costLowKr, costHighKr, locale)],
  ])
}

const raised = ({ may, latest }: DecisionFacts, { words: { t, locale }, today }: Telling): Element[] =>
  may.raisedTo && latest
    ? [
        box(
          'emphasis',
          paragraph(
            t('bot.raised', {
              who: latest.decidedBy.name,
              day: formatDay(latest.decidedOn, locale, today),
              forum: may.raisedTo.title,
            }),
          ),
          quiet(latest.grounds ?? ''),
        ),
      ]
    : []

/** What the contact person has said. */
export const answerBox = (entry: TrailEntry, { words, today }: Telling): Element =>
  box(
    'emphasis',
    paragraph(trailText(entry, words)),
    quiet(`${entry.person.name}, ${formatDay(entry.day, words.locale, today)}`),
  )

/** What became of it. */
export function made(decision: Decision | undefined, { words, today }: Telling): Element[] {
  const { t, word, label, locale } = words
  if (!decision) return [paragraph(t('bot.movedOn'))]
  const { outcome, number, decidedBy, post, decidedOn, wording, grounds } = decision
  return [
    box('good', paragraph(`${word('outcomes', outcome)} (${number})`, { weight: 'Bolder' })),
    quiet(t('decision.by', { post, who: decidedBy.name, day: formatDay(decidedOn, locale, today) })),
    ...facts([
      [label(decisions, 'wording'), wording],
      [label(decisions, 'grounds'), grounds],
    ]),
  ]
}

function form({ matter }: Asked, read: DecisionFacts, written: Written, { words }: Telling): Element[] {
  const { t, word } = words
  const choices = choicesIn(read)
  const outcome: IChoiceSetInput = {
    type: 'Input.ChoiceSet',
    id: 'outcome',
    label: t('decision.outcome'),
    style: 'expanded',
    choices: choices.map((choice) => ({
      title: choice.raise
        ? t('decision.raisedTo', { forum: choice.raise.title })
        : word('outcomes', choice.outcome),
      value: choice.outcome,
    })),
    ...(written.outcome && { value: written.outcome }),
  }
  const agreeing = choices.find(({ by }) => by.mandate.needsAgreement)?.by.mandate
  const agreed: IToggleInput = {
    type: 'Input.Toggle',
    id: 'agreed',
    title: t('decision.agreed', { forum: agreeing?.forum?.title ?? t('refusal.theForum') }),
    valueOn: 'yes',
    valueOff: 'no',
    value: written.agreed ?? 'no',
    wrap: true,
  }
  return [
    outcome,
    textInput('grounds', t('decision.grounds'), written.grounds, { isMultiline: true }),
    textInput('wording', t('decision.wording'), written.wording, {
      isMultiline: true,
      placeholder: t('bot.usualWording'),
    }),
    ...(asksAmount(
      matter.gate,
      choices.map((choice) => choice.outcome),
    )
      ? [textInput('amount', t('decision.amount'), written.amount, { maxLength: 30 })]
      : []),
    ...(agreeing ? [agreed] : []),
  ]
}

/** One item as it stands in minutes and in an extract: the decision first, then what it rests on. */
import type { FileChild } from 'docx'
import { itemOutcomes } from '#src/lists/meetings.ts'
import type { MinutesPicture } from '#src/rules/minutes.ts'
import type { MinutesAction, MinutesDecision, MinutesItem } from '#src/rules/meetings/minutesItems.ts'
import { withTitle } from '#src/rules/meetings/minutesPeople.ts'
import { roundOf } from '#src/rules/meetings/voices.ts'
import { dayOf, effectOf, paper, say } from '#src/text/papers.ts'
import { bullet, fact, heading, linked, paragraph, prose, table, under } from './blocks.ts'
import { voiceBlocks } from './voiceBlocks.ts'

/** `§ 75 BP1 …`, or `3. BP1 …` where items have no numbers of their own. */
export const itemTitle = ({ paragraph: n, number, title }: MinutesItem) =>
  n === undefined ? say(paper.point, { n: number, title }) : say(paper.paragraph, { n, title })

export function itemBlocks(item: MinutesItem, picture: MinutesPicture, level: 2 | 3 = 2): FileChild[] {
  const inner = (title: string, children: readonly FileChild[]) => under(3, title, children)
  const text = (title: string, value: string | undefined) => inner(title, value ? prose(value) : [])
  return [
    heading(level, itemTitle(item)),
    ...fact(paper.initiatives, item.initiatives.map(({ title }) => title).join('; ')),
    ...fact(paper.presenter, item.presenter && withTitle(item.presenter)),
    ...inner(paper.conflict, conflictLines(item).map(paragraph)),
    ...inner(paper.decision, item.decision ? decisionBlocks(item.decision, picture) : []),
    ...text(paper.differing, item.differing),
    ...text(paper.proposal, item.proposal),
    ...text(paper.proposals, item.proposals),
    ...text(paper.basis, item.basis),
    ...inner(paper.material, materialBlocks(item, picture)),
    ...text(
      item.askedBy ? say(paper.question, { forum: item.askedBy.title }) : paper.plainQuestion,
      item.question,
    ),
    ...text(paper.answer, item.answer),
    ...text(paper.notes, item.notes),
    ...inner(paper.actions, item.actions.length > 0 ? [actionTable(item.actions)] : []),
  ]
}

export const actionTable = (actions: readonly MinutesAction[]) =>
  table(
    [paper.what, paper.who, paper.by],
    actions.map(({ title, owner, due }) => [title, owner.name, dayOf(due)]),
    { widths: [5, 3, 2.3] },
  )

/** What was decided, in one text: the wording, or the outcome where it says all. */
export const wordingOf = ({ outcome, wording }: MinutesDecision) => wording ?? itemOutcomes[outcome]

function decisionBlocks(decision: MinutesDecision, { meeting, effectAt }: MinutesPicture): FileChild[] {
  const { outcome, wording, effect, atOnce, decidedBy, decidedOn, voices } = decision
  const round = roundOf(voices)
  const now = atOnce || effectAt === 'atMeeting'
  return [
    ...prose(wordingOf(decision), 'Decision'),
    ...fact(
      paper.outcome,
      wording && wording !== itemOutcomes[outcome] && outcome !== 'own' ? itemOutcomes[outcome] : undefined,
    ),
    ...fact(paper.toComplete, decision.toComplete?.replaceAll('\n', ' ')),
    ...fact(paper.decidedBy, decidedBy && withTitle(decidedBy)),
    ...fact(
      paper.decidedOn,
      decidedOn && (decidedOn !== meeting.day || meeting.kind === 'between') ? dayOf(decidedOn) : undefined,
    ),
    ...fact(
      paper.effect,
      effect && (!round || round.state === 'agreed')
        ? say(now ? paper.effectNow : paper.effectAtVerified, {
            effect: effectOf(effect, ({ name }) => name),
          })
        : undefined,
    ),
    ...(voices ? voiceBlocks(voices) : []),
    ...(atOnce ? [paragraph(paper.atOnce)] : []),
  ]
}

/** Who left and who decides in their place; never more about why. */
const conflictLines = ({ conflicted, decision }: MinutesItem) =>
  conflicted.map(({ name }) =>
    decision?.instead
      ? say(paper.conflictedInstead, { name, instead: decision.instead.name })
      : say(paper.conflicted, { name }),
  )

const materialBlocks = ({ key }: MinutesItem, { appendices }: MinutesPicture) =>
  appendices
    .filter(({ item }) => item === key)
    .map((appendix) =>
      bullet([linked(say(paper.appendix, { n: appendix.number, name: appendix.name }), appendix)]),
    )

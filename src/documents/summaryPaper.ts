/** A page for those who weren't there: unit managers after each meeting. */
import type { FileChild } from 'docx'
import { itemOutcomes } from '#src/lists/meetings.ts'
import type { MinutesPicture } from '#src/rules/minutes.ts'
import type { MinutesItem } from '#src/rules/meetings/minutesItems.ts'
import { paper } from '#src/text/papers.ts'
import { fact, heading, paragraph, prose, under } from './blocks.ts'
import { actionTable, itemTitle, wordingOf } from './itemBlocks.ts'
import { standingOf, titleOf, whereAndWhen } from './meetingFacts.ts'
import { nextLine } from './minutesPaper.ts'
import type { PaperOptions } from './options.ts'

/** What was decided and who does what, for those who weren't there. */
export function summaryBlocks(picture: MinutesPicture, { standing, summary }: PaperOptions): FileChild[] {
  const decided = picture.items.filter(saysSomething)
  const actions = [...picture.items.flatMap((item) => item.actions), ...picture.actions]
  return [
    heading(1, titleOf(paper.titles.summary, picture)),
    ...whereAndWhen(picture),
    ...fact(paper.status, standingOf(standing)),
    ...(summary ? prose(summary) : []),
    heading(2, paper.decisions),
    ...(decided.length > 0 ? decided.flatMap(shortDecision) : [paragraph(paper.noDecisions)]),
    ...under(2, paper.openActions, actions.length > 0 ? [actionTable(actions)] : []),
    ...under(2, paper.next, picture.next ? [paragraph(nextLine(picture.next))] : []),
  ]
}

const shortDecision = (item: MinutesItem): FileChild[] =>
  item.decision ? [heading(3, itemTitle(item)), ...prose(wordingOf(item.decision), 'Decision')] : []

/** That something was noted, and no more, is no news to those who weren't there. */
const saysSomething = ({ decision }: MinutesItem) =>
  decision !== undefined &&
  !(decision.outcome === 'noted' && wordingOf(decision) === itemOutcomes.noted) &&
  decision.outcome !== 'dropped'

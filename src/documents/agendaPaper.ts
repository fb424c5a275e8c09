/** An agenda on paper: the points with their times, then what each rests on. */
import type { FileChild } from 'docx'
import type { AgendaPicture, AgendaPictureItem } from '#src/rules/meetings/agendaPicture.ts'
import { withTitle } from '#src/rules/meetings/minutesPeople.ts'
import { dayOf, paper, say, weekdayOf } from '#src/text/papers.ts'
import { bullet, columnTable, fact, heading, linked, prose, under } from './blocks.ts'
import type { AgendaOptions } from './options.ts'
import { titleOf, whereAndWhen, whoAndNumber } from './meetingFacts.ts'

export const agendaTitle = (picture: AgendaPicture) => titleOf(paper.titles.agenda, picture)

export const agendaBlocks = (
  picture: AgendaPicture,
  { isDraft }: Pick<AgendaOptions, 'isDraft'>,
): FileChild[] => [
  heading(1, agendaTitle(picture)),
  ...whereAndWhen(picture),
  ...fact(paper.link, picture.meeting.joinUrl),
  ...whoAndNumber(picture),
  ...fact(paper.status, isDraft ? paper.notSent : say(paper.agendaSentOn, { day: dayOf(picture.sentOn) })),
  ...fact(paper.called, picture.called.map(({ name }) => name).join(', ')),
  ...fact(paper.stopDay, picture.meeting.stopDay && weekdayOf(picture.meeting.stopDay)),
  ...under(2, paper.points, picture.items.length > 0 ? [pointTable(picture.items)] : []),
  ...under(2, paper.details, picture.items.flatMap(detailBlocks)),
]

function pointTable(items: readonly AgendaPictureItem[]) {
  return columnTable(items, [
    { head: paper.number, width: 1, text: ({ number }) => String(number) },
    { head: paper.starts, width: 1, text: ({ starts }) => starts?.replace(':', '.') ?? '' },
    { head: paper.matter, width: 6, text: ({ title }) => title },
    { head: paper.presenter, width: 3, text: ({ presenter }) => presenter?.name ?? '' },
    {
      head: paper.minutes,
      width: 1.3,
      text: ({ minutes }) => (minutes === undefined ? '' : String(minutes)),
    },
  ])
}

/** Nothing for an item that rests on nothing. */
function detailBlocks(item: AgendaPictureItem): FileChild[] {
  const said = [
    ...fact(paper.initiatives, item.initiatives.map(({ title }) => title).join('; ')),
    ...fact(paper.presenter, item.presenter && withTitle(item.presenter)),
    ...labelled(
      item.askedBy ? say(paper.question, { forum: item.askedBy.title }) : paper.plainQuestion,
      item.question,
    ),
    ...labelled(paper.answer, item.answer),
    ...labelled(paper.proposal, item.proposal),
    ...item.material.map((link) => bullet([linked(link.name, link)])),
  ]
  return said.length > 0 && (item.proposal ?? item.question ?? item.answer ?? item.material[0])
    ? [heading(3, say(paper.point, { n: item.number, title: item.title })), ...said]
    : []
}

/** One line goes beside its name, a longer text below it. */
const labelled = (name: string, value: string | undefined): FileChild[] =>
  value?.includes('\n') ? [...fact(name, ' '), ...prose(value)] : fact(name, value)

/** What each of several authorities decided at an item, as minutes and extracts tell it. */
import type { FileChild } from 'docx'
import { outcomes } from '#src/lists/decisions.ts'
import type { MinutesVoice } from '#src/rules/meetings/minutesItems.ts'
import { withTitle } from '#src/rules/meetings/minutesPeople.ts'
import { roundOf } from '#src/rules/meetings/voices.ts'
import { paper, say } from '#src/text/papers.ts'
import { paragraph, table } from './blocks.ts'

/** Those who stand behind the matter, then a table of the parties' own decisions and what they come to. */
export function voiceBlocks(voices: readonly MinutesVoice[]): FileChild[] {
  const behind = voices.filter(({ says }) => says === 'endorses')
  const parties = voices.filter(({ says }) => says !== 'endorses')
  const round = roundOf(voices)
  return [
    ...behind.map(({ party, by }) =>
      paragraph(say(paper.endorses, { party: party.title, name: by?.name ?? '' })),
    ),
    ...(round
      ? [
          paragraph(`${paper.voices}:`),
          table([paper.party, paper.decidedBy, paper.ownDecision, paper.ownCase], parties.map(cells), {
            widths: [3, 3, 4, 2],
          }),
          paragraph(
            round.state === 'open'
              ? say(paper.roundOpen, { who: round.waiting.map(({ title }) => title).join(', ') })
              : round.state === 'agreed'
                ? paper.roundAgreed
                : paper.roundRefused,
          ),
        ]
      : []),
  ]
}

const cells = ({ party, by, says, wording, caseNumber }: MinutesVoice) => [
  party.title,
  by ? withTitle(by) : '',
  says && says !== 'endorses' ? [outcomes[says], wording].filter(Boolean).join('\n') : paper.notDecided,
  caseNumber ?? '',
]

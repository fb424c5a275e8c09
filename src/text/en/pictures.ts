/** What the pictures say, in English. */
import type { sentences as sv } from '../sv/pictures.ts'

export const sentences = {
  // The frame of every picture.
  'pictures.showAs': 'Show as',
  'pictures.asPicture': 'Picture',
  'pictures.asTable': 'Table',
  'pictures.copy': 'Copy picture',
  'pictures.print': 'Print',
  'pictures.copied': 'The picture is copied. Paste it where you want it.',
  'pictures.saved': 'The clipboard can’t be reached here. The picture is saved as {file}.',
  'pictures.notCopied': 'The picture could not be made. Take a screenshot instead.',
  'pictures.legend': 'Legend',
  'pictures.keys': 'The arrow keys move between the parts.',
  'pictures.keysOpen': 'The arrow keys move between the parts, Enter opens.',
  'pictures.noRows': 'Nothing to show.',
  'pictures.more': 'Show {count} more',
  'pictures.empty':
    'The initiatives of the organisation are seen here once they are there. There are none yet.',
  'pictures.noHits': 'No initiative fits the filter.',

  // Bubbles.
  'pictures.bubbles': 'Bubbles',

  // Road map.
  'pictures.roadmap': 'Road map',

  // Flow.
  'pictures.flow': 'Flow',

  // Receiving capacity.
  'pictures.receiving': 'Receiving',

  // Balance.
  'pictures.balance': 'Balance',

  // Changes between two dates.
  'pictures.changes': 'Changes',
} satisfies Record<keyof typeof sv, string>

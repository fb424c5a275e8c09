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
  'pictures.bubblesTitle': '{x} against {y}',
  'pictures.choices': 'What the bubbles show',
  'pictures.axisX': 'Across',
  'pictures.axisY': 'Up',
  'pictures.size': 'Size',
  'pictures.colour': 'Colour',
  'pictures.sameSize': 'All the same',
  'pictures.sameColour': 'One colour',
  'pictures.byPortfolio': 'Portfolio',
  'pictures.logX': 'Logarithmic across',
  'pictures.logY': 'Logarithmic up',
  'pictures.measure.cost': 'Cost',
  'pictures.measure.benefit': 'Benefit a year',
  'pictures.measure.score': 'Score',
  'pictures.measure.risk': 'Risk',
  'pictures.measure.effort': 'Effort',
  'pictures.perYear': ' a year',
  'pictures.points': '{points} of 100',
  'pictures.days': '{days} person-days',
  'pictures.unknown': 'Unknown',
  'pictures.mandatory': 'Mandatory',
  'pictures.initiative': 'Initiative',
  'pictures.bubblesSay': '{count} initiatives by {x} and {y}.',
  'pictures.bubblesWorst': 'Highest {x} among those with less {y} than half of them: {names}.',
  'pictures.bubblesUnknown': '{count} lack a figure and stand below the picture.',
  'pictures.unplaced': '{count} initiatives without a place in the picture',
  'pictures.unplacedMore': '{count} more are in the table.',
  'pictures.lacks': 'lacks {what}',
  'pictures.hollow': 'Hollow: mandatory',
  'pictures.sizeUnknown': 'Dashed: unknown {measure}',
  'pictures.colourUnknown': 'White: unknown',
  'pictures.below': '{name} below {value}',
  'pictures.from': '{name} from {value}',
  'pictures.zoomIn': 'Zoom in',
  'pictures.zoomOut': 'Zoom out',
  'pictures.zoomAll': 'Show all',
  'pictures.reading': 'Reading the figures …',
  'pictures.unread': 'Not all figures could be read, so the picture is not shown: it would be wrong.',

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

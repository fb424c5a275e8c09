/** What the initiative's page says of what units are to receive, in Swedish. */
import { receptions } from '#src/lists/receptions.ts'

export const forms = [receptions]

export const sentences = {
  'receptions.title': 'Mottagande',
  'receptions.says': '{count} {count|enhet|enheter} tar emot, allt ryms',
  'receptions.saysOver': '{count} {count|enhet|enheter} tar emot, för mycket på {over}',
  'receptions.none':
    'Ingen har planerat vilka enheter som tar emot och när. Lägg in införande, utbildning och vikarier, så syns det om enheterna hinner.',
  'receptions.notRead': 'Mottagandet gick inte att läsa in.',
  'receptions.over': '{unit} kan ta emot {room} persondagar per månad, men allt som landar där är {months}.',
  'receptions.month': '{days} i {month}',
  'receptions.row': '{kind} {from} – {to}',
  'receptions.days': '{count} {count|persondag|persondagar} per månad',
  'receptions.unsaid': 'antal dagar ej angivet',
  'receptions.edit': 'Ändra',
  'receptions.change': 'Ändra {title}',
  'receptions.add': 'Lägg till mottagande',
} as const

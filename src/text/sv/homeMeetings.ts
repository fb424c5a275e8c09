/** What Hem says of meetings, in Swedish. */

export const sentences = {
  'home.fromMeetings': 'Från möten',
  'home.meetingsNotRead': 'Det som väntar från möten kunde inte hämtas.',
  'home.nextMeetings': 'Nästa möten',
  'home.toMeetings': 'Alla möten',
  'home.toActions': 'Åtgärder',
  'homeMeeting.verify': 'Att justera, skickat {day}.',
  'homeMeeting.actionLate': 'Din åtgärd skulle vara klar {day}: {days} {days|dag|dagar} sen.',
  'homeMeeting.actionSoon': 'Din åtgärd ska vara klar {day}.',
  'homeMeeting.sendAgenda': 'Dagordningen är inte skickad. Mötet är {day}.',
  'homeMeeting.write': 'Anteckningarna från {day} är ett utkast sedan {days} {days|dag|dagar}.',
  'homeMeetingDo.verify': 'Läs och justera',
  'homeMeetingDo.actionLate': 'Öppna',
  'homeMeetingDo.actionSoon': 'Öppna',
  'homeMeetingDo.sendAgenda': 'Förbered',
  'homeMeetingDo.write': 'Skriv klart',
  'homeReason.atMeeting': '{gate} beslutades på mötet {day} ({forum}) och väntar på justering.',
  'homeDo.atMeeting': 'Till mötet',
}

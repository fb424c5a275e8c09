/** What Hem says of meetings, in English. */

export const sentences = {
  'home.fromMeetings': 'From meetings',
  'home.meetingsNotRead': 'What waits from meetings could not be fetched.',
  'home.nextMeetings': 'Next meetings',
  'home.toMeetings': 'All meetings',
  'home.toActions': 'Actions',
  'homeMeeting.verify': 'To verify, sent {day}.',
  'homeMeeting.actionLate': 'Your action was to be done {day}: {days} {days|day|days} late.',
  'homeMeeting.actionSoon': 'Your action is to be done by {day}.',
  'homeMeeting.sendAgenda': 'The agenda has not been sent. The meeting is on {day}.',
  'homeMeeting.write': 'The notes from {day} have been a draft for {days} {days|day|days}.',
  'homeMeetingDo.verify': 'Read and verify',
  'homeMeetingDo.actionLate': 'Open',
  'homeMeetingDo.actionSoon': 'Open',
  'homeMeetingDo.sendAgenda': 'Prepare',
  'homeMeetingDo.write': 'Finish',
  'homeReason.atMeeting':
    '{gate} was decided at the meeting of {day} ({forum}) and waits for its minutes to be verified.',
  'homeDo.atMeeting': 'To the meeting',
  'homeOrder.title': 'Ranking: {title}',
  'homeOrder.laid': 'Laid forth {day} by {who}. Waits for your decision for {party}.',
  'homeOrder.raised': '{forum} does not agree and has raised it. Waits for your decision.',
  'homeOrder.do': 'Read and decide',
}

/** What Home says, in English. */

export const sentences = {
  'home.title': 'Home',
  'home.propose': 'Hand in a need',
  'home.waiting': 'Waiting for you',
  'home.nothingWaits':
    'Nothing is waiting for you right now. What you are to decide, and what is missing in what you prepare, is shown here.',
  'home.noRole':
    'Nothing is waiting for you. Is there something in your work that digital technology could solve? Hand in a need, and follow here what happens to it.',
  'home.showAll': 'Show all ({count})',
  'home.showFewer': 'Show fewer',
  'home.notRead':
    'Not everything about the initiatives could be fetched, so something may be missing in the list.',

  'homeReason.decide': '{gate} is waiting for your decision.',
  'homeReason.raised': 'On {day}, {who} raised {gate} to {forum}.',
  'homeReason.report': 'The status report for {month} is missing.',
  'homeReason.finish': '{gate} is yours to decide when the work is done.',
  'homeReason.prepare': 'Before {gate}, this is missing: {needs}.',
  'homeReason.decideLacking': '{gate} is yours to decide, but this is still missing: {needs}.',
  'homeReason.tend': 'With your team: before {gate}, this is missing: {needs}.',
  'homeReason.stalled':
    'Everything is filled in before {gate}, but nothing has happened for long. Ask whoever decides.',
  'home.grounds': 'Grounds: {grounds}',
  'home.forParty': 'You decide for {party}.',
  'home.actingFor': 'You stand in for {who}.',
  'home.more': '{count} more',
  'home.stalled': 'Has stood still',
  'home.age': '{stage} since {day}',
  'home.days': '{days} {days|day|days}',
  'home.today': 'today',

  'homeDo.decide': 'Decide',
  'homeDo.raised': 'Decide',
  'homeDo.report': 'Report',
  'homeDo.finish': 'Open',
  'homeDo.prepare': 'Fill in',
  'homeDo.decideLacking': 'See what is missing',
  'homeDo.tend': 'Fill in',
  'homeDo.stalled': 'Open',

  'home.mine': 'My initiatives',
  'home.myNeeds': 'My needs',
  'home.noMine': 'You have no need or initiative yet.',
  'home.noMineHow': 'What you propose, or are contact person for, is gathered here.',
  'home.proposed': 'Proposed by you',
  'home.followed': 'You follow it',
  'home.happened': 'What has happened?',
  'home.queued': 'Will be sent when the network is back',
  'home.draft': 'Need you have begun: {title}',
  'home.draftUntitled': 'no title yet',
  'home.continue': 'Go on writing',
  'home.draftWhere': 'Only in this browser until you send it.',

  'home.decisions': 'Latest decisions that concern you',
  'home.decisionsRange': 'The last {days} days, about your initiatives or your unit.',
  'home.noDecisions': 'No decisions in the last {days} days about your initiatives or your unit.',
  'home.decisionsFetching': 'Fetching the decisions …',
  'home.decisionsFailed': 'The decisions could not be fetched.',
  'home.decidedBy': '{who}, {post}, {day}',

  'home.allNeeds': 'What happened to the {count} needs?',
  'home.reminders': 'My reminders',
  'home.toPortfolio': 'The whole portfolio',
} as const

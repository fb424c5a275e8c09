/** What the tab of a channel and its configuration say, in Swedish: the master that other languages follow. */

export const sentences = {
  'channel.title': 'Kanalens flik',
  'channel.gone':
    'Det som fliken visade finns inte längre. Öppna flikens inställningar i Teams och välj på nytt.',
  'channel.toDepartment': 'Avdelningens läge',
  'channel.table': 'Visa i portföljen',
  'channel.before': 'På väg mot beslut',
  'channel.beforeForum': 'Väntar på samråd här',
  'channel.nextMeeting': 'Nästa möte',
  'channel.meetingNow': 'Mötet pågår',
  'channel.forumYear': 'Forumets möten och vad som ska tas upp',
  'channel.nothingBefore': 'Inget väntar just nu.',
  'channel.recent': 'Beslutat den senaste månaden',
  'channel.nothingRecent': 'Inget har flyttats den senaste månaden.',
  'channel.empty': 'Inga initiativ ännu.',
  'channel.stages': '{count} initiativ, aktiva per steg',
  'channel.days': '{days} {days|dag|dagar} i steget',
  'channel.more': '… och {count} till.',
  'channel.configure': 'Vad ska fliken visa?',
  'channel.configureAbout':
    'Fliken blir likadan för alla i kanalen eller mötet. Välj vad den handlar om och tryck på Spara.',
  'channel.kind': 'Fliken handlar om',
  'channel.portfolio': 'En portfölj',
  'channel.department': 'En avdelning eller förvaltning',
  'channel.forum': 'Ett forum',
  'channel.choose': 'Välj …',
  'channel.ready': 'Fliken kommer att heta {name}.',
  'channel.notYet': 'Välj något i listan, så kan du spara.',
} as const

/** What the bot says in a team's channel, in Swedish: the master that other languages follow. */

export const sentences = {
  'botChannel.ask': 'Vilket forum är den här kanalen till för?',
  'botChannel.why':
    'Här berättas sedan när forumets protokoll är justerade och när en prioritering är beslutad. Svara gör den som leder eller skriver i forumet, eller en administratör.',
  'botChannel.forum': 'Forum',
  'botChannel.none': 'Välj ett forum.',
  'botChannel.save': 'Spara',
  'botChannel.kept': 'Kanalen är till för {forums}.',
  'botChannel.more': 'Ett forum till',
  'botChannel.alone':
    'I kanaler berättar jag bara om forumets protokoll och prioriteringar. Skriv till mig i en egen chatt, så svarar jag dig.',
} as const

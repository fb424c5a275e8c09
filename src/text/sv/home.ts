/** What Hem says, in Swedish: the master that other languages follow. */

export const sentences = {
  'home.title': 'Hem',
  'home.propose': 'Lämna ett behov',
  'home.waiting': 'Väntar på dig',
  'home.nothingWaits':
    'Inget väntar på dig just nu. Här visas det du ska besluta och det som saknas i det du bereder.',
  'home.noRole':
    'Inget väntar på dig. Saknar du något i ditt arbete som digital teknik kan lösa? Lämna ett behov, så kan du följa vad som händer med det här.',
  'home.showAll': 'Visa alla ({count})',
  'home.showFewer': 'Visa färre',
  'home.notRead': 'Allt om initiativen kunde inte hämtas, så något kan fattas i listan.',

  'homeReason.decide': '{gate} väntar på ditt beslut.',
  'homeReason.prepare': 'Inför {gate} saknas {needs}.',
  'homeReason.decideLacking': '{gate} är ditt att besluta, men ännu saknas {needs}.',
  'homeReason.stalled': 'Allt är ifyllt inför {gate}, men inget har hänt på länge. Fråga den som beslutar.',
  'home.forParty': 'Du beslutar för {party}.',
  'home.actingFor': 'Du är ersättare för {who}.',
  'home.more': '{count} uppgifter till',
  'home.stalled': 'Har stått still',
  'home.age': '{stage} sedan {day}',
  'home.days': '{days} dagar',
  'home.oneDay': '1 dag',
  'home.today': 'i dag',

  'homeDo.decide': 'Besluta',
  'homeDo.prepare': 'Fyll i',
  'homeDo.decideLacking': 'Se vad som saknas',
  'homeDo.stalled': 'Öppna',

  'home.mine': 'Mina initiativ',
  'home.myNeeds': 'Mina behov',
  'home.noMine': 'Du har inget behov eller initiativ ännu.',
  'home.noMineHow': 'Det du föreslår, eller är kontaktperson för, samlas här.',
  'home.proposed': 'Föreslagit av dig',
  'home.followed': 'Du följer det',
  'home.happened': 'Vad har hänt?',
  'home.queued': 'Skickas när nätet är tillbaka',
  'home.draft': 'Påbörjat behov: {title}',
  'home.draftUntitled': 'utan titel ännu',
  'home.continue': 'Fortsätt skriva',
  'home.draftWhere': 'Finns bara i den här webbläsaren tills du skickar det.',

  'home.decisions': 'Senaste beslut som rör dig',
  'home.decisionsRange': 'De senaste {days} dagarna, om dina initiativ eller din enhet.',
  'home.noDecisions': 'Inga beslut de senaste {days} dagarna om dina initiativ eller din enhet.',
  'home.decisionsFetching': 'Hämtar besluten …',
  'home.decisionsFailed': 'Besluten kunde inte hämtas.',
  'home.decidedBy': '{who}, {post}, {day}',

  'home.allNeeds': 'Vad hände med de {count} behoven?',
  'home.toPortfolio': 'Hela portföljen',
} as const

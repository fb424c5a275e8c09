/** What is said about marking an initiative as confidential. */

export const sentences = {
  'confidential.title': 'Sekretess',
  'confidential.open': 'läses av alla medarbetare',
  'confidential.narrow': 'läses bara av gruppen för sekretess',
  'confidential.openLong': 'Initiativet läses av alla medarbetare.',
  'confidential.mark': 'Sekretessmarkera …',
  'confidential.basis': 'Sekretess enligt offentlighets- och sekretesslagen',
  'confidential.basisHint': 'Kapitel och paragraf. Välj en av de vanliga eller skriv en annan.',
  'confidential.law.procurement': 'upphandling och andra köp',
  'confidential.law.business': 'myndighetens affärs- eller driftförhållanden',
  'confidential.law.others': 'leverantörers affärs- eller driftförhållanden',
  'confidential.law.security': 'säkerhets- eller bevakningsåtgärder, även för it-system',
  'confidential.law.risk': 'fredstida kriser: analyser, planering och hantering',
  'confidential.law.anybody': 'enskildas hälsa eller sexualliv, i alla verksamheter',
  'confidential.law.health': 'hälso- och sjukvård',
  'confidential.law.social': 'socialtjänst',
  'confidential.reason': 'Skäl',
  'confidential.reasonHint': 'Vad som skyddas, och ungefär hur länge. Läses bara av gruppen för sekretess.',
  'confidential.what':
    'Initiativet flyttas med kostnader, nyttor, rapporter, beslut och historik till listor som bara gruppen för sekretess läser. Andra initiativ som hänvisar hit visar bara numret {number}.',
  'confidential.stays':
    'Det som redan har lästs, skickats eller står i protokoll ligger kvar, liksom tidigare versioner i SharePoint av rader som nämner initiativet. Säkerhetsskyddsklassificerade uppgifter hör inte hemma här alls.',
  'confidential.loseTitle': 'Slutar kunna läsa initiativet',
  'confidential.loseMaybe': 'Slutar kunna läsa initiativet, om de inte är med i gruppen för sekretess',
  'confidential.loseNone':
    'Alla som har en roll i initiativet är med i gruppen för sekretess och läser det även sedan.',
  'confidential.loseWaiting': 'Kontrollerar vilka som är med i gruppen för sekretess …',
  'confidential.parts':
    'Ingår i initiativet men markeras inte: {names}. Markera dem var för sig om det behövs.',
  'confidential.send': 'Sekretessmarkera',
  'confidential.marked': 'Sekretessmarkerat {day} av {who} enligt {basis} offentlighets- och sekretesslagen.',
  'confidential.disclosure':
    'Markeringen är en påminnelse: sekretessen prövas vid varje begäran om utlämnande.',
  'confidential.change': 'Ändra lagrum eller skäl …',
  'confidential.lift': 'Häv sekretessen …',
  'confidential.liftReason': 'Varför sekretessen hävs',
  'confidential.liftWhat':
    'Initiativet och allt som hör till det läses av alla medarbetare igen, också det som har skrivits under tiden. Historiken visar att det har varit sekretessmarkerat och varför det hävdes.',
  'confidential.liftSend': 'Häv sekretessen',
  'confidential.doneMark': 'Initiativet är sekretessmarkerat och läses bara av gruppen för sekretess.',
  'confidential.doneLift': 'Sekretessen är hävd. Initiativet läses av alla medarbetare.',
  'confidential.waiting': 'Det väntar på nät. Till dess läses initiativet av dem som läser det nu.',
  'confidential.files':
    'Dokument läses av alla medarbetare och kan inte läggas till medan initiativet är sekretessmarkerat.',
} as const

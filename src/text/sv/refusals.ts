/** Why something is refused, and what is wrong with what was sent; every page but the first two brings it. */

export const sentences = {
  'fault.missing': 'Det här måste fyllas i.',
  'fault.unreadable': 'Det här går inte att läsa. Skriv hela värdet.',
  'fault.low': 'Ange {limit} eller mer.',
  'fault.high': 'Ange {limit} eller mindre.',
  'fault.early': 'Välj {limit} eller en senare dag.',
  'fault.late': 'Välj {limit} eller en tidigare dag.',
  'refusal.missing': 'Inför {matter} saknas {needs}.',
  'refusal.notYourMandate': '{matter} beslutas av {who}.',
  'refusal.noMandate':
    'Ingen befattning har mandat för {matter} i det här fallet. Be systemförvaltaren lägga in mandatet.',
  'refusal.noMandateParty':
    '{party} har ingen befattning med mandat för {matter}. Be systemförvaltaren lägga in mandatet.',
  'refusal.overAmount':
    'Beloppet {amount} är större än mandatet, som räcker till {max}. Lyft frågan till nästa nivå.',
  'refusal.conflictOfInterest': 'Du är antecknad som jävig och kan inte besluta. I stället beslutar {who}.',
  'refusal.conflictOfInterestNobody':
    'Du är antecknad som jävig och kan inte besluta. Ingen ersättare är utsedd; be systemförvaltaren lägga in en.',
  'refusal.noGate':
    'I steget {stage} finns inget sådant beslut att fatta. Läs in sidan på nytt om initiativet nyss har flyttats.',
  'refusal.notActive': 'Initiativet är {state}. Återuppta det först.',
  'refusal.partOf': 'Behovet ingår i {into} och beslutas där. Skilj ut det därifrån först.',
  'refusal.wrongState': 'Det går inte, eftersom initiativet är {state}.',
  'refusal.external': 'Initiativet drivs av någon annan och beslutas inte här.',
  'refusal.outcomeNotAllowed': 'Utfallet kan inte väljas i det här beslutet. Välj ett annat.',
  'refusal.reasonMissing': 'Skriv skälen till beslutet.',
  'refusal.noAgreement':
    'Befattningen beslutar bara när enighet råder i {forum}. Markera det, eller lyft frågan till nästa nivå.',
  'refusal.theForum': 'forumet',
  'refusal.nowhereToRaise':
    'Det finns ingen nivå över att lyfta frågan till. Be systemförvaltaren lägga in forum och mandat.',
  'refusal.roundOpen':
    '{decided} har redan beslutat om {matter} men inte {waiting}. Uppgiften kan ändras när alla har beslutat, eller när någon sagt nej eller upphävt sitt beslut.',
  'refusal.amountDiffers':
    'Beslut {number} gäller totalt {amount}. Alla parter måste besluta om samma totala belopp.',
  'refusal.alreadySuperseded': 'Beslutet är redan ersatt av beslut {number}.',
  'refusal.movedOn':
    'Beslutet kan inte längre ändras på det sättet: initiativet är nu i steget {stage} och läget {state}. Ersätt det senare beslutet först.',
  'refusal.notYourEndorsement': 'Förankringen för {party} lämnas av {who}.',
  'refusal.notYourEndorsementNobody':
    'Det är inte känt vem som förankrar för {party}. Be systemförvaltaren lägga in enhetens chef.',
  'refusal.alreadyDecided': 'Frågan är redan avgjord: beslut {number} av {who} den {day}.',
  'refusal.decidedAtMeeting':
    'Frågan är redan beslutad på mötet {day} ({forum}). Beslutet gäller när protokollet är justerat.',
  'refusal.notYourTask': 'Du har inte rätt att göra det här. Det görs av {roles}.',
  'refusal.scoring.noCriteria': 'Det behövs minst ett kriterium att prioritera efter.',
  'refusal.scoring.negativeWeight': 'En vikt kan inte vara negativ: {names}.',
  'refusal.scoring.weightsSum':
    'Vikterna ska tillsammans bli 100, men blir {sum}. Ändra en vikt, eller fördela om dem till 100.',
  'refusal.scoring.sameTitle': 'Två kriterier heter {name}. Ge dem olika namn.',
  'refusal.scoring.notAStep': 'Poäng sätts i hela steg från {least} till {most}: {value} går inte att spara.',
  'refusal.scoring.notTheirs': 'Kriteriet {name} används inte längre av forumet.',
  'refusal.scoring.notScored':
    'Bedöms inte längre, eftersom det är avslutat eller ingår i ett annat: {names}.',
  'refusal.nothingToReport': 'I steget {stage} lämnas ingen statusrapport.',
  'refusal.futureMonth': 'Det är för tidigt att rapportera {month}: månaden har inte börjat.',
  'refusal.alreadyReported':
    'Rapporten för {month} skickades av {who} den {day}. Det som är skickat ändras inte; rätta i nästa månads rapport.',
  'refusal.unexplained':
    'Siffrorna motsäger ett grönt ljus. Ändra ljuset eller förklara varför det är grönt.',
  'refusal.changedByOther': '{who} ändrade det här medan du arbetade. Läs det som nu står och försök igen.',
  'refusal.changedByOtherFields':
    '{who} ändrade {fields} medan du skrev. Båda texterna visas; välj vilken som ska gälla.',
  'refusal.invalid': 'Rätta följande: {problems}.',
  'refusal.notFound': 'Det du söker finns inte längre, eller så får du inte se det.',
  'refusal.archived': 'Initiativet är arkiverat och kan inte ändras.',
  'refusal.circle': 'De skulle vänta på varandra i en ring och ingen kunde börja: {chain}.',
  'refusal.document.empty': 'Filen {name} är tom.',
  'refusal.document.tooLarge':
    'Filen {name} är större än {most}. Dela den, eller lägg den någon annanstans och länka till den.',
  'refusal.document.blockedName':
    'Namnet {name} kan inte användas för en fil. Byt namn på filen och försök igen.',
  'refusal.document.longName': 'Namnet {name} är för långt. Korta det till högst 120 tecken.',
  'refusal.confidentialOff':
    'Sekretessmarkering är inte påslagen. Be systemförvaltaren ange gruppen för sekretess (CONFIDENTIAL_GROUP_ID) och köra npm run provision.',
  'refusal.notInConfidentialGroup':
    'Bara den som är med i gruppen för sekretess kan sekretessmarkera. Be systemförvaltaren.',
  'refusal.documentsOpen':
    'Initiativet är sekretessmarkerat, och dokument här läses av alla medarbetare. Förvara dem där bara behöriga läser.',
  'refusal.documentsOpenMark':
    'Dokument läses av alla medarbetare. Flytta dem dit bara behöriga läser och ta bort dem härifrån: {names}.',
  'refusal.standsOpen': 'Det står på en dagordning som fler läser. Ta bort det därifrån först: {names}.',
  'refusal.confidentialThere':
    'Sekretessmarkerat kan inte stå där fler läser: {numbers}. Skriv ärendet utan initiativet och med ord som inget röjer, eller ta upp det där bara de behöriga är med.',
  'refusal.notSignedIn': 'Inloggningen gäller inte längre. Läs in sidan på nytt så loggas du in igen.',
  'refusal.unknownAction': 'Appen och servern är av olika version. Läs in sidan på nytt.',
  'refusal.busy':
    'Microsoft 365 är överbelastat just nu. Försök igen om {seconds} {seconds|sekund|sekunder}; inget har gått förlorat.',
  'reading.noRight':
    'Du har inte rätt att läsa på SharePoint-webbplatsen där allt finns. Be systemförvaltaren om läsrätt, och försök igen.',
  'refusal.noRight': 'Servern saknar rätt till webbplatsen. Be systemförvaltaren kontrollera installationen.',
  'refusal.unavailable':
    'Microsoft 365 svarar inte just nu. Försök igen om en stund; inget har gått förlorat.',
  'refusal.failed':
    'Något gick fel i servern och ändringen sparades inte. Försök igen; går det inte, kontakta systemförvaltaren.',
  'refusal.someone': 'Någon annan',
  'merge.self': '{names} kan inte sammanföras med sig själv.',
  'merge.external': '{names} drivs av någon annan och följs bara här. Det kan inte sammanföras.',
  'merge.conflicted': 'Du är antecknad som jävig i {names}. Be någon annan göra det.',
  'merge.targetMerged': '{names} är självt sammanfört i ett annat initiativ. Välj det initiativet i stället.',
  'merge.targetClosed':
    '{names} är avslutat, stoppat eller bortsorterat. Välj ett som fortfarande är aktuellt.',
  'merge.sourceMerged': '{names} är redan sammanfört i ett annat initiativ. Dela upp det först.',
  'merge.sourceHeld': '{names} är pausat, stoppat eller bortsorterat. Återuppta det först.',
  'merge.sourceDecided':
    'Om {names} är det redan beslutat vad det ska leda till. Länka det som liknande i stället, eller låt det vara det som de andra sammanförs i.',
  'merge.confidentialApart': 'Sekretessmarkerat och öppet kan inte sammanföras: {names}.',
  'merge.sourceHasParts':
    'I {names} är andra behov sammanförda. Dela upp dem först, eller låt det vara det som de andra sammanförs i.',
  'merge.notMerged': '{names} är inte sammanfört i något annat.',
  'unsound.circle': '{names} kan inte ligga under varandra i en ring. Välj en annan överordnad.',
  'unsound.double': '{names} finns redan. Ändra den rad som finns i stället för att lägga till en ny.',
  'unsound.inUse':
    'Raden används av {names} och kan inte tas bort. Flytta dem först, eller byt namn på raden i stället.',
  'unsound.lastAdministrator':
    '{names} är den enda systemförvaltaren. Ge rollen till någon annan innan den tas bort här.',
  'unsound.standInMissing':
    '{names} har ersättardatum men ingen ersättare. Välj en ersättare eller töm datumen.',
  'unsound.standInDates': '{names}: ersättarens sista dag ligger före den första. Rätta datumen.',
  'unsound.mandateUnit': '{names}: mandat med den omfattningen gäller en enhet. Välj enheten.',
  'unsound.mandatePortfolio': '{names}: mandatet gäller en portfölj. Välj portföljen.',
  'problem.required': '{field} måste fyllas i',
  'problem.tooLong': '{field} får ha högst {limit} tecken',
  'problem.unknown': '{field} har ett värde som inte finns att välja',
  'problem.notADay': '{field} ska vara ett datum, till exempel 2026-03-31',
  'problem.notANumber': '{field} ska vara ett helt tal, noll eller större',
  'problem.notAllowed': '{field} kan inte ändras så',
  'problem.taken': '{field} finns redan; välj ett annat värde',
  'problem.wrongKind': '{field} har fel form',
  'problem.noField': '{field} finns inte att fylla i här',
  'problem.tooMany': '{field} får vara högst {limit} åt gången',
  'problem.tooLarge': '{field} är för stort',
  'refusal.ranking.changed': 'Rangordningen har ändrats sedan du såg den, så den är inte beslutad.',
  'refusal.ranking.more': 'Och {count} {count|skillnad|skillnader} till. Läs om den och besluta på nytt.',
  'refusal.ranking.notProposed':
    'Flera myndigheter beslutar rangordningen för {year}, var och en för sig. Lägg fram den, så svarar alla på samma ordning.',
  'refusal.ranking.notOpen.proposed': 'Det går inte att göra så med rangordningen nu.',
  'refusal.ranking.notOpen.raised': 'Rangordningen är lyft till nästa nivå.',
  'refusal.ranking.notOpen.decided': 'Rangordningen är redan beslutad.',
  'refusal.ranking.notOpen.refused':
    'Alla sa inte ja till rangordningen, så den är inte beslutad. Lägg fram den på nytt.',
  'refusal.ranking.notOpen.replaced':
    'Rangordningen har lagts fram på nytt. Läs den nya och säg ditt om den.',
  'refusal.ranking.proposedAnew': '{who} har nyss lagt fram en annan rangordning. Läs den först.',
  'refusal.ranking.somebody': 'Någon',
  'refusal.ranking.raised': 'Rangordningen är lyft till {forum} och beslutas där.',
  'refusal.ranking.nothing': 'Det finns inget att rangordna för {year}.',
  'refusal.ranking.notFree.mandatory': '{title} är tvingande och rangordnas inte.',
  'refusal.ranking.notFree.running': '{title} pågår redan och rangordnas inte.',
  'refusal.ranking.aboveFirst': '{title} kan inte gå före {names}, som är med innan rangordningen börjar.',
  'refusal.ranking.prerequisite': '{title} kan inte stå där: {names} skulle komma före det som krävs först.',
  'refusal.ranking.notRanked': '{title} rangordnas inte av forumet det året.',
  'refusal.ranking.shared':
    '{title} delas av flera förvaltningar. Ordningen bestäms i det gemensamma forumet; här kan det bedömas och diskuteras.',
  'rankingChange.frameSet': 'Ramen är satt till {to}.',
  'rankingChange.frameUnset': 'Ingen ram är längre satt (var {from}).',
  'rankingChange.frameChanged': 'Ramen är {to} i stället för {from}.',
  'rankingChange.conceptSet': 'I ramen hålls {to} åt koncept.',
  'rankingChange.conceptUnset': 'I ramen hålls inget åt koncept (var {from}).',
  'rankingChange.conceptChanged': 'I ramen hålls {to} åt koncept i stället för {from}.',
  'rankingChange.weightSet': 'Kriteriet {criterion} är nytt och väger {to}.',
  'rankingChange.weightUnset': 'Kriteriet {criterion} är borta (vägde {from}).',
  'rankingChange.weightChanged': 'Kriteriet {criterion} väger {to} i stället för {from}.',
  'rankingChange.new': '{title} är ny, på plats {to}.',
  'rankingChange.gone': '{title} är inte längre med (låg på plats {from}).',
  'rankingChange.up': '{title} har gått upp från plats {from} till {to}.',
  'rankingChange.down': '{title} har gått ner från plats {from} till {to}.',
  'rankingChange.grew': '{title} behöver mer: {to} i stället för {from}.',
  'rankingChange.shrank': '{title} behöver mindre: {to} i stället för {from}.',
  'rankingChange.total': '{title} har {to} poäng i stället för {from}.',
  'rankingChange.within': '{title} ryms nu i ramen.',
  'rankingChange.beyond': '{title} ryms inte längre i ramen.',
  'sent.body': 'det som skickades',
  'sent.rows': 'raderna',
} as const
